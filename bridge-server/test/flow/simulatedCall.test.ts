import type { App } from '../../src/app.ts';
import type { RecordingTicket } from '../../src/contract/recordings.ts';
import { eventually } from '../support/eventually.ts';
import { type CaseRow, CASES, type TaskRow, TASKS } from '../support/salesforceRows.ts';
import { startTestBridge } from '../support/startTestBridge.ts';
import { joinAsAgent, type TestAgent } from '../support/testAgent.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';

let org: TestOrg;
let bridge: App;
let ana: TestAgent;
let bruno: TestAgent;

beforeAll(async () => {
    org = await startTestOrg();
    bridge = await startTestBridge({ ...org.bridgeEnvironment, SIMULATOR: 'on' });
    ana = await joinAsAgent(bridge.url, org.url, 'ana@local.org');
    bruno = await joinAsAgent(bridge.url, org.url, 'bruno@local.org');
});
afterAll(async () => {
    ana.leave();
    bruno.leave();
    await bridge.close();
    await org.close();
});

async function ring(number: string | null, name: string | null = null): Promise<string> {
    const response = await ana.request('POST', '/simulator/calls', { number, name });
    return ((await response.json()) as { callId: string }).callId;
}

const caseOf = async (protocol: string) =>
    (await org.query<CaseRow>(CASES)).filter((row) => row.CallProtocol__c === protocol);
const tasksOf = async (protocol: string) =>
    (await org.query<TaskRow>(TASKS)).filter((row) => row.Subject.endsWith(protocol));

/** Changes a character within the ticket's signature; those at its end carry bits that count for nothing. */
const forgeSignature = (url: string): string => {
    const middle = url.lastIndexOf('.') + 20;
    return `${url.slice(0, middle)}${url[middle] === 'A' ? 'B' : 'A'}${url.slice(middle + 1)}`;
};

/** Ana answers, waits for the Case, and hangs up; resolves to the call's protocol once its Task is there. */
async function serve(callId: string): Promise<string> {
    expect((await ana.command(callId, 'answer')).status).toBe(204);
    const { protocol } = await ana.seesCall((call) => call.callId === callId && Boolean(call.case?.number));
    expect((await ana.command(callId, 'hangup')).status).toBe(204);
    await eventually(
        () => tasksOf(protocol),
        (tasks) => tasks.length === 1
    );
    return protocol;
}

test('a caller who is in no record leaves everything empty but the calling number', async () => {
    const protocol = await serve(await ring('5548991234567'));
    expect(await caseOf(protocol)).toMatchObject([
        {
            CallerTaxId__c: null,
            Contact: null,
            Account: null,
            ContactPhone: null,
            SuppliedPhone: '(48) 99123-4567',
            CallingNumber__c: '5548991234567',
            Owner: { Name: 'Ana Souza' }
        }
    ]);
});

test('a withheld number is matched with nobody', async () => {
    const protocol = await serve(await ring(null));
    expect(await caseOf(protocol)).toMatchObject([{ Contact: null, SuppliedPhone: null, CallingNumber__c: null }]);
});

test.each([
    `Robert'); DROP TABLE--`,
    '{} AND OR NOT \\ " \' ? * ~ ^ & | ! [ ] ( ) : + -',
    '😀'.repeat(60),
    '\u0000\u0001\n'
])('a caller who announces %j is data only', async (number) => {
    const protocol = await serve(await ring(number, number));
    const [opened] = await caseOf(protocol);
    expect(opened).toMatchObject({ Contact: null });
    expect(opened?.Owner.Name).toBe('Ana Souza');
});

