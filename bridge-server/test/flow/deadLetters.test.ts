import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AdminCallDetails, AdminCalls, SyncCounts } from '../../src/contract/adminApi.ts';
import { allCallsWritten } from '../support/databaseClient.ts';
import { eventually } from '../support/eventually.ts';
import { type CaseRow, CASES, type TaskRow, TASKS } from '../support/salesforceRows.ts';
import { type Flow, startFlow } from '../support/startFlow.ts';

const ADMIN_TOKEN = 'the-token-of-who-runs-this-bridge-in-tests';
const RULE = 'Informe o motivo do contato de 5511987654321';
const COMMAND = join(import.meta.dirname, '../../tools/calls/main.ts');

let flow: Flow;
let org: Flow['org'];
let bridge: Flow['bridge'];
let database: Flow['database'];
let telephony: Flow['telephony'];

beforeEach(async () => {
    flow = await startFlow({ environment: { ADMIN_TOKEN } });
    ({ org, bridge, database, telephony } = flow);
});
afterEach(() => flow.close());

/** A validation rule of the org that refuses whatever is written to this path, until it is withdrawn. */
const refuseWrites = (pathIncludes: string) =>
    org.fail({
        kind: 'status',
        status: 400,
        errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        message: RULE,
        rate: 1,
        match: { method: 'POST', pathIncludes }
    });
const withdrawRule = () => fetch(`${org.url}/_org/faults`, { method: 'DELETE' });

async function admin<Answer>(path: string, method = 'GET'): Promise<Answer> {
    const response = await fetch(`${bridge.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${ADMIN_TOKEN}` }
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
}
const failedCalls = async () => (await admin<AdminCalls>('/admin/calls?sync=failed')).calls;
const untilFailed = (count: number) => eventually(failedCalls, (calls) => calls.length === count);

const answeredCall = (callId: string, agent = '1001') => {
    const about = (type: string, time: string, details: object = {}) => ({
        type,
        callId,
        at: `2026-11-23T${time}.000Z`,
        ...details
    });
    const leg = { legId: `${callId}-${agent}`, agent };
    return {
        answer: [
            about('callArrived', '12:00:00', { facts: { direction: 'inbound', number: '5511987654321' } }),
            about('legOffered', '12:00:01', leg),
            about('legAnswered', '12:00:05', leg)
        ],
        hangUp: [about('legEnded', '12:01:10', leg), about('callEnded', '12:01:10')]
    };
};

test('a call that a rule refuses is listed with words and advice, and retried becomes one Case and one Task', async () => {
    await refuseWrites('/composite');
    const { answer, hangUp } = answeredCall('pbx-7');
    await telephony.tell(...answer, ...hangUp);
    const [failed] = await untilFailed(1);

    expect(failed).toMatchObject({
        callId: 'webhook:pbx-7',
        sync: 'failed',
        answeredAt: '2026-11-23T12:00:05.000Z',
        step: { kind: 'openCase' },
        attempts: expect.any(Number),
        code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        saidBySalesforce: RULE,
        advice: expect.stringMatching(/validation rule.*Then retry the call\.$/)
    });
    expect(await admin<SyncCounts>('/admin/sync')).toMatchObject({ failed: 1, waiting: 0, leased: 0 });

    await withdrawRule();
    expect(await admin(`/admin/calls/${failed?.protocol}/retry`, 'POST')).toMatchObject({ due: 1 });
    await allCallsWritten(database);

    const cases = await org.query<CaseRow>(CASES);
    expect(cases).toMatchObject([{ CallProtocol__c: failed?.protocol, Owner: { Name: 'Ana Souza' } }]);
    expect(await org.query<TaskRow>(TASKS)).toMatchObject([{ WhatId: cases[0]?.Id, CallDurationInSeconds: 65 }]);
    expect(await failedCalls()).toEqual([]);
    expect(await admin<AdminCallDetails>('/admin/calls/webhook:pbx-7')).toMatchObject({
        sync: 'complete',
        saidBySalesforce: null,
        advice: null,
        case: { id: cases[0]?.Id, number: cases[0]?.CaseNumber }
    });
});

test('a retry while the rule still stands fails again and writes nothing', async () => {
    await refuseWrites('/composite');
    const { answer } = answeredCall('pbx-7');
    await telephony.tell(...answer);
    const [first] = await untilFailed(1);
    await admin('/admin/calls/webhook:pbx-7/retry', 'POST');
    await eventually(failedCalls, ([again]) => again !== undefined && again.failedAt !== first?.failedAt);
    expect(await org.query(CASES)).toEqual([]);
});

test('a refused Task names its leg, leaves the Case alone, and the command retries it', async () => {
    await refuseWrites('/composite/sobjects');
    const [one, other] = [answeredCall('pbx-7'), answeredCall('pbx-8', '1002')];
    await telephony.tell(...one.answer, ...one.hangUp, ...other.answer, ...other.hangUp);
    const failed = await untilFailed(2);
    expect(failed.map(({ step }) => step)).toEqual(
        expect.arrayContaining([
            { kind: 'saveTask', legId: 'webhook:pbx-7-1001' },
            { kind: 'saveTask', legId: 'webhook:pbx-8-1002' }
        ])
    );
    const cases = await org.query<CaseRow>(CASES);
    expect(cases).toHaveLength(2);

    await withdrawRule();
    const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, 'retry', '--all', '--step', 'saveTask'], {
        env: { ...process.env, BRIDGE_URL: bridge.url, ADMIN_TOKEN }
    });
    expect(stdout).toBe('2 calls retried.\nNone was refused again.\n');
    const tasks = await org.query<TaskRow>(TASKS);
    expect(tasks.map(({ CallObject }) => CallObject)).toEqual(['webhook:pbx-7-1001', 'webhook:pbx-8-1002']);
    expect(await org.query<CaseRow>(CASES)).toEqual(cases);
});
