import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { followLookups, relationshipOf, type FieldPath, type QueryScope } from './fieldPath.ts';
import { polymorphicName } from './polymorphicName.ts';
import { recordAttributes, type RecordAttributes } from './recordAttributes.ts';
import type { Column } from './select/column.ts';
import { columnOfPath } from './select/columnOfPath.ts';

export interface AnsweredRecord {
    [name: string]: unknown;
    attributes: RecordAttributes;
}

/** The record as the answer shows it: the selected fields, those of other records nested under their relationship. */
export function projectRecord(scope: QueryScope, paths: FieldPath[], record: SalesforceRecord): AnsweredRecord {
    const columns = paths.map((path) => columnOfPath(scope, path));
    return projectColumns(scope, columns, record);
}

export function projectColumns(
    scope: QueryScope,
    columns: Column<SalesforceRecord>[],
    record: SalesforceRecord
): AnsweredRecord {
    const { org, context } = scope;
    const answered: AnsweredRecord = { attributes: recordAttributes(org, context, record) };
    for (const column of columns) placeValue(scope, answered, column, record);
    return answered;
}

function placeValue(
    scope: QueryScope,
    answered: AnsweredRecord,
    { lookups, name, read }: Column<SalesforceRecord>,
    record: SalesforceRecord
): void {
    let holder = answered;
    for (const [index, lookup] of lookups.entries()) {
        const relationship = relationshipOf(lookup);
        const reached = followLookups(scope.org, lookups.slice(0, index + 1), record);
        if (!reached) {
            holder[relationship] = null;
            return;
        }
        holder[relationship] ??= { attributes: attributesBehind(scope, lookup, reached) };
        holder = holder[relationship] as AnsweredRecord;
    }
    holder[name] = read(record);
}

/** Behind a lookup to several objects every record calls itself a Name; its url still says what it is. */
function attributesBehind(scope: QueryScope, lookup: FieldDefinition, record: SalesforceRecord): RecordAttributes {
    const attributes = recordAttributes(scope.org, scope.context, record);
    return lookup.referenceTo.length > 1 ? { ...attributes, type: polymorphicName.name } : attributes;
}
