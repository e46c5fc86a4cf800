import type { Connection } from 'jsforce';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';
import { uiApi, type UiAnswer } from './uiApi.ts';

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.000Z$/;

describe('UI API records', () => {
    let org: TestOrg;
    let ana: Connection;
    let contactId: string;
    let caseId: string;

    beforeAll(async () => {
        org = await startTestOrg();
        ana = await org.connect('ana@local.org');
        contactId = String((await ana.sobject('Contact').create({ FirstName: 'Nair', LastName: 'Farias' })).id);
        caseId = String((await ana.sobject('Case').create({ Subject: 'Conta errada', ContactId: contactId })).id);
    });
    afterAll(() => org.close());

    const call = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
        uiApi(ana, method, path, body, headers);

    it('show the fields asked for, with what a person reads', async () => {
        const { status, body } = await call(
            'GET',
            `records/${caseId}?fields=Case.Subject,Case.Status,Case.CreatedDate`
        );
        expect(status).toBe(200);
        expect(body).toEqual({
            apiName: 'Case',
            childRelationships: {},
            eTag: expect.stringMatching(/^[0-9a-f]{32}$/),
            fields: {
                CreatedDate: {
                    displayValue: expect.stringMatching(/^\d{2}\/\d{2}\/\d{4}, \d{2}:\d{2}$/),
                    value: expect.stringMatching(ISO_INSTANT)
                },
                Status: { displayValue: 'New', value: 'New' },
                Subject: { displayValue: null, value: 'Conta errada' }
            },
            id: caseId,
            lastModifiedById: (await org.logIn('ana@local.org')).userId,
            lastModifiedDate: expect.stringMatching(ISO_INSTANT),
            recordTypeId: '012000000000000AAA',
            recordTypeInfo: null,
            systemModstamp: expect.stringMatching(ISO_INSTANT),
            weakEtag: expect.any(Number)
        });
    });

    it('nest the records that a field leads through', async () => {
        const { body } = await call('GET', `records/${caseId}?fields=Case.Contact.Name,Case.Contact.Owner.Name`);
        expect(body.fields).toMatchObject({
            Contact: {
                displayValue: 'Nair Farias',
                value: {
                    apiName: 'Contact',
                    id: contactId,
                    fields: {
                        Name: { displayValue: null, value: 'Nair Farias' },
                        Owner: { displayValue: 'Ana Souza', value: { apiName: 'User' } }
                    }
                }
            }
        });
    });

    it('show null for a relationship that leads nowhere', async () => {
        const { body } = await call('GET', `records/${contactId}?fields=Contact.Account.Name`);
        expect(body.fields).toEqual({ Account: { displayValue: null, value: null } });
    });

    it('leave out an optional field that the user does not have', async () => {
        const { body } = await call('GET', `records/${caseId}?optionalFields=Case.Subject,Case.Nope__c`);
        expect(Object.keys(body.fields ?? {})).toEqual(['Subject']);
    });

    it.each([
        ['an unknown field', () => `records/${caseId}?fields=Case.Nope__c`, 400, 'INVALID_FIELD'],
        ['a field without its object', () => `records/${caseId}?fields=Subject`, 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
        ['a layout', () => `records/${caseId}?layoutTypes=Full&modes=View`, 400, 'NOT_EMULATED'],
        ['no fields, which is a layout', () => `records/${caseId}`, 400, 'NOT_EMULATED'],
        ['child records', () => `records/${caseId}?fields=Case.Id&childRelationships=Case.Tasks`, 400, 'NOT_EMULATED'],
        ['a record that is not there', () => 'records/500gL0000zzzzzz?fields=Case.Id', 404, 'NOT_FOUND'],
        ['what is no id', () => 'records/003R000000?fields=Case.Id', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
        ['an object of Setup', () => 'records/00e000000000001?fields=Profile.Id', 400, 'INVALID_TYPE']
    ])('refuse %s', async (_what, path, status, errorCode) => {
        expect(await call('GET', path())).toEqual({
            status,
            body: [{ errorCode, message: expect.any(String) }]
        });
    });

    it('word a bad id as the guide does', async () => {
        expect((await call('GET', 'records/003R000000?fields=Case.Id')).body).toEqual([
            {
                errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE',
                message: 'recordId should be a valid record ID: 003R000000'
            }
        ]);
    });

    it('are refused to whom they are not shared with', async () => {
        const created = await call('POST', 'records', {
            apiName: 'SoftphoneHandshake__c',
            fields: { Nonce__c: 'n'.repeat(32) }
        });
        const bruno = await org.connect('bruno@local.org');
        const path = `records/${created.body.id}?fields=SoftphoneHandshake__c.Id`;
        expect(await uiApi(bruno, 'GET', path)).toEqual({
            status: 403,
            body: [
                {
                    errorCode: 'INSUFFICIENT_ACCESS',
                    message:
                        "You don't have access to this record. Ask your administrator for help or to request access."
                }
            ]
        });
    });

    it('come in batches, each with its own result', async () => {
        const { body } = await call(
            'GET',
            `records/batch/${caseId},${contactId},500gL0000zzzzzz?fields=Case.Subject,Contact.Name`
        );
        expect(body).toMatchObject({
            hasErrors: true,
            results: [
                { statusCode: 200, result: { fields: { Subject: { value: 'Conta errada' } } } },
                { statusCode: 200, result: { fields: { Name: { value: 'Nair Farias' } } } },
                { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] }
            ]
        });
    });

    it('show nothing behind a lookup to what the user may not read', async () => {
        const admin = await org.connect('admin@local.org');
        const lead = await admin.sobject('Lead').create({ LastName: 'Oculta', Company: 'x', Phone: '1' });
        const { id } = await admin.sobject('Task').create({ Subject: 'x', WhoId: lead.id });
        const path = `records/${id}?fields=Task.Who.Name,Task.Who.Phone`;
        const whoFor = async (username: string) =>
            (await uiApi(await org.connect(username), 'GET', path)).body.fields?.Who;
        expect(await whoFor('bridge@local.org')).toEqual({ displayValue: null, value: null });
        expect(await whoFor('ana@local.org')).toMatchObject({ displayValue: 'Oculta' });
    });

    it('are created, changed and deleted', async () => {
        const created = await call('POST', 'records', { apiName: 'Contact', fields: { LastName: 'Prado' } });
        expect(created).toMatchObject({ status: 201, body: { fields: { LastName: { value: 'Prado' } } } });
        const path = `records/${created.body.id}`;
        const changed = await call('PATCH', path, { fields: { Phone: '(11) 4002-8922' } });
        expect(changed).toMatchObject({ status: 200, body: { fields: { Phone: { value: '(11) 4002-8922' } } } });
        expect((await call('DELETE', path)).status).toBe(204);
        expect((await call('GET', `${path}?fields=Contact.Id`)).status).toBe(404);
    });

    it('run the assignment rule only when asked to', async () => {
        const ownerOf = async ({ body }: UiAnswer) => {
            const read = await call('GET', `records/${body.id}?fields=Case.Owner.Name`);
            return read.body.fields?.Owner?.displayValue;
        };
        const input = { apiName: 'Case', fields: { Origin: 'Phone' } };
        expect(await ownerOf(await call('POST', 'records', input))).toBe('Ana Souza');
        expect(await ownerOf(await call('POST', 'records?useDefaultRule=true', input))).toBe('Fila do telefone');
    });
});
