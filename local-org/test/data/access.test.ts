import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('access', () => {
    let org: TestOrg;
    let ana: Connection;
    let bruno: Connection;
    let bridge: Connection;
    let admin: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        ana = await org.connect('ana@local.org');
        bruno = await org.connect('bruno@local.org');
        bridge = await org.connect('bridge@local.org');
        admin = await org.connect('admin@local.org');
    });
    afterAll(() => org.close());

    describe('to a handshake', () => {
        let id: string;

        beforeEach(async () => {
            id = String((await ana.sobject('SoftphoneHandshake__c').create({ Nonce__c: 'nonce' })).id);
        });

        it('is its owner’s and the integration’s: another agent does not find it', async () => {
            expect(await ana.sobject('SoftphoneHandshake__c').retrieve(id)).toMatchObject({ Nonce__c: 'nonce' });
            expect(await refusalOf(bruno.sobject('SoftphoneHandshake__c').retrieve(id))).toEqual({
                errorCode: 'NOT_FOUND',
                message: 'The requested resource does not exist'
            });
            const soql = `SELECT Id FROM SoftphoneHandshake__c WHERE Id = '${id}'`;
            expect((await bruno.query(soql)).totalSize).toBe(0);
            expect((await bridge.query(soql)).totalSize).toBe(1);
        });

        it('tells the integration who created it, by its number', async () => {
            const { userId } = await org.logIn('ana@local.org');
            const handshake = await bridge.sobject('SoftphoneHandshake__c').retrieve(id);
            expect(handshake).toMatchObject({ CreatedById: userId, Name: expect.stringMatching(/^HS-\d{6}$/) });
        });

        it('lets the integration delete it, and another agent not', async () => {
            expect((await refusalOf(bruno.sobject('SoftphoneHandshake__c').destroy(id))).errorCode).toBe('NOT_FOUND');
            expect(await bridge.sobject('SoftphoneHandshake__c').destroy(id)).toMatchObject({ success: true });
        });

        it('refuses one without a nonce', async () => {
            const refusal = await refusalOf(ana.sobject('SoftphoneHandshake__c').create({}));
            expect(refusal.message).toBe('Required fields are missing: [Nonce__c]');
        });
    });

    it('shows custom fields to holders of the permission set, until it is taken away', async () => {
        const soql = 'SELECT Cpf__c FROM Contact LIMIT 1';
        expect((await bruno.query(soql)).totalSize).toBe(1);
        const { userId } = await org.logIn('bruno@local.org');
        const { records } = await admin.query(
            `SELECT Id, PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = '${userId}'`
        );
        const assignment = records[0];
        await admin.sobject('PermissionSetAssignment').destroy(String(assignment?.Id));
        expect(await refusalOf(bruno.query(soql))).toEqual({
            errorCode: 'INVALID_FIELD',
            message: expect.stringContaining("No such column 'Cpf__c' on entity 'Contact'.")
        });
        const write = bruno.sobject('Case').create({ CallerTaxId__c: '1' });
        expect((await refusalOf(write)).message).toBe("No such column 'CallerTaxId__c' on sobject of type Case");
        await admin
            .sobject('PermissionSetAssignment')
            .create({ AssigneeId: userId, PermissionSetId: assignment?.PermissionSetId });
        expect((await bruno.query(soql)).totalSize).toBe(1);
    });

    it('lets an agent read the protocol but not write it', async () => {
        const refusal = await refusalOf(ana.sobject('Case').create({ CallProtocol__c: 'mine' }));
        expect(refusal.errorCode).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
        const { fields } = await ana.sobject('Case').describe();
        expect(fields.find(({ name }) => name === 'CallProtocol__c')).toMatchObject({
            createable: false,
            unique: true,
            externalId: true,
            length: 64
        });
    });

    describe('of the integration user, whose profile gives nothing', () => {
        const noSuchColumn = { errorCode: 'INVALID_FIELD', message: expect.stringContaining('No such column') };

        it('is to the fields that its permission set grants, and no others', async () => {
            expect((await bridge.query('SELECT Id, Name, Phone, Account.Phone FROM Contact LIMIT 1')).totalSize).toBe(
                1
            );
            expect(await refusalOf(bridge.query('SELECT Email FROM Contact'))).toEqual(noSuchColumn);
            expect(await refusalOf(bridge.query('SELECT Description FROM Case'))).toEqual(noSuchColumn);
            expect(await refusalOf(bridge.sobject('Case').create({ Reason: 'Other' }))).toEqual(noSuchColumn);
        });

        it('reads people and changes none', async () => {
            const { records } = await bridge.query('SELECT Id FROM Contact LIMIT 1');
            const write = bridge.sobject('Contact').update({ Id: String(records[0]?.Id), Phone: '1' });
            expect((await refusalOf(write)).errorCode).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
            expect((await refusalOf(bridge.query('SELECT Id FROM Lead'))).errorCode).toBe('INVALID_TYPE');
        });

        it('ends with the permission set', async () => {
            const own = await startTestOrg();
            const [ownBridge, ownAdmin] = [await own.connect('bridge@local.org'), await own.connect('admin@local.org')];
            const { userId } = await own.logIn('bridge@local.org');
            const { records } = await ownAdmin.query(
                `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${userId}'`
            );
            await ownAdmin.sobject('PermissionSetAssignment').destroy(String(records[0]?.Id));
            for (const object of ['Case', 'Contact', 'Task', 'SoftphoneHandshake__c']) {
                expect((await refusalOf(ownBridge.query(`SELECT Id FROM ${object}`))).errorCode).toBe('INVALID_TYPE');
            }
            await own.close();
        });
    });

    it('keeps what an agent may edit from being deleted by another', async () => {
        const { id } = await ana.sobject('Account').create({ Name: 'da Ana' });
        expect(await bruno.sobject('Account').update({ Id: String(id), Name: 'do Bruno' })).toMatchObject({
            success: true
        });
        const refusal = await refusalOf(bruno.sobject('Account').destroy(String(id)));
        expect(refusal).toEqual({
            errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
            message: 'insufficient access rights on object id'
        });
        expect(await ana.sobject('Account').destroy(String(id))).toMatchObject({ success: true });
    });

    it('refuses to create what the user may only read', async () => {
        expect(await refusalOf(bridge.sobject('Contact').create({ LastName: 'x' }))).toEqual({
            errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
            message: 'entity type cannot be inserted: Contact'
        });
    });

    it('deletes no user, not even for an administrator', async () => {
        const { records } = await admin.query("SELECT Id FROM User WHERE Username = 'carla@local.org'");
        expect(await refusalOf(admin.sobject('User').destroy(String(records[0]?.Id)))).toEqual({
            errorCode: 'INVALID_TYPE_FOR_OPERATION',
            message: 'entity type User does not support delete'
        });
        expect(await admin.sobject('User').describe()).toMatchObject({ updateable: true, deletable: false });
    });

    it('describes to each user what they may do, and no relationship beyond what they may read', async () => {
        const handshake = (connection: Connection) => connection.sobject('SoftphoneHandshake__c').describe();
        expect(await handshake(ana)).toMatchObject({ createable: true, updateable: false, deletable: false });
        expect(await handshake(bridge)).toMatchObject({ createable: false, deletable: true });
        const { childRelationships } = await bridge.sobject('Account').describe();
        const children = childRelationships.map(({ childSObject, field }) => `${childSObject}.${field}`);
        expect(children).toContain('Contact.AccountId');
        expect(children).not.toContain('Account.ParentId');
    });

    it('ties no record to one that the user may not read', async () => {
        const { id } = await admin.sobject('Lead').create({ LastName: 'x', Company: 'y' });
        expect(await refusalOf(bridge.sobject('Task').create({ WhoId: id }))).toEqual({
            errorCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
            message: `insufficient access rights on cross-reference id: ${String(id).slice(0, 15)}`
        });
        const Who = { attributes: { type: 'Lead' }, Id: id };
        expect((await refusalOf(bridge.sobject('Task').create({ Who }))).errorCode).toBe('INVALID_FIELD');
    });

    it('keeps Setup to administrators', async () => {
        const { userId } = await org.logIn('ana@local.org');
        const refusal = await refusalOf(ana.sobject('User').update({ Id: userId, Extension: '9' }));
        expect(refusal.errorCode).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
        expect(await admin.sobject('User').update({ Id: userId, Extension: '1001' })).toMatchObject({ success: true });
    });
});
