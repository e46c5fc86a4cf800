import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

let org: TestOrg;
let ana: Connection;
let bridge: Connection;
let admin: Connection;
let users: Record<'ana' | 'bruno' | 'bridge', string>;
let contactId: string;
let handshakeId: string;

beforeAll(async () => {
    org = await startTestOrg();
    ana = await org.connect('ana@local.org');
    bridge = await org.connect('bridge@local.org');
    admin = await org.connect('admin@local.org');
    const idOf = async (name: string) => (await org.logIn(`${name}@local.org`)).userId;
    users = { ana: await idOf('ana'), bruno: await idOf('bruno'), bridge: await idOf('bridge') };
    contactId = String((await ana.sobject('Contact').create({ LastName: 'Cliente' })).id);
    handshakeId = String((await ana.sobject('SoftphoneHandshake__c').create({ Nonce__c: 'nonce' })).id);
});
afterAll(() => org.close());

const accessOf = async (asker: Connection, userId: string, ids: string[]) => {
    const { records } = await asker.query<Record<string, unknown>>(
        `SELECT RecordId, HasReadAccess, HasEditAccess, HasDeleteAccess FROM UserRecordAccess
         WHERE UserId = '${userId}' AND RecordId IN (${ids.map((id) => `'${id}'`).join(', ')})`
    );
    return records.map((row) => [row['RecordId'], row['HasReadAccess'], row['HasEditAccess'], row['HasDeleteAccess']]);
};

describe('UserRecordAccess', () => {
    it('says what a user may do with each record', async () => {
        expect(await accessOf(admin, users.ana, [contactId, handshakeId])).toEqual([
            [contactId, true, true, true],
            [handshakeId, true, false, false]
        ]);
        expect(await accessOf(admin, users.bruno, [contactId, handshakeId])).toEqual([
            [contactId, true, true, false],
            [handshakeId, false, false, false]
        ]);
    });

    it('follows the permission sets that a user holds', async () => {
        expect(await accessOf(admin, users.bridge, [contactId])).toEqual([[contactId, true, false, false]]);
        const { records } = await admin.query(
            `SELECT Id, PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = '${users.bridge}'`
        );
        await admin.sobject('PermissionSetAssignment').destroy(String(records[0]?.Id));
        expect(await accessOf(admin, users.bridge, [contactId])).toEqual([[contactId, false, false, false]]);
        await admin
            .sobject('PermissionSetAssignment')
            .create({ AssigneeId: users.bridge, PermissionSetId: records[0]?.PermissionSetId });
    });

    it('may be asked by whoever may read the records, and leaves the others out', async () => {
        expect(await accessOf(bridge, users.ana, [contactId])).toEqual([[contactId, true, true, true]]);
        const bruno = await org.connect('bruno@local.org');
        expect(await accessOf(bruno, users.ana, [handshakeId, contactId])).toEqual([[contactId, true, true, true]]);
        expect(await accessOf(admin, users.ana, ['500000000000001AAA'])).toEqual([]);
    });

    it('finds only those with an access, when asked for it, and takes ids of 15 characters', async () => {
        const { records } = await admin.query(
            `SELECT RecordId FROM UserRecordAccess WHERE UserId = '${users.bruno}'
             AND RecordId IN ('${contactId.slice(0, 15)}', '${handshakeId}') AND HasReadAccess = true`
        );
        expect(records).toEqual([
            {
                attributes: { type: 'UserRecordAccess', url: expect.stringContaining('/sobjects/UserRecordAccess/') },
                RecordId: contactId
            }
        ]);
    });

    it.each([
        ['SELECT RecordId, UserId', "RecordId = '500000000000001AAA'", 'INVALID_FIELD', 'Can select only RecordId'],
        ['SELECT HasReadAccess', "RecordId = '500000000000001AAA'", 'INVALID_FIELD', 'Can select only RecordId'],
        ['SELECT RecordId', "UserId = '005000000000001AAA'", 'MALFORMED_QUERY', 'one UserId'],
        ['SELECT RecordId', "RecordId != '500000000000001AAA'", 'MALFORMED_QUERY', 'one RecordId'],
        [
            'SELECT RecordId, HasEditAccess',
            "RecordId = '500000000000001AAA' AND HasReadAccess = true",
            'MALFORMED_QUERY',
            'select RecordId only'
        ],
        ['SELECT RecordId, MaxAccessLevel', "RecordId = '500000000000001AAA'", 'NOT_EMULATED', 'axaccesslevel'],
        ['SELECT COUNT()', "RecordId = '500000000000001AAA'", 'NOT_EMULATED', 'counting']
    ])('refuses %s … %s', async (select, where, errorCode, message) => {
        const query = admin.query(`${select} FROM UserRecordAccess WHERE UserId = '${users.ana}' AND ${where}`);
        expect(await refusalOf(query)).toEqual({ errorCode, message: expect.stringContaining(message) });
    });

    it('refuses a query without a filter, or for more than 200 records', async () => {
        expect((await refusalOf(admin.query('SELECT RecordId FROM UserRecordAccess'))).errorCode).toBe(
            'MALFORMED_QUERY'
        );
        const many = Array.from({ length: 201 }, (_, index) => `500${String(index).padStart(12, '0')}`);
        expect(await refusalOf(accessOf(admin, users.ana, many))).toEqual({
            errorCode: 'MALFORMED_QUERY',
            message: expect.stringContaining('at most 200')
        });
    });
});
