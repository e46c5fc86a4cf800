import type { Org } from '../../org.ts';
import { checkInOrg } from '../checks/checkInOrg.ts';
import { findChildType } from '../components/childTypes.ts';
import type { PackagedComponent } from '../components/component.ts';
import { problemOf } from '../components/componentReading.ts';
import type { ComponentProblem } from '../metadataProblem.ts';
import { danglingReference, type Reference } from '../references/reference.ts';
import { ReferenceScope } from '../references/referenceScope.ts';
import { referencesOf } from '../references/referencesOf.ts';
import type { Resolution } from './resolveDeploy.ts';

/** What stands against components that have no problem so far, in the org that the package makes. */
export function findDeployProblems(
    org: Org,
    components: PackagedComponent[],
    { found, withPackage: next, problems }: Resolution
): ComponentProblem[] {
    const scope = new ReferenceScope(next.components, next.schema);
    const hasFailed = (reference: Reference) => problems.hasFailed(reference);
    return components
        .filter((component) => !problems.hasFailed(component))
        .flatMap((component) => {
            const previous = found.find(component.type, component.fullName);
            return [
                ...danglingReferences(component, scope, hasFailed),
                ...checkInOrg({ component, previous, org, next })
            ];
        });
}

function danglingReferences(
    component: PackagedComponent,
    scope: ReferenceScope,
    hasFailed: (reference: Reference) => boolean
): ComponentProblem[] {
    const dangling = referencesOf(component).filter((reference) => !scope.has(reference));
    const parent = dangling.find((reference) => reference.type === 'CustomObject' && hasFailed(reference));
    if (parent && isPartOfObject(component.type)) {
        const missing = { type: parent.type, fullName: parent.fullName };
        return [problemOf(component, { message: 'Parent entity failed to deploy', severity: 'error', missing })];
    }
    return dangling
        .filter((reference) => !isOfMissingObject(reference, dangling))
        .map((reference) => problemOf(component, danglingReference(reference)));
}

/** That an object is missing says enough of its fields. */
function isOfMissingObject({ type, fullName }: Reference, dangling: Reference[]): boolean {
    if (type !== 'CustomField') return false;
    const objectName = fullName.slice(0, fullName.indexOf('.'));
    return dangling.some((other) => other.type === 'CustomObject' && other.fullName === objectName);
}

/** @see https://github.com/wadewegner/deploy-to-sfdx/issues/41 for the wording of what this is about */
function isPartOfObject(type: string): boolean {
    return type === 'Layout' || findChildType(type)?.parentName === 'CustomObject';
}
