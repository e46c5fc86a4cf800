import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('a record that names another by its external id', () => {
    let org: TestOrg;
    let admin: Connection;
    let parentId: string;

    beforeAll(async () => {
        org = await startTestOrg();
        admin = await org.connect('admin@local.org');
        parentId = String((await admin.sobject('Case').create({ CallProtocol__c: 'parent-1' })).id);
    });
    afterAll(() => org.close());

    const create = (object: string, values: object) => admin.sobject(object).create(values);

    it('is tied to it', async () => {
        const { id } = await create('Case', { Parent: { CallProtocol__c: 'parent-1' } });
        expect(await admin.sobject('Case').retrieve(String(id))).toMatchObject({ ParentId: parentId });
    });

    it('says of a lookup to several objects which one it means', async () => {
        const What = { attributes: { type: 'Case' }, CallProtocol__c: 'parent-1' };
        const { id } = await create('Task', { Subject: 'x', What });
        expect(await admin.sobject('Task').retrieve(String(id))).toMatchObject({ WhatId: parentId });
    });

    it.each([
        [
            'Case',
            { Parent: { CallProtocol__c: 'nobody' } },
            'Foreign key external ID: nobody not found for field CallProtocol__c in entity Case'
        ],
        [
            'Case',
            { Parent: { Subject: 'x' } },
            'Field name provided, Subject does not match an External ID, Salesforce Id, or indexed field for Case'
        ],
        [
            'Case',
            { Parent: { CallProtocol__c: 'parent-1' }, ParentId: null },
            'Cannot specify both an external ID reference Parent and a salesforce id, ParentId'
        ],
        ['Case', { Parent: {} }, expect.stringContaining('exactly one external ID')],
        ['Task', { Subject: 'x', What: { CallProtocol__c: 'parent-1' } }, expect.stringContaining('attributes.type')],
        ['Case', { Nope: { CallProtocol__c: 'parent-1' } }, "No such column 'Nope' on sobject of type Case"]
    ])('is refused: %s %j', async (object, values, message) => {
        expect(await refusalOf(create(object, values))).toEqual({ errorCode: 'INVALID_FIELD', message });
    });
});
