import assert from 'node:assert/strict';
import { type Report, tellStory } from '../../../test/story.ts';
import { deployByCli } from './cliDeploy.ts';
import type { DeployTarget } from './deployTarget.ts';
import type { ProjectCopy } from './projectCopy.ts';
import type { SalesforceCli } from './salesforceCli.ts';

const PROTOCOL = '20261123-000001';

/** An admin's way with the CLI: sign in, try out, deploy, assign, look. */
export async function tellGreenDeploy(
    cli: SalesforceCli,
    { folder }: ProjectCopy,
    target: DeployTarget,
    report: Report
): Promise<void> {
    const run = async (words: string) => {
        const answer = await cli.run(words, { folder, environment: { SF_ACCESS_TOKEN: target.accessToken } });
        assert.equal(answer.status, 0, `sf ${words}: ${answer.name} ${answer.message}`);
        return answer.result;
    };
    await tellStory('The Salesforce CLI deploys the product', report, async (step) => {
        await step('signs in with an access token', async () => {
            const login = await run(`org login access-token --instance-url ${target.url} --alias local --no-prompt`);
            assert.equal((login as { username: string }).username, 'admin@local.org');
        });
        await step('validates force-app and changes nothing', async () => {
            const before = await target.readConfiguration();
            const validated = await deployByCli(cli, folder, 'validate --source-dir force-app', 'SOAP');
            assert.deepEqual(validated.failures, []);
            assert.equal(validated.status, 'Succeeded');
            assert.equal(await target.readConfiguration(), before);
        });
        await step('deploys force-app over SOAP', async () => {
            const deployed = await deployByCli(cli, folder, 'start --source-dir force-app', 'SOAP');
            assert.deepEqual(deployed.failures, []);
            assert.equal(deployed.status, 'Succeeded');
            assert.ok(deployed.deployedCount > 20, `${deployed.deployedCount} components`);
        });
        await step('deploys it once more over REST', async () => {
            const deployed = await deployByCli(cli, folder, 'start --source-dir force-app', 'REST');
            assert.deepEqual(deployed.failures, []);
            assert.equal(deployed.status, 'Succeeded');
        });
        await step('deploys the translations', async () => {
            const deployed = await deployByCli(cli, folder, 'start --source-dir force-app-translations', 'REST');
            assert.deepEqual(deployed.failures, []);
            assert.equal(deployed.status, 'Succeeded');
        });
        await step('assigns the permission sets', async () => {
            await run('org assign permset --name SoftphoneAgent --target-org local --on-behalf-of ana@local.org');
            await run(
                'org assign permset --name SoftphoneIntegration --target-org local --on-behalf-of bridge@local.org'
            );
        });
        await step('creates a Case with a deployed field, and queries it', async () => {
            await run(`data create record --sobject Case --values "CallProtocol__c='${PROTOCOL}'" --target-org local`);
            const soql = `SELECT CaseNumber, CallProtocol__c FROM Case WHERE CallProtocol__c = '${PROTOCOL}'`;
            const found = await run(`data query --query "${soql}" --target-org local`);
            assert.equal((found as { totalSize: number }).totalSize, 1);
        });
        await step('retrieves what it deployed, without a difference', async () => {
            const retrieved = await run(
                'project retrieve start --metadata CustomField:Case.CallProtocol__c --metadata PermissionSet:SoftphoneAgent --target-org local'
            );
            const files = (retrieved as { files: { state: string; filePath?: string }[] }).files;
            assert.deepEqual(
                files.map(({ state }) => state).filter((state) => state === 'Failed'),
                []
            );
            assert.ok(files.length >= 2);
        });
    });
}
