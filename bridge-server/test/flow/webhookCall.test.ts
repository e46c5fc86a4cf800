import { allCallsWritten } from '../support/databaseClient.ts';
import { type CaseRow, CASES, type TaskRow, TASKS } from '../support/salesforceRows.ts';
import { type Flow, startFlow } from '../support/startFlow.ts';

let flow: Flow;
let org: Flow['org'];
let database: Flow['database'];
let telephony: Flow['telephony'];

beforeEach(async () => {
    flow = await startFlow();
    ({ org, database, telephony } = flow);
});
afterEach(() => flow.close());

const at = (time: string) => `2026-11-23T${time}.000Z`;
const aboutCall = (type: string, time: string, details: object = {}) => ({
    type,
    callId: 'pbx-7',
    at: at(time),
    ...details
});
const aboutLeg = (type: string, time: string, agent: string, details: object = {}) =>
    aboutCall(type, time, { legId: `pbx-7-${agent}`, agent, ...details });

const inbound = { facts: { direction: 'inbound', number: '5511987654321', queue: 'suporte' } };
const ended = [
    aboutCall('recordingReady', '12:01:11', { name: 'pbx-7', format: 'wav' }),
    aboutCall('callEnded', '12:01:11')
];

test('a Task lasts as long as the agent talked, not as long as the customer waited', async () => {
    await telephony.tell(
        aboutCall('callArrived', '12:00:00', inbound),
        aboutLeg('legOffered', '12:00:01', '1001'),
        aboutLeg('legAnswered', '12:00:05', '1001'),
        aboutLeg('legHeld', '12:00:20', '1001'),
        aboutLeg('legResumed', '12:00:30', '1001'),
        aboutLeg('legEnded', '12:01:10', '1001'),
        ...ended
    );
    await allCallsWritten(database);
    expect(await org.query<CaseRow>(CASES)).toMatchObject([
        { Subject: 'Ligação de (11) 98765-4321', Contact: { Name: 'Maria da Silva' }, Owner: { Name: 'Ana Souza' } }
    ]);
    expect(await org.query<TaskRow>(TASKS)).toMatchObject([{ CallType: 'Inbound', CallDurationInSeconds: 65 }]);
});

test('a call that an agent makes is an outbound one, to whom they called', async () => {
    const outbound = { facts: { direction: 'outbound', number: '5511987654321' } };
    await telephony.tell(
        aboutLeg('callDialled', '12:00:00', '1001', outbound),
        aboutLeg('legAnswered', '12:00:08', '1001'),
        aboutLeg('legEnded', '12:00:38', '1001'),
        ...ended
    );
    await allCallsWritten(database);
    expect(await org.query<CaseRow>(CASES)).toMatchObject([
        { Subject: 'Ligação para (11) 98765-4321', Contact: { Name: 'Maria da Silva' }, Owner: { Name: 'Ana Souza' } }
    ]);
    expect(await org.query<TaskRow>(TASKS)).toMatchObject([
        { CallType: 'Outbound', CallDurationInSeconds: 30, Owner: { Name: 'Ana Souza' } }
    ]);
});

test('a call that is handed over stays one Case, which goes to the colleague, and each agent has a Task on it', async () => {
    await telephony.tell(
        aboutCall('callArrived', '12:00:00', inbound),
        aboutLeg('legOffered', '12:00:01', '1001'),
        aboutLeg('legAnswered', '12:00:05', '1001'),
        aboutLeg('legTransferred', '12:00:25', '1001', { mode: 'blind', to: '1002' }),
        aboutLeg('legOffered', '12:00:26', '1002'),
        aboutLeg('legAnswered', '12:00:30', '1002'),
        aboutLeg('legEnded', '12:01:10', '1002'),
        ...ended
    );
    await allCallsWritten(database);
    const cases = await org.query<CaseRow>(CASES);
    expect(cases).toMatchObject([{ Owner: { Name: 'Bruno Lima' } }]);
    const onTheCase = { WhatId: cases[0]?.Id, Subject: `Protocolo ${cases[0]?.CallProtocol__c}` };
    expect(await org.query<TaskRow>(TASKS)).toMatchObject([
        { ...onTheCase, Owner: { Name: 'Ana Souza' }, CallDurationInSeconds: 20, CallObject: 'webhook:pbx-7-1001' },
        { ...onTheCase, Owner: { Name: 'Bruno Lima' }, CallDurationInSeconds: 40, CallObject: 'webhook:pbx-7-1002' }
    ]);
});

test('a call that nobody answers leaves nothing in Salesforce', async () => {
    await telephony.tell(
        aboutCall('callArrived', '12:00:00', inbound),
        aboutLeg('legOffered', '12:00:01', '1001'),
        aboutCall('callAbandoned', '12:00:20'),
        aboutCall('callEnded', '12:00:20')
    );
    await allCallsWritten(database);
    expect(await org.query<CaseRow>(CASES)).toEqual([]);
    expect(await org.query<TaskRow>(TASKS)).toEqual([]);
});

test.each([
    ['callArrived', aboutCall],
    ['callDialled', (type: string, time: string, details: object) => aboutLeg(type, time, '1001', details)]
])('a call between colleagues that begins with %s leaves nothing in Salesforce', async (type, about) => {
    await telephony.tell(
        about(type, '12:00:00', { facts: { direction: 'internal', number: '1002' } }),
        aboutLeg('legOffered', '12:00:01', '1001'),
        aboutLeg('legAnswered', '12:00:05', '1001'),
        aboutLeg('legEnded', '12:00:50', '1001'),
        aboutCall('callEnded', '12:00:50')
    );
    await allCallsWritten(database);
    expect(await org.query<CaseRow>(CASES)).toEqual([]);
    expect(await org.query<TaskRow>(TASKS)).toEqual([]);
});
