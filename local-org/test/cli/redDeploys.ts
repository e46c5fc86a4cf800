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
    const found = failures.find(
        ({ fileName, problem }) => fileName.endsWith(refusal.fileName) && problem.includes(refusal.problem)
    );
    assert.ok(found, `expected ${JSON.stringify(refusal)} among ${JSON.stringify(failures, null, 1)}`);
    switch (refusal.line) {
        case 'unnamed':
            break;
        case 'named':
            assert.ok(Number(found.lineNumber) >= 1, `no line in ${JSON.stringify(found)}`);
            break;
        default:
            assert.equal(Number(found.lineNumber), refusal.line);
    }
    const place = [found.fileName, found.lineNumber, found.columnNumber].filter((part) => part !== undefined).join(':');
    console.log(`    ${place} ${found.problem}`);
}
