import type { CallContext } from '../callContext.ts';
import { insufficientAccess, refuse } from '../errors/refusals.ts';
import type { Org } from '../org.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { findField, type ObjectDefinition } from '../schema/objectDefinition.ts';
import { formatInstant } from './formatInstant.ts';
import { readField } from './readField.ts';
import { requireRecord } from './requireRecord.ts';
import type { SalesforceRecord } from './salesforceRecord.ts';

/**
 * Puts a record in the recycle bin, and does to the records that look it up what their lookup says.
 *
 * @throws SalesforceError NOT_FOUND, INSUFFICIENT_ACCESS_OR_READONLY, INVALID_TYPE_FOR_OPERATION, DELETE_FAILED;
 *     nothing is deleted then
 */
export function deleteRecord(org: Org, context: CallContext, object: ObjectDefinition, idText: string): void {
    if (!object.deletable) {
        throw refuse('INVALID_TYPE_FOR_OPERATION', `entity type ${object.name} does not support delete`);
    }
    org.records.transaction(() => {
        const record = requireRecord(org, context, object, idText);
        if (!context.access.canDeleteRecord(object, record)) {
            throw insufficientAccess('insufficient access rights on object id');
        }
        moveToRecycleBin(org, object, record);
    });
}

/**
 * The record goes before those that it takes along, which may lead back to it. What stands against its own deletion is
 * told before what stands against theirs.
 */
function moveToRecycleBin(org: Org, object: ObjectDefinition, record: SalesforceRecord): void {
    org.records.put(object.name, { ...record, IsDeleted: true, SystemModstamp: formatInstant(org.clock()) });
    for (const { child, lookup } of lookupsTo(org, object)) {
        const children = org.records
            .findBy(child.name, lookup.name, record.Id)
            .filter(({ IsDeleted, Id }) => !IsDeleted && Id !== record.Id);
        if (children.length > 0) releaseChildren(org, object, record, child, lookup, children);
    }
}

function lookupsTo(org: Org, object: ObjectDefinition): { child: ObjectDefinition; lookup: FieldDefinition }[] {
    const lookups = org.schema.objects.flatMap((child) =>
        [...child.fields.values()]
            .filter((field) => field.createable && field.referenceTo.includes(object.name))
            .map((lookup) => ({ child, lookup }))
    );
    const refuses = ({ lookup }: (typeof lookups)[number]) => lookup.deleteBehaviour === 'refuseDelete';
    return [...lookups.filter(refuses), ...lookups.filter((each) => !refuses(each))];
}

function releaseChildren(
    org: Org,
    object: ObjectDefinition,
    record: SalesforceRecord,
    child: ObjectDefinition,
    lookup: FieldDefinition,
    children: SalesforceRecord[]
): void {
    switch (lookup.deleteBehaviour) {
        case 'clearLookup':
            for (const each of children) org.records.put(child.name, { ...each, [lookup.name]: null });
            return;
        case 'deleteToo':
            for (const each of children) moveToRecycleBin(org, child, each);
            return;
        case 'refuseDelete': {
            const names = children.map((each) => nameOf(org, child, each)).join(', ');
            const message =
                `Your attempt to delete ${nameOf(org, object, record)} could not be completed because it is ` +
                `associated with the following ${child.labelPlural.toLowerCase()}.: ${names}\n`;
            throw refuse('DELETE_FAILED', message, []);
        }
    }
}

function nameOf(org: Org, object: ObjectDefinition, record: SalesforceRecord): string {
    const nameField = findField(object, object.nameField);
    return String((nameField && readField(org, nameField, record)) ?? record.Id);
}
