import { refuse } from '../errors/refusals.ts';
import { keyPrefixOf, parseRecordId } from '../ids/recordId.ts';
import type { Org } from '../org.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';

/**
 * The 18-character id of the live record a lookup may point to.
 *
 * @throws SalesforceError MALFORMED_ID for what is no id or an id of another object,
 *     INVALID_CROSS_REFERENCE_KEY or ENTITY_IS_DELETED when nothing is there
 */
export function checkReference(org: Org, field: FieldDefinition, text: string): string {
    const id = parseRecordId(text);
    const target = id ? org.schema.findByKeyPrefix(keyPrefixOf(id)) : undefined;
    if (!id || !target || !field.referenceTo.includes(target.name)) {
        throw refuse(wrongIdCode(field), `${field.label}: id value of incorrect type: ${text}`, [field.name]);
    }
    const record = org.records.find(target.name, id);
    if (!record) throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
    if (record.IsDeleted) throw refuse('ENTITY_IS_DELETED', 'entity is deleted', []);
    return id;
}

/** Lookups to several objects, and custom ones, answer with another code than plain standard lookups. */
function wrongIdCode(field: FieldDefinition): string {
    return field.custom || field.referenceTo.length > 1 ? 'FIELD_INTEGRITY_EXCEPTION' : 'MALFORMED_ID';
}
