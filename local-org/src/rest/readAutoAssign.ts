import type { AutoAssign } from '../callContext.ts';

/** The header `Sforce-Auto-Assign`: `FALSE`, or `TRUE` or the id of a rule, of which there is one. */
export function readAutoAssign(header: string | undefined): AutoAssign {
    if (header === undefined) return 'notSaid';
    return header.trim().toLowerCase() === 'false' ? 'skip' : 'run';
}
