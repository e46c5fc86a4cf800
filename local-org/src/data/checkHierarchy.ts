import { refuse } from '../errors/refusals.ts';
import { findRecord, type Org } from '../org.ts';
import { findField, type ObjectDefinition } from '../schema/objectDefinition.ts';
import type { SalesforceRecord } from './salesforceRecord.ts';

const PARENT = 'ParentId';

/**
 * No account and no case may stand above itself. That it is refused is documented ("Account hierarchy"); the code and
 * the words are a guess.
 *
 * @throws SalesforceError CIRCULAR_DEPENDENCY
 */
export function checkHierarchy(org: Org, object: ObjectDefinition, record: SalesforceRecord): void {
    if (!findField(object, PARENT)?.referenceTo.includes(object.name)) return;
    for (let above: SalesforceRecord | undefined = record; above?.[PARENT]; above = findRecord(org, above[PARENT])) {
        if (above[PARENT] === record.Id) {
            throw refuse('CIRCULAR_DEPENDENCY', 'attempt to violate hierarchy constraints', [PARENT]);
        }
    }
}
