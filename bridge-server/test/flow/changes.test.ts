import type { App } from '../../src/app.ts';
import { allCallsWritten } from '../support/databaseClient.ts';
import { eventually } from '../support/eventually.ts';
import { startTestBridge } from '../support/startTestBridge.ts';
import { joinAsAgent, type TestAgent } from '../support/testAgent.ts';
import { createTestDatabase, toDatabaseUrl } from '../support/testDatabase.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';
import { createWebhookSide, WEBHOOK_SECRET, type WebhookSide } from '../support/webhookSide.ts';

let org: TestOrg;
let bridge: App;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let telephony: WebhookSide;
let ana: TestAgent;

beforeEach(async () => {
    org = await startTestOrg();
    database = await createTestDatabase();
    bridge = await startTestBridge({
        ...org.bridgeEnvironment,
        DATABASE_URL: toDatabaseUrl(database),
        WEBHOOK_SECRETS: WEBHOOK_SECRET
    });
    telephony = createWebhookSide(bridge.url);
    ana = await joinAsAgent(bridge.url, org.url, 'ana@local.org');
});
afterEach(async () => {
    ana.leave();
    await bridge.close();
    await org.close();
});

const at = (time: string) => `2026-11-23T${time}.000Z`;
const about = (type: string, time: string, details: object = {}) => ({ type, callId: 'c', at: at(time), ...details });
const aboutLeg = (type: string, time: string, agent: string, details: object = {}) =>
    about(type, time, { legId: `c-${agent}`, agent, ...details });
const from = (number: string) => about('callArrived', '12:00:00', { facts: { direction: 'inbound', number } });

const SHARED = '551122953040';
const answered = [aboutLeg('legOffered', '12:00:01', '1001'), aboutLeg('legAnswered', '12:00:05', '1001')];
const handedToBruno = [
    aboutLeg('legTransferred', '12:00:25', '1001', { mode: 'blind', to: '1002' }),
    aboutLeg('legOffered', '12:00:26', '1002'),
    aboutLeg('legAnswered', '12:00:30', '1002')
];
const over = about('callEnded', '12:01:00');

