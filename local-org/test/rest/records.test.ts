import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('records', () => {
    let org: TestOrg;
    let admin: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        admin = await org.connect('admin@local.org');
    });
    afterAll(() => org.close());

    const create = async (object: string, values: object) => String((await admin.sobject(object).create(values)).id);

    it('are created, read, changed and deleted', async () => {
        const id = await create('Contact', { LastName: 'Farias', FirstName: 'Nair' });
        expect(await admin.sobject('Contact').retrieve(id)).toMatchObject({ Id: id, Name: 'Nair Farias' });
        await admin.sobject('Contact').update({ Id: id, Phone: ' (11) 4002-8922 ' });
        expect(await admin.sobject('Contact').retrieve(id)).toMatchObject({ Phone: '(11) 4002-8922' });
        await admin.sobject('Contact').destroy(id);
        expect((await refusalOf(admin.sobject('Contact').retrieve(id))).errorCode).toBe('ENTITY_IS_DELETED');
    });

    it('answer with the fields asked for and no others', async () => {
        const id = await create('Account', { Name: 'Quitanda da Praça' });
        const record = await admin.request(`/services/data/v66.0/sobjects/Account/${id}?fields=Name,Owner.Name`);
        expect(record).toEqual({
            attributes: { type: 'Account', url: `/services/data/v66.0/sobjects/Account/${id}` },
            Id: id,
            Name: 'Quitanda da Praça',
            Owner: expect.objectContaining({ Name: 'Adélia Martins' })
        });
    });

    it('carry who created them, which no caller can set', async () => {
        const ana = await org.connect('ana@local.org');
        const { userId } = await org.logIn('ana@local.org');
        const { id } = await ana.sobject('Task').create({ Subject: 'Retornar' });
        expect(await ana.sobject('Task').retrieve(String(id))).toMatchObject({ CreatedById: userId, OwnerId: userId });
        const forged = ana.sobject('Task').create({ Subject: 'Retornar', CreatedById: userId });
        expect(await refusalOf(forged)).toEqual({
            errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
            message: expect.stringContaining('Unable to create/update fields: CreatedById.')
        });
    });

    it.each([
        ['Case', { Nope__c: 'x' }, 'INVALID_FIELD', "No such column 'Nope__c' on sobject of type Case"],
        ['Account', { Phone: '1' }, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [Name]'],
        ['Case', { Subject: 'x'.repeat(256) }, 'STRING_TOO_LONG', expect.stringContaining('(max length=255)')],
        ['Case', { CallProtocol__c: 'x'.repeat(65) }, 'STRING_TOO_LONG', expect.stringContaining('(max length=64)')],
        [
            'Task',
            { CallType: 'Sideways' },
            'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
            'Call Type: bad value for restricted picklist field: Sideways'
        ],
        ['Contact', { LastName: 'X', Email: 'no' }, 'INVALID_EMAIL_ADDRESS', 'Email: invalid email address: no'],
        [
            'Task',
            { Subject: 'long', CallDurationInSeconds: 'long' },
            'JSON_PARSER_ERROR',
            'Cannot deserialize instance of int from VALUE_STRING value long or request may be missing a required field at [line:1, column:49]'
        ],
        [
            'Contact',
            { LastName: 'x', Birthdate: [1] },
            'JSON_PARSER_ERROR',
            'Cannot deserialize instance of date from START_ARRAY value [1] or request may be missing a required field at [line:1, column:30]'
        ],
        ['Case', { ContactId: 'nobody' }, 'MALFORMED_ID', 'Contact ID: id value of incorrect type: nobody'],
        [
            'Case',
            { ContactId: '001gL0000zzzzzz' },
            'FIELD_INTEGRITY_EXCEPTION',
            'Contact ID: id value of incorrect type: 001gL0000zzzzzz'
        ],
        ['Case', { OwnerId: 'nobody' }, 'MALFORMED_ID', 'Owner ID: id value of incorrect type: nobody'],
        [
            'Task',
            { WhatId: '003gL0000zzzzzz' },
            'FIELD_INTEGRITY_EXCEPTION',
            expect.stringContaining('003gL0000zzzzzz')
        ],
        ['Task', { WhoId: '001gL0000zzzzzz' }, 'FIELD_INTEGRITY_EXCEPTION', expect.stringContaining('001gL0000zzzzzz')],
        ['Case', { ContactId: '003gL0000zzzzzz' }, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'],
        ['Case', { ContactPhone: '1' }, 'INVALID_FIELD_FOR_INSERT_UPDATE', expect.stringContaining('ContactPhone')],
        ['Case', { CaseNumber: '1' }, 'INVALID_FIELD_FOR_INSERT_UPDATE', expect.stringContaining('CaseNumber')]
    ])('of %s with %j are refused as %s', async (object, values, errorCode, message) => {
        const before = (await admin.query(`SELECT COUNT() FROM ${object}`)).totalSize;
        expect(await refusalOf(admin.sobject(object).create(values))).toEqual({ errorCode, message });
        expect((await admin.query(`SELECT COUNT() FROM ${object}`)).totalSize).toBe(before);
    });

    it('are refused when they repeat a unique value, whatever its case', async () => {
        const id = await create('Case', { CallProtocol__c: 'Proto-1' });
        const refusal = await refusalOf(admin.sobject('Case').create({ CallProtocol__c: 'PROTO-1' }));
        expect(refusal).toEqual({
            errorCode: 'DUPLICATE_VALUE',
            message: `duplicate value found: CallProtocol__c duplicates value on record with id: ${id.slice(0, 15)}`
        });
    });

    it('are refused to an owner who has left', async () => {
        const { records } = await admin.query("SELECT Id FROM User WHERE Username = 'carla@local.org'");
        const refusal = await refusalOf(admin.sobject('Task').create({ Subject: 'x', OwnerId: records[0]?.Id }));
        expect(refusal.errorCode).toBe('INACTIVE_OWNER_OR_USER');
    });

    it('are not deleted while Cases hang on them', async () => {
        const accountId = await create('Account', { Name: 'Empório' });
        await create('Case', { AccountId: accountId });
        await create('Case', { ContactId: await create('Contact', { LastName: 'x', AccountId: accountId }) });
        expect(await refusalOf(admin.sobject('Account').destroy(accountId))).toEqual({
            errorCode: 'DELETE_FAILED',
            message: expect.stringMatching(
                /^Your attempt to delete Empório could not be completed because it is associated with the following cases\.: \d{8}, \d{8}\n$/
            )
        });
    });

    it.each(['Account', 'Case'])('of %s never stand above themselves', async (object) => {
        const values = object === 'Account' ? { Name: 'x' } : {};
        const top = await create(object, values);
        const below = await create(object, { ...values, ParentId: top });
        const circle = { errorCode: 'CIRCULAR_DEPENDENCY', message: 'attempt to violate hierarchy constraints' };
        for (const ParentId of [top, below]) {
            expect(await refusalOf(admin.sobject(object).update({ Id: top, ParentId }))).toEqual(circle);
        }
    });

    it('of users have names like e-mail addresses, one each', async () => {
        const { records } = await admin.query("SELECT Id FROM User WHERE Username = 'ana@local.org'");
        const rename = (Username: string) => admin.sobject('User').update({ Id: String(records[0]?.Id), Username });
        expect(await refusalOf(rename('ana'))).toEqual({
            errorCode: 'FIELD_INTEGRITY_EXCEPTION',
            message: 'Username must be in the form of an email address (for example, john@acme.com): Username'
        });
        expect(await refusalOf(rename('Bruno@local.org'))).toMatchObject({ errorCode: 'DUPLICATE_USERNAME' });
        expect(await rename('Ana@local.org')).toMatchObject({ success: true });
    });

    it('take their Tasks with them', async () => {
        const caseId = await create('Case', { Subject: 'x' });
        const taskId = await create('Task', { Subject: 'x', WhatId: caseId });
        await admin.sobject('Case').destroy(caseId);
        expect((await refusalOf(admin.sobject('Task').retrieve(taskId))).errorCode).toBe('ENTITY_IS_DELETED');
    });

    it('keep quotes, NULs and emoji as data', async () => {
        const Subject = 'it\'s "quoted" \\ \u0000 {FIND} 😀';
        const id = await create('Case', { Subject });
        expect(await admin.sobject('Case').retrieve(id)).toMatchObject({ Subject });
    });
});
