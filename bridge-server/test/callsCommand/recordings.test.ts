import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ADMIN_TOKEN, type AdminServer, startAdminServer } from '../support/adminServer.ts';
import { insertCall } from '../support/callRow.ts';
import { daysAgo, insertRecording } from '../support/recordingRow.ts';
import { runCommand } from './runCommand.ts';

let server: AdminServer;
beforeEach(async () => {
    server = await startAdminServer();
});
afterEach(() => server.close());

const run = (...args: string[]) => runCommand(args, { BRIDGE_URL: server.url, ADMIN_TOKEN });
const WHO = ['--by', 'Ana Souza', '--reason', 'Processo 0001'];

async function add(number: number, days: number, state?: 'waiting' | 'failed' | 'stored') {
    await insertCall(server.database, { id: `test:${number}` });
    return insertRecording(server.database, server.folder, {
        callId: `test:${number}`,
        endedAt: daysAgo(days),
        ...(state && { state })
    });
}

test('lists recordings in a table, and what to do about each code', async () => {
    expect((await run('recordings')).output).toBe('There is no such recording.\n');
    await add(1, 10);
    await add(2, 20, 'failed');
    await server.database.query("UPDATE recordings SET last_error = E'gone \\x1b[2J' WHERE call_id = 'test:2'");
    const { code, output } = await run('recordings');
    expect(code).toBe(0);
    const [headings, stored, failed] = output.split('\n');
    expect(headings).toMatch(/^ENDED \(UTC\) +PROTOCOL +PART +STATE +SIZE +KEPT UNTIL \(UTC\) +TRIES +CODE +WHAT/);
    expect(stored).toMatch(/ p-1 +1 +stored +15 B +\d{4}-/);
    expect(failed).toMatch(/ p-2 +1 +failed +– +\d{4}-.* absent +gone/);
    expect(output).toContain('absent (1 recording)\n  No source has it');
    expect(output).not.toContain('\u001b');
    expect((await run('recordings', '--state', 'stored')).output).not.toContain('p-2');
    expect((await run('recordings', '--limit', '1')).output).toContain('There are more: raise --limit.');
});

test('shows everything about the recordings of a call', async () => {
    await add(1, 10, 'failed');
    const { output } = await run('recording', 'p-1');
    expect(output).toMatch(/recording +could not be copied; nothing happens until it is retried/);
    expect(output).toMatch(/what to do +No source has it;/);
    expect((await run('recordings', 'retry', 'p-1')).output).toMatch(/^1 recording retried\. See/);
    expect((await run('recording', 'p-1')).output).toMatch(/recording +is not copied yet/);
    const again = await run('recordings', 'retry', 'p-1');
    expect(again).toMatchObject({
        code: 1,
        output: '',
        errors: 'No recording of this call has failed or waits for another try.\n'
    });
});

test('retries all recordings that failed, or those with a code', async () => {
    for (const number of [1, 2, 3]) await add(number, 10, 'failed');
    await server.database.query("UPDATE recordings SET failed_code = 'refused' WHERE call_id = 'test:3'");
    const { code, output } = await run('recordings', 'retry', '--all', '--code', 'absent');
    expect([code, output]).toEqual([0, expect.stringMatching(/^2 recordings retried\. See .* --state failed\n$/)]);
    expect((await run('recordings', '--state', 'failed')).output).toContain('p-3');
    expect((await run('recordings', 'retry', '--all')).output).toMatch(/^1 recording retried\./);
    expect(await run('recordings', 'retry', '--all')).toMatchObject({
        code: 0,
        output: expect.stringMatching(/none was retried/)
    });
});

test('shows who holds a call that has no recording yet', async () => {
    await insertCall(server.database, { id: 'test:1' });
    expect((await run('recording', 'p-1')).output).toBe('The call has no recording.\n');
    await run('hold', 'p-1', ...WHO);
    expect((await run('recording', 'p-1')).output).toMatch(
        /^The call has no recording\.\n\non hold since .*\nby +Ana Souza/
    );
});

test('holds, refuses to erase what is held, releases and erases', async () => {
    const { file } = await add(1, 10);
    expect((await run('hold', 'p-1', ...WHO)).output).toMatch(/^On hold since \d{4}-/);
    expect((await run('recordings', '--held')).output).toContain('on hold');
    expect((await run('recording', 'p-1')).output).toMatch(/because +Processo 0001/);
    const refused = await run('erase', 'p-1', ...WHO, '--force', '--yes');
    expect(refused).toMatchObject({ code: 1, errors: expect.stringContaining('under a legal hold') });
    expect((await run('release', 'p-1', ...WHO)).output).toMatch(/^Released; Ana Souza held it since/);
    const young = await run('erase', 'p-1', ...WHO, '--yes');
    expect(young).toMatchObject({ code: 1, errors: expect.stringContaining('Decreto 11.034/2022') });
    expect(existsSync(join(server.folder, file))).toBe(true);
    expect(await run('erase', 'p-1', ...WHO, '--force', '--yes')).toMatchObject({
        code: 0,
        output: '1 recording erased (15 B).\n'
    });
    expect(existsSync(join(server.folder, file))).toBe(false);
    expect((await run('recording', 'p-1')).output).toMatch(/recording +is deleted/);
    const { output } = await run('audit', 'p-1');
    expect(output).toMatch(/ erased +p-1 +– +Ana Souza +– +admin +\S*127\.0\.0\.1 +Processo 0001/);
});

test('erases nothing unasked where nobody can be asked', async () => {
    const { file } = await add(1, 200);
    const { code, errors } = await run('erase', 'p-1', ...WHO);
    expect(code).toBe(2);
    expect(errors).toContain('Nobody can be asked here whether to erase: add --yes.');
    expect(existsSync(join(server.folder, file))).toBe(true);
});

test('tells of the runs of the deletion job', async () => {
    expect((await run('sweeps')).output).toBe('The deletion job has not run yet.\n');
    const begun = await server.recordings.sweeps.begin(120);
    await server.recordings.sweeps.finish(begun?.id ?? 0, { deleted: 3, bytes: 9_400_000, held: 2, failed: 1 });
    const [headings, line] = (await run('sweeps')).output.split('\n');
    expect(headings).toMatch(/DELETED +SIZE +ON HOLD +FAILED$/);
    expect(line).toMatch(/ 3 +9\.4 MB +2 +1$/);
});

test('prints the audit as a table, as JSON, and as a file for spreadsheets', async () => {
    await add(1, 10, 'failed');
    await run('recordings', 'retry', 'p-1');
    expect((await run('audit', 'p-1')).output).toMatch(/ retried +p-1 +–/);
    const { entries } = JSON.parse((await run('audit', '--json')).output) as { entries: { action: string }[] };
    expect(entries[0]).toMatchObject({ action: 'retried' });
    const csv = await run('audit', 'p-1', '--csv', '--delimiter', ',');
    expect(csv.output).toMatch(/^\uFEFF"id","at","action",.*\r\n\d+,"[^"]+","retried","p-1",/);
    expect((await run('audit', '--to', '2020-01-01')).output).toBe('The audit has no such entry.\n');
});

test('exports more pages than one, all of them', async () => {
    await server.database.query(
        `INSERT INTO recording_audit (action, protocol, via) SELECT 'heard', 'p-' || n, 'console' FROM generate_series(1, 2500) AS n`
    );
    const { output } = await run('audit', '--csv');
    expect(output.match(/"heard"/g)).toHaveLength(2500);
    expect(new Set(output.match(/"p-\d+"/g)).size).toBe(2500);
    expect((await run('audit')).output).toContain('There are more: raise --limit, or narrow it');
});