test('the recording plays for who holds a ticket, piece by piece, and for nobody else', async () => {
    const protocol = await serve(await ring('5511987654321'));
    const response = await eventually(
        () => ana.request('POST', `/recordings/${protocol}/ticket`),
        ({ status }) => status === 201
    );
    const { parts } = (await response.json()) as RecordingTicket;
    const url = parts[0]?.url ?? '';
    const whole = await fetch(url);
    expect(whole.status).toBe(200);
    expect(whole.headers.get('content-type')).toBe('audio/wav');
    expect(
        Buffer.from(await whole.arrayBuffer())
            .subarray(0, 4)
            .toString()
    ).toBe('RIFF');
    const piece = await fetch(url, { headers: { range: 'bytes=0-99' } });
    expect(piece.status).toBe(206);
    expect(piece.headers.get('content-range')).toMatch(/^bytes 0-99\//);

    expect((await fetch(url.replace(/\?.*/, ''))).status).toBe(401);
    expect((await fetch(forgeSignature(url))).status).toBe(401);
    expect((await fetch(url.replace(protocol, '20200101000001'))).status).toBe(401);
    expect((await fetch(`${bridge.url}/recordings/${protocol}/ticket`, { method: 'POST' })).status).toBe(401);
});

test('a call is no business of another agent', async () => {
    const callId = await ring('5511987654321');
    await ana.seesCall((call) => call.callId === callId);
    expect((await bruno.command(callId, 'answer')).status).toBe(403);
    expect(bruno.heard.some(({ event }) => event === 'call')).toBe(false);
    expect((await ana.command(callId, 'reject')).status).toBe(204);
    expect(await ana.seesCall((call) => call.callId === callId && call.result !== null)).toMatchObject({
        result: 'refused'
    });
    expect((await ana.command(callId, 'answer')).status).toBe(409);
});

test('what the agent edits on the Case stays when the call ends', async () => {
    const callId = await ring('5511987654321');
    await ana.command(callId, 'answer');
    const { case: opened, protocol } = await ana.seesCall((call) => call.callId === callId && call.case !== null);
    await org.update('Case', opened!.id, { Subject: 'Segunda via', Status: 'Working', SuppliedPhone: '123' });
    await ana.command(callId, 'hangup');
    await eventually(
        () => tasksOf(protocol),
        (tasks) => tasks.length === 1
    );
    expect(await caseOf(protocol)).toMatchObject([{ Subject: 'Segunda via', Status: 'Working', SuppliedPhone: '123' }]);
});

test('an agent who comes back hears what changed while they were away', async () => {
    const lastHeard = Math.max(...ana.heard.map(({ id }) => id));
    const protocol = await serve(await ring('5511987654321'));
    const again = await joinAsAgent(bridge.url, org.url, 'ana@local.org', lastHeard);
    expect(again.heard[0]?.event ?? 'snapshot').toBe('snapshot');
    expect(await again.seesCall((call) => call.protocol === protocol && call.state === 'ended')).toMatchObject({
        result: 'answered'
    });
    again.leave();
});

describe('when Salesforce fails', () => {
    test('a locked row is tried again, and there is one Case and one Task', async () => {
        await org.fail({
            kind: 'status',
            status: 400,
            errorCode: 'UNABLE_TO_LOCK_ROW',
            message: 'unable to obtain exclusive access',
            times: 2,
            match: { method: 'POST' }
        });
        const protocol = await serve(await ring('5511987654321'));
        expect(await caseOf(protocol)).toHaveLength(1);
    });

    test('an answer that is lost after the write doubles nothing', async () => {
        await org.fail({
            kind: 'dropAfterCommit',
            times: 1,
            match: { method: 'POST', pathIncludes: '/composite/sobjects' }
        });
        const callId = await ring('5511987654321');
        await ana.command(callId, 'answer');
        const { protocol } = await ana.seesCall((call) => call.callId === callId && Boolean(call.case?.number));
        await org.fail({
            kind: 'dropAfterCommit',
            times: 1,
            match: { method: 'POST', pathIncludes: '/composite/sobjects' }
        });
        await ana.command(callId, 'hangup');
        await ana.seesCall((call) => call.callId === callId && call.state === 'ended');
        await eventually(
            () => tasksOf(protocol),
            (tasks) => tasks.length >= 1
        );
        await ana.request('GET', '/agent/history');
        expect(await caseOf(protocol)).toHaveLength(1);
        expect(await tasksOf(protocol)).toHaveLength(1);
    });

    test('the softphone rings whatever Salesforce does', async () => {
        await org.fail({ kind: 'status', status: 503, errorCode: 'SERVER_UNAVAILABLE', message: 'down', times: 3 });
        const callId = await ring('5511987654321');
        expect(await ana.seesCall((call) => call.callId === callId && call.state === 'ringing')).toBeDefined();
        await serve(callId);
    });
});
