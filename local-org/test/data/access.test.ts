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

    it('keeps Setup to administrators', async () => {
        const { userId } = await org.logIn('ana@local.org');
        const refusal = await refusalOf(ana.sobject('User').update({ Id: userId, Extension: '9' }));
        expect(refusal.errorCode).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
        expect(await admin.sobject('User').update({ Id: userId, Extension: '1001' })).toMatchObject({ success: true });
    });
});
