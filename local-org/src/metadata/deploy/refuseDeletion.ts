import type { PackagedComponent } from '../components/component.ts';
import type { ComponentProblem } from '../metadataProblem.ts';
import type { Deletion } from '../package/readDestructiveChanges.ts';

/** What the platform says of a deletion that it does not do. */
export function refuseDeletion({ type, member, ...place }: Deletion, message: string): ComponentProblem {
    return { message, severity: 'error', componentType: type, fullName: member, ...place };
}

export function referencedElsewhere(
    deletion: Deletion,
    blockers: Pick<PackagedComponent, 'type' | 'fullName'>[]
): ComponentProblem {
    const names = blockers.map(({ type, fullName }) => `${inWords(type)} - ${fullName}`).join(', ');
    const deleted = inWords(deletion.type).toLowerCase();
    return refuseDeletion(deletion, `This ${deleted} is referenced elsewhere in Salesforce: ${names}`);
}

/** `Validation Rule` of `ValidationRule` */
function inWords(type: string): string {
    return type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}
