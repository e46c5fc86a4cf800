import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type Report, tellStory } from '../../../test/story.ts';
import { deployByCli } from './cliDeploy.ts';
import type { DeployTarget } from './deployTarget.ts';
import { copyFolders } from './projectCopy.ts';
import type { SalesforceCli } from './salesforceCli.ts';

const FOREIGN_PACKAGE = join(import.meta.dirname, 'foreign-package');

/** A package that has nothing to do with telephones: what people deploy beside the product must not be refused. */
export async function tellForeignDeploy(cli: SalesforceCli, target: DeployTarget, report: Report): Promise<void> {
    const project = await copyFolders(FOREIGN_PACKAGE, ['obras', 'sfdx-project.json']);
    try {
        await tellStory("Somebody else's package", report, async (step) => {
            await step('deploys without a refusal', async () => {
                const deployed = await deployByCli(cli, project.folder, 'start --source-dir obras', 'SOAP');
                assert.deepEqual(deployed.failures, []);
                assert.equal(deployed.status, 'Succeeded');
            });
            await step('has working objects and custom metadata afterwards', async () => {
                const { records } = await target.administrator.query(
                    'SELECT DeveloperName, Limite__c FROM Parametro_de_obra__mdt ORDER BY DeveloperName'
                );
                assert.deepEqual(
                    records.map(({ DeveloperName, Limite__c }) => [DeveloperName, Limite__c]),
                    [['Padrao', 250000]]
                );
                const { id } = await target.administrator
                    .sobject('Obra__c')
                    .create({ Name: 'Ponte do Rio Claro', Orcamento__c: 1250000.5, Fase__c: 'Projeto' });
                const work = await target.administrator.sobject('Obra__c').retrieve(String(id));
                assert.equal(work['Orcamento__c'], 1250000.5);
            });
            await step('is deployed again without a change', async () => {
                const deployed = await deployByCli(cli, project.folder, 'start --source-dir obras', 'REST');
                assert.equal(deployed.status, 'Succeeded');
            });
        });
    } finally {
        await project.remove();
    }
}
