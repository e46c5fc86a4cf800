import { formatInstant } from '../../data/formatInstant.ts';
import type { Org } from '../../org.ts';
import type { Component } from '../components/component.ts';
import type { ComponentSet } from '../components/componentSet.ts';
import { deriveConfiguration } from '../derive/deriveConfiguration.ts';
import type { Deletion } from '../package/readDestructiveChanges.ts';
import { dropReferences } from './dropReferences.ts';
import type { DeployPlan } from './deployPlan.ts';
import { findDeployProblems } from './findDeployProblems.ts';
import type { OrgState } from './orgState.ts';
import { placeComponent } from './placeComponent.ts';
import type { ProblemList } from './problemList.ts';
import { resolveDeletions } from './resolveDeletions.ts';

/** What becomes of an org by what is good in a plan, and what is wrong with the rest. */
export interface Resolution {
    /** What the package comes to: the org's components without those that are deleted before. */
    found: ComponentSet<Component>;
    /** When the package has come, and before what is deleted after it is gone. */
    withPackage: OrgState;
    next: OrgState;
    /** What has no problem, as the org is to keep it. */
    placed: Component[];
    deletions: Deletion[];
    /** All that goes by the deletions. */
    gone: Component[];
    problems: ProblemList;
}

/**
 * Holds a plan against the org: a pure function. What fails is left out and the rest looked at again, so that what
 * needs it fails too, as on the platform, until all that is left holds together.
 */
export function resolveDeploy(org: Org, plan: DeployPlan, known: ProblemList, userId: string): Resolution {
    const resolution = resolveOnce(org, plan, known, userId);
    const problems = known.with([...resolution.problems.all, ...findDeployProblems(org, plan.components, resolution)]);
    return problems.count === known.count ? resolution : resolveDeploy(org, plan, problems, userId);
}

function resolveOnce(org: Org, plan: DeployPlan, problems: ProblemList, userId: string): Resolution {
    const deployment = { userId, now: formatInstant(org.clock()) };
    const stays = (deletion: Deletion) => !problems.hasFailedDeletion(deletion);
    const before = resolveDeletions(org, org.components, plan.before.filter(stays));
    const kept = dropReferences(org.components.without(before.gone), before.gone);
    const placed = plan.components
        .filter((component) => !problems.hasFailed(component))
        .map((component) => placeComponent(component, kept.find(component.type, component.fullName), deployment));
    const withPlaced = kept.with(placed);
    const after = resolveDeletions(org, withPlaced, plan.after.filter(stays));
    const stateOf = (components: ComponentSet<Component>): OrgState => ({
        components,
        ...deriveConfiguration(components, org.features)
    });
    const withPackage = stateOf(withPlaced);
    const isMoreGone = after.gone.length > 0;
    return {
        found: kept,
        withPackage,
        next: isMoreGone ? stateOf(dropReferences(withPlaced.without(after.gone), after.gone)) : withPackage,
        placed,
        deletions: [...before.done, ...after.done],
        gone: [...before.gone, ...after.gone],
        problems: problems.with([...before.problems, ...after.problems])
    };
}
