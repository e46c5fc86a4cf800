import type { Database } from '../../src/store/database.ts';
import { ADMIN_TOKEN, type AdminServer, startAdminServer } from '../support/adminServer.ts';
import { insertCall, refused } from '../support/callRow.ts';
import { eventually } from '../support/eventually.ts';
import { runCommand } from './runCommand.ts';

const minute = (minutes: number): string => new Date(Date.UTC(2026, 10, 23, 12, minutes)).toISOString();

let server: AdminServer;
beforeEach(async () => {
    server = await startAdminServer();
});
afterEach(() => server.close());

const run = (args: string, environment: Readonly<Record<string, string>> = {}) =>
    runCommand(args.split(' '), { BRIDGE_URL: server.url, ADMIN_TOKEN, ...environment });

const isRetried = (database: Database) => async () =>
    (await database.query('SELECT FROM calls WHERE due_at IS NOT NULL AND failed_at IS NULL')).rowCount;

/** Does what the bridge does with calls that are due: this one is refused at its next step, the others go well. */
async function workOff(database: Database, refusedAgain: string, count: number): Promise<void> {
    await eventually(isRetried(database), (retried) => retried === count);
    await database.query(
        `UPDATE calls SET due_at = NULL, failed_at = CASE WHEN id = $1 THEN now() END, failed_step = 'saveTask',
            last_error = CASE WHEN id = $1 THEN last_error END, attempts = 1 WHERE failed_at IS NULL`,
        [refusedAgain]
    );
}

test('lists failed calls in a table, and what to do about each code', async () => {
    await insertCall(server.database, refused('test:1', minute(1)));
    await insertCall(server.database, {
        ...refused('test:22', minute(2)),
        lastError: 'FIELD_CUSTOM_VALIDATION_EXCEPTION: \u001b[2J'
    });
    const { code, output } = await run('failed');
    expect(code).toBe(0);
    const lines = output.split('\n');
    expect(lines[0]).toMatch(/^FAILED \(UTC\) +PROTOCOL +CALL +STEP +TRIES +CODE +SALESFORCE SAID$/);
    expect(lines[2]).toMatch(
        /^2026-11-23 12:01:00 +p-1 +test:1 +openCase +1 +FIELD_CUSTOM\w+ +Informe o motivo do contato$/
    );
    expect(output).toContain('FIELD_CUSTOM_VALIDATION_EXCEPTION (2 calls)\n  A validation rule');
    expect(output).not.toContain('\u001b');
});

test('says when there is nothing, and when there is more', async () => {
    expect((await run('failed')).output).toBe('Salesforce has refused no call.\n');
    expect((await run('waiting')).output).toBe('No call waits for Salesforce.\n');
    for (const number of [1, 2]) await insertCall(server.database, refused(`test:${number}`, minute(number)));
    expect((await run('failed --limit 1')).output).toContain('There are more: raise --limit.');
    expect((await run('failed --limit 2')).output).not.toContain('There are more');
});

test('collects more pages than one', async () => {
    for (let number = 0; number < 205; number++)
        await insertCall(server.database, refused(`test:${number}`, minute(1)));
    const { output } = await run('failed --limit 203 --json');
    const { calls, areMore } = JSON.parse(output) as { calls: { callId: string }[]; areMore: boolean };
    expect(new Set(calls.map(({ callId }) => callId)).size).toBe(203);
    expect(areMore).toBe(true);
});

test('shows a call without its caller, and with the caller on request', async () => {
    await insertCall(server.database, refused('test:1', minute(1)));
    const shy = await run('show p-1');
    expect(shy.output).toMatch(/Salesforce said +Informe o motivo/);
    expect(shy.output).not.toMatch(/5511987654321|Maria/);
    const open = await run('show test:1 --with-personal-data');
    expect(open.output).toMatch(/number +5511987654321/);
    expect(open.output).toMatch(/announced name +Maria/);
    expect(server.shown).toEqual(['test:1']);
});

test('retries all and ends with what was refused again', async () => {
    for (const number of [1, 2, 3]) await insertCall(server.database, refused(`test:${number}`, minute(number)));
    const [{ code, output }] = await Promise.all([run('retry --all'), workOff(server.database, 'test:2', 3)]);
    expect(code).toBe(1);
    expect(output).toMatch(/^3 calls retried\.\nRefused since:/);
    expect(output).toContain(' test:2 ');
    expect(output).not.toMatch(/ test:[13] /);
});

test('retries all of a code and leaves the others', async () => {
    await insertCall(server.database, refused('test:1', minute(1)));
    await insertCall(server.database, { ...refused('test:2', minute(2)), failedCode: 'STRING_TOO_LONG' });
    const { code, output } = await run('retry --all --code STRING_TOO_LONG --wait-seconds 0');
    expect(code).toBe(0);
    expect(output).toContain('1 call retried.');
    expect((await run('failed')).output).toContain('test:1');
});

test('ends with what was refused since, also at another step, and not with what nobody retried', async () => {
    await insertCall(server.database, { ...refused('test:1', minute(1)), failedStep: 'changeOwner test:1-1002' });
    await insertCall(server.database, refused('test:2', minute(2)));
    const [{ code, output }] = await Promise.all([
        run('retry --all --step openCase'),
        workOff(server.database, 'test:2', 1)
    ]);
    expect(code).toBe(1);
    expect(output).toMatch(/^1 call retried\.\nRefused since:/);
    expect(output).toMatch(/ test:2 +saveTask /);
    expect(output).not.toContain(' test:1 ');
});

test('retries one call and waits for what comes of it', async () => {
    await insertCall(server.database, refused('test:1', minute(1)));
    const [{ code, output }] = await Promise.all([run('retry test:1'), workOff(server.database, 'none', 1)]);
    expect(output).toBe('1 call retried.\nNone was refused again.\n');
    expect(code).toBe(0);
});

test('gives up waiting, and says that the bridge goes on', async () => {
    await insertCall(server.database, refused('test:1', minute(1)));
    const { code, output } = await run('retry test:1 --wait-seconds 1');
    expect(output).toContain('Not all were done within 1 s; the bridge goes on.');
    expect(code).toBe(1);
});

test('a call that has not failed is not retried', async () => {
    await insertCall(server.database, { id: 'test:1' });
    const { code, errors } = await run('retry test:1');
    expect(code).toBe(1);
    expect(errors).toContain('Only a failed call can be retried. Salesforce lacks nothing of it.');
});

test.each<[string, Record<string, string>, number, RegExp]>([
    ['failed', { ADMIN_TOKEN: '' }, 2, /ADMIN_TOKEN is missing.*\n\nLists and retries/],
    ['failed', { ADMIN_TOKEN: 'wrong' }, 1, /does not accept this ADMIN_TOKEN/],
    ['failed', { BRIDGE_URL: 'http://127.0.0.1:9' }, 1, /No bridge answers at http:\/\/127\.0\.0\.1:9\. Start it/],
    ['show test:9', {}, 1, /^No call has this id or protocol\.\n$/],
    ['fail', {}, 2, /Say what to do.*\n\nLists and retries/]
])('"%s" with %j ends with %d and says what to do', async (args, environment, code, words) => {
    const result = await run(args, environment);
    expect(result).toMatchObject({ code, output: '', errors: expect.stringMatching(words) });
});
