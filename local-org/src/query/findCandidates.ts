import type { RecordStore } from '../data/recordStore.ts';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import type { CompiledCondition } from './compileFilter.ts';
import type { ConditionTree } from './conditionTree.ts';

/**
 * Records among which all that fit the filter are, found through indexes and in the order of their creation; null when
 * no index helps. Indexed are ids, lookups, unique fields and external ids, as on the platform.
 */
export function findCandidates(
    records: RecordStore,
    object: ObjectDefinition,
    tree: ConditionTree<CompiledCondition<SalesforceRecord>>
): SalesforceRecord[] | null {
    const found = narrow(records, object, tree);
    return found && [...found.values()].sort((left, right) => (left.Id < right.Id ? -1 : 1));
}

type Found = Map<string, SalesforceRecord>;

function narrow(
    records: RecordStore,
    object: ObjectDefinition,
    tree: ConditionTree<CompiledCondition<SalesforceRecord>>
): Found | null {
    switch (tree.kind) {
        case 'condition':
            return lookUp(records, object, tree.condition);
        case 'not':
            return null;
        case 'and': {
            const found = tree.operands.flatMap((operand) => narrow(records, object, operand) ?? []);
            return found.length === 0 ? null : found.reduce((least, each) => (each.size < least.size ? each : least));
        }
        case 'or': {
            const found = tree.operands.map((operand) => narrow(records, object, operand));
            if (found.some((each) => each === null)) return null;
            return new Map(found.flatMap((each) => [...(each ?? [])]));
        }
    }
}

function lookUp(
    records: RecordStore,
    object: ObjectDefinition,
    { equals }: CompiledCondition<SalesforceRecord>
): Found | null {
    if (!equals || equals.values.includes(null)) return null;
    const { field, text } = equals.operand;
    if (text !== field.name || object.fields.get(text.toLowerCase()) !== field || !isIndexed(field)) return null;
    const found = equals.values.flatMap((value) => records.findBy(object.name, field.name, value));
    return new Map(found.map((record) => [record.Id, record]));
}

function isIndexed(field: FieldDefinition): boolean {
    const isKey = field.type === 'reference' || field.unique || field.externalId || field.idLookup;
    return isKey && !field.derive && !field.mask;
}
