import type { Component, PackagedComponent } from '../components/component.ts';
import type { ComponentSet } from '../components/componentSet.ts';
import type { ComponentProblem } from '../metadataProblem.ts';
import { MANIFEST } from '../package/findPackages.ts';
import type { Deletion } from '../package/readDestructiveChanges.ts';
import type { DeployOptions } from './deployOptions.ts';
import type { DeployMessage, DeployOutcome } from './deployOutcome.ts';
import type { DeployPlan } from './deployPlan.ts';
import type { Resolution } from './resolveDeploy.ts';

/**
 * What a deploy tells of itself.
 *
 * @param before the org's components before the deploy
 * @param after and after it
 */
export function describeOutcome(
    plan: DeployPlan,
    { placed, deletions, problems }: Resolution,
    options: DeployOptions,
    before: ComponentSet<Component>,
    after: ComponentSet<Component>
): DeployOutcome {
    const good = placed.map((component) => describeSuccess(component, before, after));
    const deleted = deletions.map(describeDeletion);
    const troubles = problems.all.map((problem) => describeProblem(problem, options));
    const manifest = troubles.some(({ fullName }) => fullName === MANIFEST) ? [] : [describeManifest()];
    const messages = [...troubles, ...good, ...deleted].map((message) => below(plan.prefix, message));
    const isFailure = messages.some(({ success }) => !success);
    return {
        status: isFailure ? statusOfFailure(options, good.length + deleted.length) : 'Succeeded',
        messages: [...messages, ...manifest.map((message) => below(plan.prefix, message))],
        componentsTotal: countComponents(messages),
        componentErrors: countComponents(messages.filter(({ success }) => !success))
    };
}

function statusOfFailure({ rollbackOnError }: DeployOptions, successes: number): DeployOutcome['status'] {
    return !rollbackOnError && successes > 0 ? 'SucceededPartial' : 'Failed';
}

function describeSuccess(
    component: Component,
    before: ComponentSet<Component>,
    after: ComponentSet<Component>
): DeployMessage {
    const { type, fullName, fileName } = component;
    const previous = before.find(type, fullName);
    const id = (after.find(type, fullName) ?? component).id;
    return {
        ...nothingDone(component),
        fileName,
        success: true,
        changed: previous !== component,
        created: previous === undefined,
        ...(id === '' ? {} : { id })
    };
}

function describeDeletion({ type, member, fileName }: Deletion): DeployMessage {
    return {
        ...nothingDone({ type, fullName: member, fileName }),
        success: true,
        changed: true,
        deleted: true
    };
}

/** "If ignoreWarnings is false, the warning is treated like an error" (Metadata API Developer Guide, deploy()). */
function describeProblem(problem: ComponentProblem, { ignoreWarnings }: DeployOptions): DeployMessage {
    const { componentType, fullName, fileName, message, severity, line, column, missing } = problem;
    return {
        ...nothingDone({ type: componentType, fullName, fileName }),
        success: severity === 'warning' && ignoreWarnings,
        problem: message,
        problemType: severity === 'warning' ? 'Warning' : 'Error',
        ...(line === undefined ? {} : { lineNumber: line }),
        ...(column === undefined ? {} : { columnNumber: column }),
        ...(missing === undefined ? {} : { missing })
    };
}

function describeManifest(): DeployMessage {
    return { ...nothingDone({ type: '', fullName: MANIFEST, fileName: MANIFEST }), success: true, changed: true };
}

function nothingDone({ type, fullName, fileName }: Pick<PackagedComponent, 'type' | 'fullName' | 'fileName'>) {
    return { componentType: type, fullName, fileName, success: false, changed: false, created: false, deleted: false };
}

function below(prefix: string, message: DeployMessage): DeployMessage {
    return { ...message, fileName: prefix + message.fileName };
}

/** One component may have several messages. */
function countComponents(messages: DeployMessage[]): number {
    return new Set(messages.map(({ componentType, fullName }) => `${componentType}:${fullName}`)).size;
}
