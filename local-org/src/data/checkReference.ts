import type { CallContext } from '../callContext.ts';
import { refuse } from '../errors/refusals.ts';
import { keyPrefixOf, parseRecordId, SHORT_ID_LENGTH } from '../ids/recordId.ts';
import type { Org } from '../org.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';

/**
 * The 18-character id of the live record a lookup may point to.
 *
 * @throws SalesforceError MALFORMED_ID for what is no id, FIELD_INTEGRITY_EXCEPTION for an id of another object
 *     (https://salto.io/blog-posts/invalid-cross-reference-id tried both), INVALID_CROSS_REFERENCE_KEY or
 *     ENTITY_IS_DELETED when nothing is there, INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY when not for this user
 */
export function checkReference(org: Org, { access }: CallContext, field: FieldDefinition, text: string): string {
    const id = parseRecordId(text);
    const target = id ? org.schema.findByKeyPrefix(keyPrefixOf(id)) : undefined;
    if (!id || !target || !field.referenceTo.includes(target.name)) {
        throw refuse(
            id ? 'FIELD_INTEGRITY_EXCEPTION' : 'MALFORMED_ID',
            `${field.label}: id value of incorrect type: ${text}`,
            [field.name]
        );
    }
    const record = org.records.find(target.name, id);
    if (!record) throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
    if (!access.canReadObject(target) || !access.canSeeRecord(target, record)) {
        const message = `insufficient access rights on cross-reference id: ${id.slice(0, SHORT_ID_LENGTH)}`;
        throw refuse('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', message, []);
    }
    if (record.IsDeleted) throw refuse('ENTITY_IS_DELETED', 'entity is deleted', []);
    return id;
}
