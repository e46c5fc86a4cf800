import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '../../src/logger.ts';
import { allCallsWritten } from '../support/databaseClient.ts';
import { eventually } from '../support/eventually.ts';
import { type Flow, startFlow } from '../support/startFlow.ts';
import { joinAsAgent } from '../support/testAgent.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';
import { about, aboutLeg, answered, arrived, ended, handedToBruno, MARIA } from '../support/webhookStory.ts';

let org: TestOrg;
let flow: Flow;

beforeEach(async () => {
    org = await startTestOrg();
});
afterEach(async () => {
    await flow.close();
    await org.close();
});

async function startWith(mapping: object, onLine?: (line: string) => void): Promise<void> {
    const file = join(mkdtempSync(join(tmpdir(), 'mapping-')), 'mapping.json');
    writeFileSync(file, JSON.stringify(mapping));
    flow = await startFlow({
        org,
        environment: { MAPPING_FILE: file },
        ...(onLine && { log: createLogger('info', { write: onLine }) })
    });
}

test('the contact centre’s own words and fields are written', async () => {
    await startWith({
        case: {
            callingNumberField: null,
            subject: { inbound: '{queue}: {callerName} ({number})' },
            status: 'Working',
            fields: { CallingNumber__c: '{extension}/{protocol}' }
        },
        task: { subject: 'Ligação {protocol}', comments: { notRecorded: 'Ramal {extension}, fila {queue}' } }
    });
    await flow.telephony.tell(arrived(MARIA), ...answered, ended);
    await allCallsWritten(flow.database);
    const [row] = await org.query<{ CallProtocol__c: string }>(
        'SELECT CallProtocol__c, CallingNumber__c, Subject, Status FROM Case WHERE CallProtocol__c != null'
    );
    expect(row).toMatchObject({
        Subject: 'suporte: Maria da Silva ((11) 98765-4321)',
        Status: 'Working',
        CallingNumber__c: `1001/${row?.CallProtocol__c}`
    });
    expect(await org.query('SELECT Subject, Description FROM Task WHERE CallObject != null')).toMatchObject([
        { Subject: `Ligação ${row?.CallProtocol__c}`, Description: 'Ramal 1001, fila suporte' }
    ]);
});

test('the Case stays with who took the call when the contact centre wants it so', async () => {
    await startWith({ transfer: { owner: 'stays' } });
    await flow.telephony.tell(arrived(MARIA), ...answered, ...handedToBruno, ended);
    await allCallsWritten(flow.database);
    expect(await org.query('SELECT Owner.Name FROM Case WHERE CallProtocol__c != null')).toMatchObject([
        { Owner: { Name: 'Ana Souza' } }
    ]);
});

test.each([
    ['missed', [ended], 'Perdida de (11) 98765-4321'],
    ['abandoned', [about('callAbandoned', 20), about('callEnded', 20)], 'Desistiu: (11) 98765-4321']
])('a call that was %s leaves a Task with the caller and no Case', async (_outcome, end, subject) => {
    await startWith({
        task: { missed: 'Perdida de {number}', abandoned: 'Desistiu: {number}' }
    });
    await flow.telephony.tell(arrived(MARIA), aboutLeg('legOffered', 1, '1001'), ...end);
    await allCallsWritten(flow.database);
    expect(
        await org.query(
            'SELECT Subject, Description, WhatId, Who.Name, Owner.Name, CallObject FROM Task WHERE CallObject != null'
        )
    ).toMatchObject([
        {
            Subject: subject,
            Description: 'Sem gravação: a ligação não foi atendida.',
            WhatId: null,
            Who: { Name: 'Maria da Silva' },
            Owner: { Name: 'Ana Souza' },
            CallObject: 'webhook:c'
        }
    ]);
    expect(await org.query('SELECT Id FROM Case WHERE CallProtocol__c != null')).toEqual([]);
});

test('the Task of a missed call whose answer was lost is not written twice', async () => {
    await startWith({ task: { missed: 'Perdida de {number}' } });
    await org.fail({ kind: 'dropAfterCommit', times: 1, match: { method: 'POST', pathIncludes: '/composite' } });
    await flow.telephony.tell(arrived(MARIA), aboutLeg('legOffered', 1, '1001'), ended);
    await allCallsWritten(flow.database);
    expect(await org.query('SELECT Id FROM Task WHERE CallObject != null')).toHaveLength(1);
});

test('with a field that the org does not have telephones ring, nothing is written, and the log names the real one', async () => {
    const lines: string[] = [];
    await startWith({ case: { taxIdField: 'CallerTaxID_c' } }, (line) => lines.push(line));
    await eventually(
        async () => lines.filter((line) => line.includes('case.taxIdField')),
        (found) => found.length > 0
    );
    expect(lines.join('')).toMatch(/CallerTaxID_c.*CallerTaxId__c/);
    await flow.telephony.tell(arrived(MARIA), ...answered);
    const ana = await joinAsAgent(flow.bridge.url, org.url, 'ana@local.org');
    expect(await ana.seesCall((call) => call.state === 'talking')).toMatchObject({ case: null });
    ana.leave();
    expect(await org.query('SELECT Id FROM Case WHERE CallProtocol__c != null')).toEqual([]);
});

test('a lead who calls is named on the Case when nobody else has the number', async () => {
    const [set] = await org.query<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'SoftphoneLeadLookup'");
    const [user] = await org.query<{ Id: string }>("SELECT Id FROM User WHERE Username = 'bridge@local.org'");
    await org.create('PermissionSetAssignment', { PermissionSetId: set?.Id, AssigneeId: user?.Id });
    await startWith({ caller: { leads: true } });
    await flow.telephony.tell(arrived('5527998761212'), ...answered, ended);
    await allCallsWritten(flow.database);
    expect(
        await org.query('SELECT SuppliedName, SuppliedPhone, ContactId FROM Case WHERE CallProtocol__c != null')
    ).toMatchObject([{ SuppliedName: 'Renata Siqueira', SuppliedPhone: '(27) 99876-1212', ContactId: null }]);
});
