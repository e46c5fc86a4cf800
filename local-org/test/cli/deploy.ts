import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Report } from '../../../test/story.ts';
import { startDeployTarget } from './deployTarget.ts';
import { tellForeignDeploy } from './foreignDeploy.ts';
import { tellGreenDeploy } from './greenDeploy.ts';
import { installSalesforceCli } from './installSalesforceCli.ts';
import { copyProject } from './projectCopy.ts';
import { tellRedDeploys } from './redDeploys.ts';
import { openSalesforceCli } from './salesforceCli.ts';

/** `npm run test:deploy`: the real Salesforce CLI deploys the product to a local org, and is refused what is wrong. */
const report: Report = { passed: 0, failed: 0 };
const cli = await openSalesforceCli(await installSalesforceCli());
execFileSync(process.execPath, [join(import.meta.dirname, '../../../scripts/buildLwc.ts')], { stdio: 'inherit' });
const project = await copyProject();
const target = await startDeployTarget();
try {
    await tellGreenDeploy(cli, project, target, report);
    await tellRedDeploys(cli, project, target, report);
    await tellForeignDeploy(cli, target, report);
} finally {
    await target.close();
    await project.remove();
    await cli.close();
}
console.log(`\n${report.passed} passed, ${report.failed} failed`);
process.exitCode = report.failed === 0 ? 0 : 1;
