import { createRecordAccess } from '../../src/salesforce/recordAccess.ts';
import { toLongId } from '../../src/salesforce/recordId.ts';
import { connectTo } from '../support/orgConnection.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';
import { forgetRequests, requestsTo } from './caller/testLookup.ts';

let org: TestOrg;
let caseId: string;
let anaId: string;
/** A user who may read no Case. */
let strangerId: string;

async function idOf(object: string, condition: string): Promise<string> {
    const [record] = await org.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE ${condition}`);
    if (!record) throw new Error(`The org has no ${object} with ${condition}`);
    return record.Id;
}

beforeAll(async () => {
    org = await startTestOrg();
    caseId = await org.create('Case', { Subject: 'Pedido' });
    anaId = await idOf('User', "Username = 'ana@local.org'");
    strangerId = await org.create('User', {
        Username: 'stranger@local.org',
        LastName: 'Sem Acesso',
        Alias: 'semac',
        IsActive: true,
        Email: 'stranger@local.org',
        ProfileId: await idOf('Profile', "Name = 'Minimum Access - API Only Integrations'"),
        TimeZoneSidKey: 'America/Sao_Paulo',
        LocaleSidKey: 'pt_BR',
        LanguageLocaleKey: 'pt_BR',
        EmailEncodingKey: 'UTF-8'
    });
});
afterAll(() => org.close());

const accessAt = (now: () => number = Date.now) => createRecordAccess({ connection: connectTo(org), now });

test('is what Salesforce says, to the integration user with its own permission set', async () => {
    const mayRead = accessAt();
    expect(await mayRead(anaId, caseId)).toBe(true);
    expect(await mayRead(strangerId, caseId)).toBe(false);
});

test('who is deactivated reads nothing any more', async () => {
    const leaverId = await org.create('User', {
        Username: 'leaver@local.org',
        LastName: 'De Saída',
        Alias: 'saida',
        IsActive: true,
        Email: 'leaver@local.org',
        ProfileId: await idOf('Profile', "Name = 'System Administrator'"),
        TimeZoneSidKey: 'America/Sao_Paulo',
        LocaleSidKey: 'pt_BR',
        LanguageLocaleKey: 'pt_BR',
        EmailEncodingKey: 'UTF-8'
    });
    expect(await accessAt()(leaverId, caseId)).toBe(true);
    await org.update('User', leaverId, { IsActive: false });
    expect(await accessAt()(leaverId, caseId)).toBe(false);
});

test('nobody may read what is not there', async () => {
    const mayRead = accessAt();
    expect(await mayRead(anaId, toLongId('500gL0000ZZZZZZ') ?? '')).toBe(false);
    expect(await mayRead(toLongId('005gL0000ZZZZZZ') ?? '', caseId)).toBe(false);
});

test('is asked once a minute', async () => {
    let minute = 0;
    const mayRead = accessAt(() => 1_800_000_000_000 + minute * 60_000);
    await forgetRequests(org);
    await Promise.all([mayRead(anaId, caseId), mayRead(anaId, caseId)]);
    minute = 0.9;
    await mayRead(anaId, caseId);
    expect(await requestsTo(org)).toMatchObject({ query: 2 });
    minute = 1.1;
    await mayRead(anaId, caseId);
    expect(await requestsTo(org)).toMatchObject({ query: 4 });
});

test('is not remembered when Salesforce gave no answer, which is told in words', async () => {
    const mayRead = accessAt();
    await org.fail({
        kind: 'status',
        times: 4,
        status: 503,
        errorCode: 'SERVER_UNAVAILABLE',
        message: 'Unavailable',
        match: { pathIncludes: '/query' }
    });
    await expect(mayRead(anaId, caseId)).rejects.toMatchObject({
        status: 503,
        type: 'urn:softphone-bridge:salesforce-away'
    });
    expect(await mayRead(anaId, caseId)).toBe(true);
});

test.each([
    ['003gL0000000003', '003gL0000000003QAA'],
    ['003gL0000000003QAA', '003gL0000000003QAA'],
    ['003gL0000000003QAB', null],
    ['003gL000000000', null],
    ["003gL0000' OR ''", null]
])('the long id of %s is %s', (text, expected) => {
    expect(toLongId(text)).toBe(expected);
});
