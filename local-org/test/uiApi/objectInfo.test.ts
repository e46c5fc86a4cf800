import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

const BASE = '/services/data/v66.0/ui-api/object-info';
const MASTER = '012000000000000AAA';

interface ObjectInfo {
    apiName: string;
    fields: Record<string, object>;
}

describe('UI API object information', () => {
    let org: TestOrg;
    let ana: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        ana = await org.connect('ana@local.org');
    });
    afterAll(() => org.close());

    it('describes an object and its fields', async () => {
        const info = await ana.request<ObjectInfo>(`${BASE}/contact`);
        expect(info).toMatchObject({
            apiName: 'Contact',
            keyPrefix: '003',
            nameFields: ['FirstName', 'LastName', 'Name'],
            defaultRecordTypeId: MASTER,
            childRelationships: expect.arrayContaining([
                expect.objectContaining({
                    childObjectApiName: 'Case',
                    fieldName: 'ContactId',
                    relationshipName: 'Cases'
                })
            ])
        });
        expect(info.fields.AccountId).toMatchObject({
            dataType: 'Reference',
            reference: true,
            referenceToInfos: [{ apiName: 'Account', nameFields: ['Name'] }],
            relationshipName: 'Account'
        });
        expect(info.fields.LastName).toMatchObject({ dataType: 'String', required: true, length: 80 });
        expect(info.fields.Id).toMatchObject({ dataType: 'Reference', createable: false });
        expect(info.fields.CreatedDate).toMatchObject({ dataType: 'DateTime' });
    });

    it('comes for several objects, each with its own result', async () => {
        expect(await ana.request(`${BASE}/batch/Case,Nope__c,Profile`)).toMatchObject({
            results: [
                { statusCode: 200, result: { apiName: 'Case' } },
                { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] },
                {
                    statusCode: 400,
                    result: [{ errorCode: 'INVALID_TYPE', message: 'Object Profile is not supported in UI API' }]
                }
            ]
        });
    });

    it('lists the objects that the user may use', async () => {
        const { objects } = await ana.request<{ objects: Record<string, ObjectInfo> }>(BASE);
        expect(Object.keys(objects)).toEqual(expect.arrayContaining(['Account', 'Case', 'SoftphoneHandshake__c']));
        expect(objects.Profile).toBeUndefined();
    });

    it('gives the values of one picklist', async () => {
        expect(await ana.request(`${BASE}/Case/picklist-values/${MASTER}/Priority`)).toEqual({
            controllerValues: {},
            defaultValue: { attributes: null, label: 'Medium', validFor: [], value: 'Medium' },
            eTag: expect.any(String),
            url: `${BASE}/Case/picklist-values/${MASTER}/Priority`,
            values: ['High', 'Medium', 'Low'].map((value) => ({ attributes: null, label: value, validFor: [], value }))
        });
    });

    it('gives the values of all picklists of an object', async () => {
        const { picklistFieldValues } = await ana.request<{ picklistFieldValues: Record<string, object> }>(
            `${BASE}/Case/picklist-values/${MASTER}`
        );
        expect(Object.keys(picklistFieldValues)).toEqual(expect.arrayContaining(['Status', 'Priority', 'Origin']));
    });

    it('tells nobody of picklists and relationships by fields that they may not read', async () => {
        const bridge = await org.connect('bridge@local.org');
        const { picklistFieldValues } = await bridge.request<{ picklistFieldValues: object }>(
            `${BASE}/Case/picklist-values/${MASTER}`
        );
        expect(picklistFieldValues).toHaveProperty('Origin');
        expect(picklistFieldValues).not.toHaveProperty('Reason');
        const reason = bridge.request(`${BASE}/Case/picklist-values/${MASTER}/Reason`);
        expect((await refusalOf(reason)).errorCode).toBe('NOT_FOUND');
        const childrenFor = async (connection: Connection) =>
            (await connection.request<{ childRelationships: object[] }>(`${BASE}/Account`)).childRelationships;
        const children = expect.arrayContaining([expect.objectContaining({ relationshipName: 'ChildAccounts' })]);
        expect(await childrenFor(ana)).toEqual(children);
        expect(await childrenFor(bridge)).not.toEqual(children);
    });

    it.each([
        ['Nope__c', 'NOT_FOUND'],
        [`Case/picklist-values/${MASTER}/Nope__c`, 'NOT_FOUND'],
        [`Case/picklist-values/${MASTER}/Subject`, 'INVALID_PARAMETER_VALUE'],
        ['Case/picklist-values/nothing', 'ILLEGAL_QUERY_PARAMETER_VALUE'],
        ['Case/picklist-values/012gL0000zzzzzz', 'NOT_FOUND']
    ])('refuses %s as %s', async (path, errorCode) => {
        expect((await refusalOf(ana.request(`${BASE}/${path}`))).errorCode).toBe(errorCode);
    });

    it.each(['record-ui/500gL0000000001', 'record-defaults/create/Case', 'layout/Case'])(
        'says that %s is not emulated',
        async (path) => {
            const refusal = await refusalOf(ana.request(`/services/data/v66.0/ui-api/${path}`));
            expect(refusal).toEqual({ errorCode: 'NOT_EMULATED', message: expect.stringContaining('page layouts') });
        }
    );
});