interface Row {
    Id: string;
    Subject: string;
    Status: string;
    Priority: string;
    CallerTaxId__c: string | null;
    Owner: { Name: string };
    Contact: { Name: string } | null;
}
const theCase = async (): Promise<Row> => {
    const fields = 'Id, Subject, Status, Priority, CallerTaxId__c, Owner.Name, Contact.Name';
    const [row] = await org.query<Row>(`SELECT ${fields} FROM Case WHERE CallProtocol__c != null`);
    return row as Row;
};
const opened = () => ana.seesCall((call) => call.case !== null);
const userId = async (username: string) =>
    (await org.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = '${username}'`))[0]?.Id ?? '';

describe('what a person edited stays', () => {
    test('whatever the call does next', async () => {
        await telephony.tell(from('5511987654321'), ...answered);
        const { id } = (await opened()).case!;
        await org.update('Case', id, { Subject: 'Segunda via', Status: 'Working', Priority: 'High' });
        await telephony.tell(...handedToBruno, over);
        await allCallsWritten(database);
        expect(await theCase()).toMatchObject({
            Subject: 'Segunda via',
            Status: 'Working',
            Priority: 'High',
            Owner: { Name: 'Bruno Lima' }
        });
    });

    test('the owner too, when somebody outside the call was given the Case', async () => {
        await telephony.tell(from('5511987654321'), ...answered);
        const { id } = (await opened()).case!;
        await org.update('Case', id, { OwnerId: await userId('admin@local.org') });
        await telephony.tell(...handedToBruno, over);
        await allCallsWritten(database);
        expect((await theCase()).Owner.Name).toBe('Adélia Martins');
    });

    test('an edit in the very moment in which the Case is handed over', async () => {
        await telephony.tell(from('5511987654321'), ...answered);
        const { id } = (await opened()).case!;
        // the bridge has read the Case and is about to write when somebody edits it
        await org.fail({ kind: 'delay', delayMs: 2_500, times: 1, match: { method: 'PATCH', pathIncludes: '/Case' } });
        await telephony.tell(...handedToBruno);
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        await org.update('Case', id, { OwnerId: await userId('admin@local.org'), Subject: 'Minha' });
        await telephony.tell(over);
        await allCallsWritten(database);
        expect(await theCase()).toMatchObject({ Subject: 'Minha', Owner: { Name: 'Adélia Martins' } });
    });

    test('on the Task', async () => {
        await telephony.tell(from('5511987654321'), ...answered, over);
        await allCallsWritten(database);
        const [task] = await org.query<{ Id: string }>("SELECT Id FROM Task WHERE CallObject = 'webhook:c-1001'");
        await org.update('Task', task!.Id, { Description: 'Ligou para reclamar', Subject: 'Reclamação' });
        await telephony.tell(about('recordingReady', '12:01:05', { name: 'c', format: 'wav' }), over);
        await allCallsWritten(database);
        expect(await org.query('SELECT Subject, Description FROM Task WHERE CallObject != null')).toMatchObject([
            { Subject: 'Reclamação', Description: 'Ligou para reclamar' }
        ]);
    });
});

describe('the agent who knows better than the lookup', () => {
    const choose = (callId: string, candidateId: string | null) =>
        ana.request('PUT', `/agent/calls/${encodeURIComponent(callId)}/contact`, { candidateId });

    test('says who is calling, and the Case and its Tasks follow', async () => {
        await telephony.tell(from(SHARED), ...answered);
        const { callId, caller } = await opened();
        expect(caller).toMatchObject({ who: { name: 'Helena Pereira' }, reason: 'servedLast' });
        const joao = caller?.others.find(({ name }) => name === 'João Pereira');
        expect((await choose(callId, joao!.id)).status).toBe(204);
        await ana.seesCall((call) => call.caller?.reason === 'chosenByAgent' && call.caller.who?.id === joao!.id);
        await eventually(theCase, ({ Contact }) => Contact?.Name === 'João Pereira');
        await telephony.tell(over);
        await allCallsWritten(database);
        expect(await org.query('SELECT Who.Name FROM Task WHERE CallObject != null')).toMatchObject([
            { Who: { Name: 'João Pereira' } }
        ]);

        expect((await choose(callId, caller!.who!.id)).status).toBe(204);
        await allCallsWritten(database);
        expect((await theCase()).Contact?.Name).toBe('Helena Pereira');
        expect(await org.query('SELECT Who.Name FROM Task WHERE CallObject != null')).toMatchObject([
            { Who: { Name: 'Helena Pereira' } }
        ]);
    });

    test('says that it is none of them', async () => {
        await telephony.tell(from('5511987654321'), ...answered);
        const { callId } = await opened();
        expect((await theCase()).CallerTaxId__c).not.toBeNull();
        expect((await choose(callId, null)).status).toBe(204);
        await eventually(theCase, ({ Contact }) => Contact === null);
        expect((await theCase()).CallerTaxId__c).toBeNull();
    });

    test('chooses before the Case is open, and it is opened for whom they chose', async () => {
        await telephony.tell(from(SHARED), aboutLeg('legOffered', '12:00:01', '1001'));
        const { callId, caller } = await ana.seesCall((call) => call.caller !== null);
        expect((await choose(callId, caller!.others[0]!.id)).status).toBe(204);
        await telephony.tell(aboutLeg('legAnswered', '12:00:05', '1001'));
        await opened();
        expect((await theCase()).Contact?.Name).toBe('João Pereira');
    });

    test('chooses while the answer about the Case is on its way, and the Case follows', async () => {
        await telephony.tell(from(SHARED), aboutLeg('legOffered', '12:00:01', '1001'));
        const { callId, caller } = await ana.seesCall((call) => call.caller !== null);
        await org.fail({ kind: 'dropAfterCommit', times: 1, match: { method: 'POST', pathIncludes: '/composite' } });
        await telephony.tell(aboutLeg('legAnswered', '12:00:05', '1001'));
        await eventually(theCase, (row) => row !== undefined);
        expect((await choose(callId, caller!.others[0]!.id)).status).toBe(204);
        await eventually(theCase, ({ Contact }) => Contact?.Name === 'João Pereira');
    });

    test('cannot choose somebody else, nor for a colleague', async () => {
        await telephony.tell(from(SHARED), ...answered);
        const { callId } = await opened();
        expect((await choose(callId, '003000000000000AAA')).status).toBe(404);
        expect((await choose('webhook:unknown', null)).status).toBe(404);
        expect((await choose(callId, 'Robert')).status).toBe(400);
        const bruno = await joinAsAgent(bridge.url, org.url, 'bruno@local.org');
        const path = `/agent/calls/${encodeURIComponent(callId)}/contact`;
        expect((await bruno.request('PUT', path, { candidateId: null })).status).toBe(403);
        bruno.leave();
    });
});
