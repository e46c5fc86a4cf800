import type { Org } from '../../org.ts';
import type { Component } from '../components/component.ts';
import type { ComponentSet } from '../components/componentSet.ts';
import type { ComponentProblem } from '../metadataProblem.ts';
import type { Deletion } from '../package/readDestructiveChanges.ts';
import { kindOfObject } from '../derive/customObjectKind.ts';
import { standardProfileNames } from '../derive/profileName.ts';
import { blockersOf } from './blockersOf.ts';
import { dependentsOf } from './dependentsOf.ts';
import { heldByRecords } from './heldByRecords.ts';
import { referencedElsewhere, refuseDeletion } from './refuseDeletion.ts';

export interface ResolvedDeletions {
    /** The deletions that can be done. */
    done: Deletion[];
    /** All that goes by them, from the org as it was. */
    gone: Component[];
    problems: ComponentProblem[];
}

/** What of the components goes, what can not go, and what is not there to go. */
export function resolveDeletions(
    org: Org,
    components: ComponentSet<Component>,
    deletions: Deletion[]
): ResolvedDeletions {
    const found = deletions.filter((deletion) => findDeleted(components, deletion));
    const missing = deletions.filter((deletion) => !found.includes(deletion));
    const goneBy = new Map(found.map((deletion) => [deletion, goneWith(components, deletion)]));
    const left = components.without([...goneBy.values()].flat());
    const refusals = new Map(
        found.map((deletion) => [deletion, refusalOf(org, deletion, goneBy.get(deletion) ?? [], left)])
    );
    const done = found.filter((deletion) => !refusals.get(deletion));
    return {
        done,
        gone: [...new Set(done.flatMap((deletion) => goneBy.get(deletion) ?? []))],
        problems: [...missing.map(notFound), ...[...refusals.values()].filter((refusal) => refusal !== null)]
    };
}

function findDeleted(components: ComponentSet<Component>, { type, member }: Deletion): Component | undefined {
    return components.find(type, member);
}

function goneWith(components: ComponentSet<Component>, deletion: Deletion): Component[] {
    const deleted = findDeleted(components, deletion);
    return deleted ? [deleted, ...dependentsOf(deleted, components)] : [];
}

/** @see https://github.com/forcedotcom/cli/issues/1534 for the wording and the fields of the message */
function notFound({ type, member, fileName }: Deletion): ComponentProblem {
    const message = `No ${type} named: ${member} found`;
    return { message, severity: 'warning', componentType: type, fullName: fileName, fileName };
}

function refusalOf(
    org: Org,
    deletion: Deletion,
    gone: Component[],
    left: ComponentSet<Component>
): ComponentProblem | null {
    const { type, member } = deletion;
    if (isStandard(deletion)) {
        return refuseDeletion(deletion, `The ${type} called '${member}' is standard and cannot be deleted`);
    }
    if (type === 'RecordType') return refuseDeletion(deletion, 'Cannot delete record type through API');
    const [held] = gone.flatMap((component) => heldByRecords(org, component) ?? []);
    if (held !== undefined) return refuseDeletion(deletion, held);
    const blockers = blockersOf(gone, left);
    return blockers.length === 0 ? null : referencedElsewhere(deletion, blockers);
}

/** Objects, fields and profiles that Salesforce brings, though a package may have said something of them. */
function isStandard({ type, member }: Deletion): boolean {
    if (type === 'CustomObject') return kindOfObject(member, undefined) === 'standard';
    if (type === 'Profile') return standardProfileNames.has(member);
    return type === 'CustomField' && !/__\w+$/.test(member.slice(member.indexOf('.') + 1));
}
