import type { Component } from '../components/component.ts';
import type { ComponentSet } from '../components/componentSet.ts';
import { typeInWords } from '../components/typeInWords.ts';
import type { ComponentProblem } from '../metadataProblem.ts';
import type { Deletion } from '../package/readDestructiveChanges.ts';
import { kindOfObject } from '../derive/customObjectKind.ts';
import { blockersOf } from './blockersOf.ts';
import { dependentsOf } from './dependentsOf.ts';

export interface ResolvedDeletions {
    /** The deletions that can be done. */
    done: Deletion[];
    /** All that goes by them, from the org as it was. */
    gone: Component[];
    problems: ComponentProblem[];
}

/** What of the components goes, what can not go, and what is not there to go. */
export function resolveDeletions(components: ComponentSet<Component>, deletions: Deletion[]): ResolvedDeletions {
    const found = deletions.filter((deletion) => findDeleted(components, deletion));
    const missing = deletions.filter((deletion) => !found.includes(deletion));
    const goneBy = new Map(found.map((deletion) => [deletion, goneWith(components, deletion)]));
    const left = components.without([...goneBy.values()].flat());
    const refused = found.flatMap((deletion) => refusalsOf(deletion, goneBy.get(deletion) ?? [], left));
    const done = found.filter((deletion) => !refused.some(({ refusedDeletion }) => refusedDeletion === deletion));
    return {
        done,
        gone: [...new Set(done.flatMap((deletion) => goneBy.get(deletion) ?? []))],
        problems: [...missing.map(notFound), ...refused.map(({ problem }) => problem)]
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

function refusalsOf(deletion: Deletion, gone: Component[], left: ComponentSet<Component>) {
    const { type, member, fileName, line, column } = deletion;
    const refuse = (message: string) => ({
        refusedDeletion: deletion,
        problem: { message, severity: 'error' as const, componentType: type, fullName: member, fileName, line, column }
    });
    if (isStandard(deletion)) return [refuse(`The ${type} called '${member}' is standard and cannot be deleted`)];
    if (type === 'RecordType') return [refuse('Cannot delete record type through API')];
    const blockers = blockersOf(gone, left);
    if (blockers.length === 0) return [];
    const names = blockers.map((blocker) => `${typeInWords(blocker.type)} - ${blocker.fullName}`).join(', ');
    return [refuse(`This ${typeInWords(type).toLowerCase()} is referenced elsewhere in Salesforce: ${names}`)];
}

/** Objects and fields that Salesforce brings, though a package may have said something of them. */
function isStandard({ type, member }: Deletion): boolean {
    if (type === 'CustomObject') return kindOfObject(member, undefined) === 'standard';
    return type === 'CustomField' && !/__\w+$/.test(member.slice(member.indexOf('.') + 1));
}
