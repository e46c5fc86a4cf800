import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';
import { deploy, fieldNamesOfCase, fieldPackage, textField, waitForDeploy } from './deployPackages.ts';

describe('deploy()', () => {
    let org: TestOrg;
    let connection: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        connection = await org.connect('admin@local.org');
    });
    afterAll(() => org.close());

    it('deploys what is sound, and says of each component what became of it', async () => {
        const result = await deploy(connection, await fieldPackage('DeployedOnce__c'));
        expect(result).toMatchObject({
            done: true,
            success: true,
            status: 'Succeeded',
            checkOnly: false,
            rollbackOnError: true,
            createdByName: 'Adélia Martins',
            numberComponentErrors: 0,
            numberComponentsDeployed: 1,
            numberComponentsTotal: 1,
            numberTestsTotal: 0
        });
        expect(result.details.componentFailures).toEqual([]);
        expect(result.details.componentSuccesses).toContainEqual(
            expect.objectContaining({
                componentType: 'CustomField',
                fullName: 'Case.DeployedOnce__c',
                fileName: 'objects/Case.object',
                created: true,
                changed: true,
                success: true,
                id: expect.stringMatching(/^00N/)
            })
        );
        expect(result.details.runTestResult).toMatchObject({ numFailures: 0, numTestsRun: 0 });
        expect(await fieldNamesOfCase(connection)).toContain('DeployedOnce__c');
    });

    it('fails what is not, with the file and the line, and changes nothing', async () => {
        const result = await deploy(
            connection,
            await fieldPackage('Refused__c', textField('Refused__c').replace('Text', 'Txt'))
        );
        expect(result).toMatchObject({ success: false, status: 'Failed', numberComponentErrors: 1 });
        expect(result.details.componentFailures).toContainEqual(
            expect.objectContaining({
                fileName: 'objects/Case.object',
                success: false,
                problemType: 'Error',
                problem: expect.stringContaining('Txt'),
                lineNumber: 3
            })
        );
        expect(await fieldNamesOfCase(connection)).not.toContain('Refused__c');
    });

    it('validates without changing anything', async () => {
        const result = await deploy(connection, await fieldPackage('Validated__c'), { checkOnly: true });
        expect(result).toMatchObject({ success: true, checkOnly: true, numberComponentsDeployed: 1 });
        expect(await fieldNamesOfCase(connection)).not.toContain('Validated__c');
    });

    it('leaves the details out unless they are asked for', async () => {
        const { id } = await deploy(connection, await fieldPackage('DeployedOnce__c'));
        const result = await connection.metadata.checkDeployStatus(String(id));
        expect(result.details).toMatchObject({ componentFailures: [], componentSuccesses: [] });
    });

    it('deploys a validation quickly, once', async () => {
        const { id } = await deploy(connection, await fieldPackage('Quick__c'), {
            checkOnly: true,
            testLevel: 'RunLocalTests'
        });
        const quickId = String(await connection.metadata.deployRecentValidation({ id: String(id), rest: false }));
        expect(quickId).not.toBe(id);
        expect(await waitForDeploy(connection, quickId)).toMatchObject({ success: true, checkOnly: false });
        expect(await fieldNamesOfCase(connection)).toContain('Quick__c');
        expect(await refusalOf(connection.metadata.deployRecentValidation({ id: String(id) }))).toMatchObject({
            errorCode: 'sf:INVALID_ID_FIELD'
        });
    });

    it('cannot be cancelled once it is over', async () => {
        const { id } = await deploy(connection, await fieldPackage('DeployedOnce__c'));
        expect(await refusalOf(connection.metadata.cancelDeploy(String(id)))).toEqual({
            errorCode: 'sf:INVALID_ID_FIELD',
            message: 'INVALID_ID_FIELD: Deployment already completed'
        });
    });

    it('can be cancelled before it starts', async () => {
        const [first, second] = await Promise.all([
            connection.metadata.deploy(await fieldPackage('First__c'), { singlePackage: true }),
            connection.metadata.deploy(await fieldPackage('Second__c'), { singlePackage: true })
        ]);
        const canceled = await connection.metadata.cancelDeploy(String(second.id)).catch(() => null);
        expect((await waitForDeploy(connection, first.id)).status).toBe('Succeeded');
        const { status, canceledByName } = await waitForDeploy(connection, second.id);
        // whether the cancel came in time is the machine's affair, but never that it lied
        expect([status, canceledByName ?? null]).toEqual(
            canceled && status === 'Canceled' ? ['Canceled', 'Adélia Martins'] : ['Succeeded', null]
        );
        expect((await fieldNamesOfCase(connection)).includes('Second__c')).toBe(status === 'Succeeded');
    });

    it('fails when the zip is none', async () => {
        const result = await deploy(connection, Buffer.from('this is no zip'));
        expect(result).toMatchObject({ status: 'Failed', success: false, numberComponentsTotal: 0 });
        expect(result.errorMessage).toBeTruthy();
    });

    it('refuses options that do not exist, and tests, of which there are none', async () => {
        const zip = await fieldPackage('Any__c');
        expect(await refusalOf(connection.metadata.deploy(zip, { dryRun: true } as object))).toMatchObject({
            errorCode: 'sf:INVALID_FIELD'
        });
        expect(await refusalOf(connection.metadata.deploy(zip, { runTests: ['CaseTest'] }))).toMatchObject({
            errorCode: 'sf:NOT_EMULATED'
        });
    });

    it('is refused to an agent, whose status checks are too', async () => {
        const agent = await org.connect('ana@local.org');
        const zip = await fieldPackage('Any__c');
        const calls = [
            () => agent.metadata.deploy(zip),
            () => agent.metadata.checkDeployStatus('0AfgL0000000001'),
            () => agent.metadata.retrieve({ unpackaged: { types: [], version: '66.0' } } as never)
        ];
        for (const call of calls) {
            expect(await refusalOf(call())).toMatchObject({ errorCode: 'sf:INSUFFICIENT_ACCESS' });
        }
        expect(await refusalOf(agent.metadata.deployRest(zip))).toMatchObject({ errorCode: 'INSUFFICIENT_ACCESS' });
    });

    it('knows no deploy by another id', async () => {
        expect(await refusalOf(connection.metadata.checkDeployStatus('0AfgL000000zzzz'))).toEqual({
            errorCode: 'sf:INVALID_CROSS_REFERENCE_KEY',
            message: 'INVALID_CROSS_REFERENCE_KEY: invalid cross reference id'
        });
    });
});
