import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';
import { zipPackage } from '../zipPackage.ts';
import { manifestXml, metadataXml } from '../metadata/packageOf.ts';
import { deploy, textField } from './deployPackages.ts';

const CALL_LOG = `<deploymentStatus>Deployed</deploymentStatus><label>Call log</label>
    <nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Call logs</pluralLabel>
    <sharingModel>ReadWrite</sharingModel>`;

describe('what the org consists of', () => {
    let org: TestOrg;
    let connection: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        connection = await org.connect('admin@local.org');
        const files = {
            'package.xml': manifestXml({ CustomObject: ['CallLog__c'], CustomField: ['Case.Listed__c'] }),
            'objects/CallLog__c.object': metadataXml('CustomObject', `${CALL_LOG}${textField('Carrier__c')}`),
            'objects/Case.object': metadataXml('CustomObject', textField('Listed__c'))
        };
        expect((await deploy(connection, await zipPackage(files))).details.componentFailures).toEqual([]);
    });
    afterAll(() => org.close());

    it('is listed by type, standard objects and fields among the rest', async () => {
        const objects = await connection.metadata.list({ type: 'CustomObject' });
        expect(objects).toContainEqual(
            expect.objectContaining({
                type: 'CustomObject',
                fullName: 'CallLog__c',
                fileName: 'objects/CallLog__c.object',
                createdByName: 'Adélia Martins',
                manageableState: 'unmanaged',
                id: expect.stringMatching(/^01I/)
            })
        );
        expect(objects.filter(({ fullName }) => fullName === 'Case')).toMatchObject([{ id: '' }]);
        expect(objects.map(({ fullName }) => fullName)).not.toContain('PermissionSet');
        const fields = (await connection.metadata.list({ type: 'CustomField' })).map(({ fullName }) => fullName);
        expect(fields).toEqual(expect.arrayContaining(['Case.Status', 'Case.Listed__c', 'CallLog__c.Carrier__c']));
        expect(fields).not.toContain('Case.SystemModstamp');
    });

    it('is listed for several types at once, up to three', async () => {
        const query = { type: 'PermissionSet' };
        const types = (await connection.metadata.list([query, { type: 'LightningComponentBundle' }])).map(
            ({ type }) => type
        );
        expect(new Set(types)).toEqual(new Set(['PermissionSet', 'LightningComponentBundle']));
        expect(await refusalOf(connection.metadata.list([query, query, query, query]))).toMatchObject({
            errorCode: 'sf:LIMIT_EXCEEDED'
        });
    });

    it('cannot be listed of a type that does not exist', async () => {
        expect(await refusalOf(connection.metadata.list({ type: 'Nonsense' }))).toEqual({
            errorCode: 'sf:INVALID_TYPE',
            message: 'INVALID_TYPE: Unknown type:Nonsense'
        });
    });

    it('is described with the types it may hold', async () => {
        const { metadataObjects, partialSaveAllowed } = await connection.metadata.describe();
        expect(partialSaveAllowed).toBe(true);
        expect(metadataObjects).toContainEqual(
            expect.objectContaining({
                xmlName: 'CustomObject',
                directoryName: 'objects',
                suffix: 'object',
                inFolder: false,
                metaFile: false,
                childXmlNames: expect.arrayContaining(['CustomField', 'ValidationRule'])
            })
        );
        expect(metadataObjects.map(({ xmlName }) => xmlName)).not.toContain('ApexClass');
    });

    it('is read by name, missing components as nothing', async () => {
        const [log, missing] = await connection.metadata.read('CustomObject', ['CallLog__c', 'Nope__c']);
        expect(log).toMatchObject({ fullName: 'CallLog__c', label: 'Call log', sharingModel: 'ReadWrite' });
        expect([log?.fields].flat()).toMatchObject([{ fullName: 'Carrier__c', type: 'Text' }]);
        expect(missing?.fullName).toBeFalsy();
        expect(await connection.metadata.read('CustomField', 'Case.Listed__c')).toMatchObject({
            fullName: 'Case.Listed__c',
            length: 20
        });
    });

    it.each([
        ['a type that does not exist', 'Nonsense', ['a'], 'sf:INVALID_TYPE'],
        ['more than ten', 'CustomObject', Array.from('abcdefghijk'), 'sf:LIMIT_EXCEEDED'],
        ['what is no XML', 'LightningComponentBundle', ['softphone'], 'sf:NOT_EMULATED']
    ])('cannot be read: %s', async (_, type, names, errorCode) => {
        expect(await refusalOf(connection.metadata.read(type as 'CustomObject', names))).toMatchObject({ errorCode });
    });

    it('is not changed component by component', async () => {
        const call = connection.metadata.delete('CustomField', 'Case.Listed__c');
        expect(await refusalOf(call)).toMatchObject({ errorCode: 'sf:NOT_EMULATED' });
    });
});
