import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';
import { deploy, fieldNamesOfCase, fieldPackage, waitForDeploy } from './deployPackages.ts';

const REST_PATH = '/services/data/v66.0/metadata/deployRequest';

describe('deploys by REST', () => {
    let org: TestOrg;
    let connection: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        connection = await org.connect('admin@local.org');
    });
    afterAll(() => org.close());

    it('do the same as by SOAP', async () => {
        const { id } = await connection.metadata.deployRest(await fieldPackage('ByRest__c'), {
            singlePackage: true
        });
        const result = await waitForDeploy(connection, id, { rest: true });
        expect(result).toMatchObject({ id, success: true, status: 'Succeeded', numberComponentsTotal: 1 });
        expect(result.details.componentSuccesses).toContainEqual(
            expect.objectContaining({ fullName: 'Case.ByRest__c', created: true })
        );
        expect(await fieldNamesOfCase(connection)).toContain('ByRest__c');
    });

    it('answer the request with its id, its address and its options', async () => {
        const form = new FormData();
        form.set('json', JSON.stringify({ deployOptions: { checkOnly: true, singlePackage: true } }));
        form.set('file', new Blob([new Uint8Array(await fieldPackage('ByForm__c'))]), 'deploy.zip');
        const response = await fetch(org.url + REST_PATH, {
            method: 'POST',
            headers: { Authorization: `Bearer ${connection.accessToken}` },
            body: form
        });
        expect(response.status).toBe(201);
        const answer = (await response.json()) as { id: string };
        expect(answer).toMatchObject({
            url: `${org.url}${REST_PATH}/${answer.id}`,
            deployOptions: { checkOnly: true, singlePackage: true, runTests: null },
            deployResult: null,
            validatedDeployRequestId: null
        });
        await waitForDeploy(connection, answer.id, { rest: true });
    });

    it('deploy a validation quickly', async () => {
        const zip = await fieldPackage('QuickByRest__c');
        const { id } = await deploy(connection, zip, { checkOnly: true, testLevel: 'RunLocalTests' });
        const quickId = await connection.metadata.deployRecentValidation({ id: String(id), rest: true });
        expect(await waitForDeploy(connection, quickId, { rest: true })).toMatchObject({ success: true });
        expect(await fieldNamesOfCase(connection)).toContain('QuickByRest__c');
    });

    it('cannot be cancelled once they are over, nor set to anything else', async () => {
        const { id } = await deploy(connection, await fieldPackage('DeployedOnce__c'));
        const patch = (status: string) =>
            refusalOf(connection.requestPatch(`/metadata/deployRequest/${id}`, { deployResult: { status } }));
        expect(await patch('Canceling')).toMatchObject({ errorCode: 'INVALID_ID_FIELD' });
        expect(await patch('Succeeded')).toMatchObject({ errorCode: 'INVALID_INPUT' });
    });

    it.each([
        ['a form without a zip', { 'Content-Type': 'multipart/form-data; boundary=b' }, '--b--\r\n', 'INVALID_INPUT'],
        ['a broken form', { 'Content-Type': 'multipart/form-data' }, 'x', 'INVALID_MULTIPART_REQUEST'],
        ['JSON of something else', { 'Content-Type': 'application/json' }, '{}', 'INVALID_INPUT']
    ])('refuse %s', async (_, headers, body, errorCode) => {
        const response = await fetch(org.url + REST_PATH, {
            method: 'POST',
            headers: { ...headers, Authorization: `Bearer ${connection.accessToken}` },
            body
        });
        expect(response.status).toBe(400);
        expect(await response.json()).toEqual([expect.objectContaining({ errorCode })]);
    });
});
