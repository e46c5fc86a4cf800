import JSZip from 'jszip';
import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';
import { deploy, fieldPackage, textField } from './deployPackages.ts';

const POLL_INTERVAL_MS = 5;

describe('retrieve()', () => {
    let org: TestOrg;
    let connection: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        connection = await org.connect('admin@local.org');
        connection.metadata.pollInterval = POLL_INTERVAL_MS;
    });
    afterAll(() => org.close());

    async function retrieve(types: Record<string, string[]>, options: object = {}) {
        const result = await connection.metadata
            .retrieve({
                apiVersion: '66.0',
                unpackaged: {
                    types: Object.entries(types).map(([name, members]) => ({ members, name })),
                    version: '66.0'
                },
                ...options
            } as never)
            .complete();
        const zip = await JSZip.loadAsync(result.zipFile, { base64: true });
        const read = (path: string) => zip.file(path)?.async('text');
        return { result, paths: Object.keys(zip.files).sort(), read };
    }

    it('gives the components that a manifest names, and a manifest of them', async () => {
        await deploy(connection, await fieldPackage('Retrieved__c', textField('Retrieved__c', 42)));
        const { result, paths, read } = await retrieve({ CustomField: ['Case.Retrieved__c'] });
        expect(result).toMatchObject({ done: true, success: true, status: 'Succeeded', messages: [] });
        expect(paths).toEqual(['unpackaged/objects/Case.object', 'unpackaged/package.xml']);
        expect(await read('unpackaged/objects/Case.object')).toContain('<length>42</length>');
        expect(await read('unpackaged/package.xml')).toContain('<members>Case.Retrieved__c</members>');
        expect(result.fileProperties).toContainEqual(
            expect.objectContaining({ fileName: 'unpackaged/objects/Case.object', fullName: 'Case.Retrieved__c' })
        );
    });

    it('gives back what can be deployed again as it is', async () => {
        const { result } = await retrieve({
            PermissionSet: ['*'],
            CustomObject: ['Case', '*'],
            CustomLabels: ['*']
        });
        const again = await deploy(connection, Buffer.from(result.zipFile, 'base64'), { checkOnly: true });
        expect(again.details.componentFailures).toEqual([]);
        expect(again.numberComponentsTotal).toBeGreaterThan(3);
    });

    it('takes wildcards for all of a type, of objects the custom ones with their fields', async () => {
        const { paths, read } = await retrieve({ CustomObject: ['*'], LightningComponentBundle: ['*'] });
        expect(paths).toContain('unpackaged/objects/SoftphoneHandshake__c.object');
        expect(paths).not.toContain('unpackaged/objects/Case.object');
        expect(paths).toContain('unpackaged/lwc/softphone/softphone.html');
        expect(await read('unpackaged/objects/SoftphoneHandshake__c.object')).toContain('<fields>');
    });

    it('warns of what is missing or unknown, and gives the rest', async () => {
        const { result, paths } = await retrieve({
            CustomObject: ['SoftphoneHandshake__c', 'Nope__c'],
            CustomField: ['*'],
            Nonsense: ['x']
        });
        expect(result.success).toBe(true);
        expect(result.messages.map(({ problem }) => problem)).toEqual([
            "Entity of type 'CustomObject' named 'Nope__c' cannot be found",
            "Entity of type 'CustomField' named '*' cannot be found",
            "Entity type: 'Nonsense' is unknown"
        ]);
        expect(paths).toContain('unpackaged/objects/SoftphoneHandshake__c.object');
    });

    it('lays a single package at the root of the zip', async () => {
        const { paths } = await retrieve({ CustomObject: ['SoftphoneHandshake__c'] }, { singlePackage: true });
        expect(paths).toEqual(['objects/SoftphoneHandshake__c.object', 'package.xml']);
    });

    it('hands the zip out once', async () => {
        const { result } = await retrieve({ CustomObject: ['SoftphoneHandshake__c'] });
        const again = await connection.metadata.checkRetrieveStatus(String(result.id));
        expect(again).toMatchObject({ done: true, success: true, zipFile: '' });
    });

    it('does not emulate packages and single files', async () => {
        for (const request of [{ packageNames: ['Other'] }, { specificFiles: ['objects/Case.object'] }]) {
            expect(await refusalOf(connection.metadata.retrieve(request as never))).toMatchObject({
                errorCode: 'sf:NOT_EMULATED'
            });
        }
    });

    it('knows no retrieve by another id', async () => {
        expect(await refusalOf(connection.metadata.checkRetrieveStatus('09SgL000000zzzz'))).toMatchObject({
            errorCode: 'sf:INVALID_CROSS_REFERENCE_KEY'
        });
    });
});
