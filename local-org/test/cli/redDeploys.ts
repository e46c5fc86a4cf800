import assert from 'node:assert/strict';
import { type Report, tellStory } from '../../../test/story.ts';
import { deployByCli, type DeployFailure, type Transport } from './cliDeploy.ts';
import type { DeployTarget } from './deployTarget.ts';
import type { ProjectCopy } from './projectCopy.ts';
import { redChanges, type RedChange } from './redChanges.ts';
import type { SalesforceCli } from './salesforceCli.ts';

/** Each change breaks the project in one place: the deploy names file, line and reason, and leaves the org as it was. */
export async function tellRedDeploys(
    cli: SalesforceCli,
    project: ProjectCopy,
    target: DeployTarget,
    report: Report
): Promise<void> {
    for (const [index, change] of redChanges.entries()) {
        const transport: Transport = index % 2 === 0 ? 'SOAP' : 'REST';
        await tellStory(`A deploy over ${transport} with ${change.title}`, report, async (step) => {
            const before = await target.readConfiguration();
            let failures: DeployFailure[] = [];
            await step('is refused', async () => {
                await project.whileChanged(change.file, change.part, change.replacement, async () => {
                    const deploy = await deployByCli(cli, project.folder, 'start --source-dir force-app', transport);
                    assert.equal(deploy.status, 'Failed');
                    assert.notEqual(deploy.exitCode, 0);
                    failures = deploy.failures;
                });
            });
            await step('with file, line and reason', async () => assertNamed(failures, change));
            await step('and leaves the org as it was', async () =>
                assert.equal(await target.readConfiguration(), before)
            );
        });
    }
}

function assertNamed(failures: DeployFailure[], { refusal }: RedChange): void {
    const fits = failures.some(
        ({ fileName, lineNumber, problem }) =>
            fileName.endsWith(refusal.fileName) &&
            (refusal.lineNumber === null || Number(lineNumber) === refusal.lineNumber) &&
            problem.includes(refusal.problem)
    );
    assert.ok(fits, `expected ${JSON.stringify(refusal)} among ${JSON.stringify(failures, null, 1)}`);
    for (const { problem } of failures) console.log(`    ${problem.split('\n')[0]}`);
}
