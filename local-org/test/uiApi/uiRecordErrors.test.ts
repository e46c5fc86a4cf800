import type { Connection } from 'jsforce';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';
import { uiApi } from './uiApi.ts';

const MESSAGE = 'An error occurred while trying to update the record. Please try again.';

describe('a write that the UI API refuses', () => {
    let org: TestOrg;
    let ana: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        ana = await org.connect('ana@local.org');
    });
    afterAll(() => org.close());

    const create = (apiName: string, fields: object, user = ana) => uiApi(user, 'POST', 'records', { apiName, fields });

    it('says of each field what is wrong with it', async () => {
        expect(await create('Contact', { LastName: 'X', Email: 'no' })).toEqual({
            status: 400,
            body: {
                message: MESSAGE,
                statusCode: 400,
                enhancedErrorType: 'RecordError',
                output: {
                    errors: [],
                    fieldErrors: {
                        Email: [
                            {
                                constituentField: null,
                                duplicateRecordError: null,
                                errorCode: 'INVALID_EMAIL_ADDRESS',
                                field: 'Email',
                                fieldLabel: 'Email',
                                message: 'Email: invalid email address: no'
                            }
                        ]
                    }
                }
            }
        });
    });

    it('says of the record what no field is to blame for', async () => {
        const admin = await org.connect('admin@local.org');
        await create('Case', { CallProtocol__c: 'twice' }, admin);
        expect((await create('Case', { CallProtocol__c: 'twice' }, admin)).body).toMatchObject({
            output: { errors: [{ errorCode: 'DUPLICATE_VALUE', field: null }], fieldErrors: {} }
        });
    });

    it('reaches whoever calls through jsforce whole', async () => {
        const refused = ana.requestPost('/services/data/v66.0/ui-api/records', { apiName: 'Account', fields: {} });
        await expect(refused).rejects.toMatchObject({
            message: MESSAGE,
            data: { output: { fieldErrors: { Name: [{ errorCode: 'REQUIRED_FIELD_MISSING', field: 'Name' }] } } }
        });
    });

    it('refuses read-only fields as such', async () => {
        expect((await create('Case', { CaseNumber: '1' })).body).toMatchObject({
            output: { fieldErrors: { CaseNumber: [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }] } }
        });
    });

    it.each([
        ['an unknown field', { apiName: 'Case', fields: { Nope__c: 1 } }],
        ['a number that is a word', { apiName: 'Task', fields: { CallDurationInSeconds: 'long' } }],
        ['no fields', { apiName: 'Case' }],
        ['no object', { fields: {} }]
    ])('is told that its body cannot be read: %s', async (_what, body) => {
        expect(await uiApi(ana, 'POST', 'records', body)).toMatchObject({
            status: 400,
            body: [{ errorCode: 'POST_BODY_PARSE_ERROR' }]
        });
    });

    it('is forbidden to a user who lacks the permission', async () => {
        const admin = await org.connect('admin@local.org');
        const { records } = await admin.query(
            "SELECT Id FROM PermissionSetAssignment WHERE Assignee.Username = 'bruno@local.org'"
        );
        await admin.sobject('PermissionSetAssignment').destroy(records.map(({ Id }) => String(Id)));
        const bruno = await org.connect('bruno@local.org');
        expect(await create('SoftphoneHandshake__c', { Nonce__c: 'n'.repeat(32) }, bruno)).toMatchObject({
            status: 403,
            body: [{ errorCode: 'INSUFFICIENT_ACCESS' }]
        });
    });

    it('is told who changed the record meanwhile', async () => {
        const { body } = await create('Contact', { LastName: 'Disputada' });
        const headers = { 'If-Unmodified-Since': '2001-01-01T00:00:00.000Z' };
        const stale = await uiApi(ana, 'PATCH', `records/${body.id}`, { fields: { Phone: '1' } }, headers);
        expect(stale).toMatchObject({
            status: 400,
            body: {
                enhancedErrorType: 'RecordError',
                output: {
                    errors: [
                        {
                            errorCode: 'CollisionDetectedException',
                            message: expect.stringContaining('was modified by Ana Souza during your edit session')
                        }
                    ]
                }
            }
        });
        const fresh = { 'If-Unmodified-Since': String(body.lastModifiedDate) };
        expect((await uiApi(ana, 'PATCH', `records/${body.id}`, { fields: { Phone: '1' } }, fresh)).status).toBe(200);
    });

    it('leaves the record as it was', async () => {
        const { body } = await create('Contact', { LastName: 'Firme' });
        await uiApi(ana, 'PATCH', `records/${body.id}`, { fields: { Phone: '1', Email: 'no' } });
        const read = await uiApi(ana, 'GET', `records/${body.id}?fields=Contact.Phone`);
        expect(read.body.fields).toEqual({ Phone: { displayValue: null, value: null } });
    });
});
