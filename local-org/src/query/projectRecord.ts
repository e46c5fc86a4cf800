import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { followLookups, readPath, type FieldPath, type QueryScope } from './fieldPath.ts';
import { polymorphicName } from './polymorphicName.ts';
import { recordAttributes, type RecordAttributes } from './recordAttributes.ts';

export interface AnsweredRecord {
    [name: string]: unknown;
    attributes: RecordAttributes;
}

/** The record as the answer shows it: the selected fields, those of other records nested under their relationship. */
export function projectRecord(scope: QueryScope, paths: FieldPath[], record: SalesforceRecord): AnsweredRecord {
    const { org, context } = scope;
    const answered: AnsweredRecord = { attributes: recordAttributes(org, context, record) };
    for (const path of paths) placeValue(scope, answered, path, record);
    return answered;
}

function placeValue(scope: QueryScope, answered: AnsweredRecord, path: FieldPath, record: SalesforceRecord): void {
    let holder = answered;
    for (const [index, lookup] of path.lookups.entries()) {
        const name = lookup.relationshipName ?? lookup.name;
        const reached = followLookups(scope.org, path.lookups.slice(0, index + 1), record);
        if (!reached) {
            holder[name] = null;
            return;
        }
        holder[name] ??= { attributes: attributesBehind(scope, lookup, reached) };
        holder = holder[name] as AnsweredRecord;
    }
    holder[path.field.name] = readPath(scope.org, path, record);
}

/** Behind a lookup to several objects every record calls itself a Name; its url still says what it is. */
function attributesBehind(scope: QueryScope, lookup: FieldDefinition, record: SalesforceRecord): RecordAttributes {
    const attributes = recordAttributes(scope.org, scope.context, record);
    return lookup.referenceTo.length > 1 ? { ...attributes, type: polymorphicName.name } : attributes;
}
