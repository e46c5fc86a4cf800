import type { Org } from '../../org.ts';
import type { PackageFiles } from '../package/packageFiles.ts';
import { describeOutcome } from './describeOutcome.ts';
import type { DeployOptions } from './deployOptions.ts';
import type { DeployOutcome } from './deployOutcome.ts';
import { readPlans, type DeployPlan } from './deployPlan.ts';
import { findLwcProblems } from './lwcProblems.ts';
import { underNamesInOrg } from './underNamesInOrg.ts';
import { ProblemList } from './problemList.ts';
import { resolveDeploy, type Resolution } from './resolveDeploy.ts';
import { writeDeploy } from './writeDeploy.ts';

/**
 * Deploys a package: the one way by which metadata gets into an org, at its start and by the Metadata API. All that is
 * wrong is told at once. Nothing changes when anything is wrong and `rollbackOnError` is set, nor with `checkOnly`;
 * what changes, changes at one moment.
 *
 * @param files the zip's, its package at the root or in a folder, as `singlePackage` says
 * @param userId on whose behalf
 * @param signal stops the deploy, as long as it has changed nothing, by throwing
 */
export async function deployPackage(
    org: Org,
    files: PackageFiles,
    options: DeployOptions,
    userId: string,
    signal?: AbortSignal
): Promise<DeployOutcome> {
    const plans = readPlans(files, options);
    const [read] = plans.length > 1 ? plans.filter(({ problems }) => problems.length > 0) : plans;
    if (!read) return severalPackages();
    const plan = { ...read, components: underNamesInOrg(org, read.components) };
    const problems = await findAllProblems(org, plan, userId);
    signal?.throwIfAborted();
    // Records may have changed since, and what follows waits for nobody.
    const resolution = resolveDeploy(org, plan, problems, userId);
    const before = org.components;
    if (isToBeWritten(resolution, options)) writeDeploy(org, resolution, userId);
    return describeOutcome(plan, resolution, options, before, org.components);
}

/** A bundle that fails may be what another component needs, and the other way round. */
async function findAllProblems(org: Org, plan: DeployPlan, userId: string): Promise<ProblemList> {
    let problems = new ProblemList(plan.problems);
    for (;;) {
        const resolution = resolveDeploy(org, plan, problems, userId);
        const found = resolution.problems.with(await findLwcProblems(org, resolution));
        if (found.count === resolution.problems.count) return found;
        problems = found;
    }
}

function isToBeWritten(
    { problems }: Resolution,
    { checkOnly, rollbackOnError, ignoreWarnings }: DeployOptions
): boolean {
    if (checkOnly) return false;
    return !rollbackOnError || problems.all.every(({ severity }) => severity === 'warning' && ignoreWarnings);
}

function severalPackages(): DeployOutcome {
    const message = 'The local org does not emulate several packages in one zip. See local-org/README.md.';
    const error = { code: 'NOT_EMULATED', message };
    return { status: 'Failed', messages: [], componentsTotal: 0, componentErrors: 0, error };
}
