import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('sObject Collections', () => {
    let org: TestOrg;
    let bridge: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        bridge = await org.connect('bridge@local.org');
    });
    afterAll(() => org.close());

    const countSubjects = async (subject: string) =>
        (await bridge.query(`SELECT COUNT() FROM Task WHERE Subject = '${subject}'`)).totalSize;

    it('keep the good records beside a bad one, each with its own result', async () => {
        const results = await bridge
            .sobject('Task')
            .create([{ Subject: 'keep' }, { Subject: 'keep', Nope__c: 1 }, { Subject: 'keep' }], { allOrNone: false });
        expect(results.map(({ success }) => success)).toEqual([true, false, true]);
        expect(results[1]?.errors).toEqual([
            {
                statusCode: 'INVALID_FIELD',
                message: "No such column 'Nope__c' on sobject of type Task",
                fields: []
            }
        ]);
        expect(await countSubjects('keep')).toBe(2);
    });

    it('leave nothing behind when all or none was asked for', async () => {
        const results = await bridge
            .sobject('Task')
            .create([{ Subject: 'none' }, { Subject: 'none', Nope__c: 1 }], { allOrNone: true });
        expect(results.map(({ errors }) => errors[0])).toEqual([
            expect.objectContaining({ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }),
            expect.objectContaining({ statusCode: 'INVALID_FIELD' })
        ]);
        expect(await countSubjects('none')).toBe(0);
    });

    it('update and delete', async () => {
        const created = await bridge.sobject('Task').create([{ Subject: 'before' }, { Subject: 'before' }]);
        const ids = created.map(({ id }) => String(id));
        await bridge.sobject('Task').update(ids.map((Id) => ({ Id, Subject: 'after' })));
        expect(await countSubjects('after')).toBe(2);
        const removed = await bridge.sobject('Task').destroy([...ids, 'nonsense']);
        expect(removed.map(({ success }) => success)).toEqual([true, true, false]);
        expect(await countSubjects('after')).toBe(0);
    });

    it('name what is not there as a bad cross reference', async () => {
        const missing = '00TgL0000zzzzzzUAA';
        const errorsOf = (results: readonly { errors: object[] }[]) => results.map(({ errors }) => errors[0]);
        const badReference = {
            statusCode: 'INVALID_CROSS_REFERENCE_KEY',
            message: 'invalid cross reference id',
            fields: []
        };
        const malformed = { statusCode: 'MALFORMED_ID', message: 'malformed id nonsense', fields: [] };
        const updated = await bridge.sobject('Task').update([
            { Id: missing, Subject: 'x' },
            { Id: 'nonsense', Subject: 'x' }
        ]);
        expect(errorsOf(updated)).toEqual([badReference, malformed]);
        expect(errorsOf(await bridge.sobject('Task').destroy([missing, 'nonsense']))).toEqual([
            badReference,
            malformed
        ]);
    });

    it('upsert by external id, saying which were new', async () => {
        await bridge.sobject('Case').create({ CallProtocol__c: 'c-1' });
        const results = await bridge.sobject('Case').upsert(
            [
                { CallProtocol__c: 'c-1', Subject: 'old' },
                { CallProtocol__c: 'c-2', Subject: 'new' },
                { CallProtocol__c: 'c-3', Status: 'x'.repeat(5), OwnerId: 'nobody' }
            ],
            'CallProtocol__c',
            { allOrNone: false }
        );
        expect(results).toMatchObject([
            { success: true, created: false },
            { success: true, created: true },
            { success: false, errors: [{ statusCode: 'MALFORMED_ID' }] }
        ]);
    });

    it('refuse an external id named twice in one request', async () => {
        const results = await bridge
            .sobject('Case')
            .upsert(
                [{ CallProtocol__c: 'twin' }, { CallProtocol__c: 'TWIN' }, { CallProtocol__c: 'single' }],
                'CallProtocol__c'
            );
        expect(results.map(({ success }) => success)).toEqual([false, false, true]);
    });

    it('take 200 records for one API call, and no more', async () => {
        const before = (await (await fetch(`${org.url}/_org/calls`)).json()) as { total: number };
        await bridge.sobject('Task').create(Array.from({ length: 200 }, () => ({ Subject: 'many' })));
        const after = (await (await fetch(`${org.url}/_org/calls`)).json()) as { total: number };
        expect(after.total - before.total).toBe(1);
        const tooMany = bridge.request({
            method: 'POST',
            url: '/services/data/v66.0/composite/sobjects',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({
                records: Array.from({ length: 201 }, () => ({ attributes: { type: 'Task' }, Subject: 'many' }))
            })
        });
        expect((await refusalOf(tooMany)).errorCode).toBe('EXCEEDED_ID_LIMIT');
    });
});
