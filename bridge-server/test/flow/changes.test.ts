import { allCallsWritten } from '../support/databaseClient.ts';
import { eventually } from '../support/eventually.ts';
import { type Flow, startFlow } from '../support/startFlow.ts';
import { joinAsAgent, type TestAgent } from '../support/testAgent.ts';
import { about, aboutLeg, answered, arrived, ended, handedToBruno, MARIA, SHARED } from '../support/webhookStory.ts';

let flow: Flow;
let ana: TestAgent;

beforeEach(async () => {
    flow = await startFlow();
    ana = await joinAsAgent(flow.bridge.url, flow.org.url, 'ana@local.org');
});
afterEach(async () => {
    ana.leave();
    await flow.close();
});

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
    const [row] = await flow.org.query<Row>(`SELECT ${fields} FROM Case WHERE CallProtocol__c != null`);
    return row as Row;
};
const opened = () => ana.seesCall((call) => call.case !== null);
const userId = async (username: string) =>
    (await flow.org.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = '${username}'`))[0]?.Id ?? '';

describe('what a person edited stays', () => {
    test('whatever the call does next', async () => {
        await flow.telephony.tell(arrived(MARIA), ...answered);
        const { id } = (await opened()).case!;
        await flow.org.update('Case', id, { Subject: 'Segunda via', Status: 'Working', Priority: 'High' });
        await flow.telephony.tell(...handedToBruno, ended);
        await allCallsWritten(flow.database);
        expect(await theCase()).toMatchObject({
            Subject: 'Segunda via',
            Status: 'Working',
            Priority: 'High',
            Owner: { Name: 'Bruno Lima' }
        });
    });

    test('the owner too, when somebody outside the call was given the Case', async () => {
        await flow.telephony.tell(arrived(MARIA), ...answered);
        const { id } = (await opened()).case!;
        await flow.org.update('Case', id, { OwnerId: await userId('admin@local.org') });
        await flow.telephony.tell(...handedToBruno, ended);
        await allCallsWritten(flow.database);
        expect((await theCase()).Owner.Name).toBe('Adélia Martins');
    });

    test('an edit in the very moment in which the Case is handed over', async () => {
        await flow.telephony.tell(arrived(MARIA), ...answered);
        const { id } = (await opened()).case!;
        // the bridge has read the Case and is about to write when somebody edits it
        await flow.org.fail({
            kind: 'delay',
            delayMs: 2_500,
            times: 1,
            match: { method: 'PATCH', pathIncludes: '/Case' }
        });
        await flow.telephony.tell(...handedToBruno);
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        await flow.org.update('Case', id, { OwnerId: await userId('admin@local.org'), Subject: 'Minha' });
        await flow.telephony.tell(ended);
        await allCallsWritten(flow.database);
        expect(await theCase()).toMatchObject({ Subject: 'Minha', Owner: { Name: 'Adélia Martins' } });
    });

    test('on the Task', async () => {
        await flow.telephony.tell(arrived(MARIA), ...answered, ended);
        await allCallsWritten(flow.database);
        const [task] = await flow.org.query<{ Id: string }>("SELECT Id FROM Task WHERE CallObject = 'webhook:c-1001'");
        await flow.org.update('Task', task!.Id, { Description: 'Ligou para reclamar', Subject: 'Reclamação' });
        await flow.telephony.tell(about('recordingReady', 41, { name: 'c', format: 'wav' }), ended);
        await allCallsWritten(flow.database);
        expect(await flow.org.query('SELECT Subject, Description FROM Task WHERE CallObject != null')).toMatchObject([
            { Subject: 'Reclamação', Description: 'Ligou para reclamar' }
        ]);
    });
});

describe('the agent who knows better than the lookup', () => {
    const choose = (callId: string, candidateId: string | null) =>
        ana.request('PUT', `/agent/calls/${encodeURIComponent(callId)}/contact`, { candidateId });

    test('says who is calling, and the Case and its Tasks follow', async () => {
        await flow.telephony.tell(arrived(SHARED), ...answered);
        const { callId, caller } = await opened();
        expect(caller).toMatchObject({ who: { name: 'Helena Pereira' }, reason: 'servedLast' });
        const joao = caller?.others.find(({ name }) => name === 'João Pereira');
        expect((await choose(callId, joao!.id)).status).toBe(204);
        await ana.seesCall((call) => call.caller?.reason === 'chosenByAgent' && call.caller.who?.id === joao!.id);
        await eventually(theCase, ({ Contact }) => Contact?.Name === 'João Pereira');
        await flow.telephony.tell(ended);
        await allCallsWritten(flow.database);
        expect(await flow.org.query('SELECT Who.Name FROM Task WHERE CallObject != null')).toMatchObject([
            { Who: { Name: 'João Pereira' } }
        ]);

        expect((await choose(callId, caller!.who!.id)).status).toBe(204);
        await allCallsWritten(flow.database);
        expect((await theCase()).Contact?.Name).toBe('Helena Pereira');
        expect(await flow.org.query('SELECT Who.Name FROM Task WHERE CallObject != null')).toMatchObject([
            { Who: { Name: 'Helena Pereira' } }
        ]);
    });

    test('says that it is none of them', async () => {
        await flow.telephony.tell(arrived(MARIA), ...answered);
        const { callId } = await opened();
        expect((await theCase()).CallerTaxId__c).not.toBeNull();
        expect((await choose(callId, null)).status).toBe(204);
        await eventually(theCase, ({ Contact }) => Contact === null);
        expect((await theCase()).CallerTaxId__c).toBeNull();
    });

    test('chooses before the Case is open, and it is opened for whom they chose', async () => {
        await flow.telephony.tell(arrived(SHARED), aboutLeg('legOffered', 1, '1001'));
        const { callId, caller } = await ana.seesCall((call) => call.caller !== null);
        expect((await choose(callId, caller!.others[0]!.id)).status).toBe(204);
        await flow.telephony.tell(aboutLeg('legAnswered', 5, '1001'));
        await opened();
        expect((await theCase()).Contact?.Name).toBe('João Pereira');
    });

    test('chooses while the answer about the Case is on its way, and the Case follows', async () => {
        await flow.telephony.tell(arrived(SHARED), aboutLeg('legOffered', 1, '1001'));
        const { callId, caller } = await ana.seesCall((call) => call.caller !== null);
        await flow.org.fail({
            kind: 'dropAfterCommit',
            times: 1,
            match: { method: 'POST', pathIncludes: '/composite' }
        });
        await flow.telephony.tell(aboutLeg('legAnswered', 5, '1001'));
        await eventually(theCase, (row) => row !== undefined);
        expect((await choose(callId, caller!.others[0]!.id)).status).toBe(204);
        await eventually(theCase, ({ Contact }) => Contact?.Name === 'João Pereira');
    });

    test('cannot choose somebody else, nor for a colleague', async () => {
        await flow.telephony.tell(arrived(SHARED), ...answered);
        const { callId } = await opened();
        expect((await choose(callId, '003000000000000AAA')).status).toBe(404);
        expect((await choose('webhook:unknown', null)).status).toBe(404);
        expect((await choose(callId, 'Robert')).status).toBe(400);
        const bruno = await joinAsAgent(flow.bridge.url, flow.org.url, 'bruno@local.org');
        const path = `/agent/calls/${encodeURIComponent(callId)}/contact`;
        expect((await bruno.request('PUT', path, { candidateId: null })).status).toBe(403);
        bruno.leave();
    });
});
