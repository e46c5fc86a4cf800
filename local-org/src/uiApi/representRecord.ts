import { createHash } from 'node:crypto';
import type { UserAccess } from '../access/userAccess.ts';
import { parseInstant } from '../data/parseInstant.ts';
import type { FieldValue, SalesforceRecord } from '../data/salesforceRecord.ts';
import { keyPrefixOf } from '../ids/recordId.ts';
import { findRecord, type Org } from '../org.ts';
import { readPath, type FieldPath } from '../query/fieldPath.ts';
import type { UserCalendar } from '../query/userCalendar.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { formatDisplayValue } from './formatDisplayValue.ts';
import { recordName } from './recordName.ts';

/** The record type of records without one, the same in every org. */
export const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

/** "Record" of the User Interface API Developer Guide. */
export interface RecordRepresentation {
    apiName: string;
    childRelationships: Record<string, never>;
    eTag: string;
    fields: Record<string, FieldRepresentation>;
    id: string;
    lastModifiedById: FieldValue;
    lastModifiedDate: FieldValue;
    recordTypeId: FieldValue;
    recordTypeInfo: null;
    systemModstamp: FieldValue;
    /** Milliseconds since 1970 of the last change. */
    weakEtag: number;
}

/** A value with what a person reads; the value of a relationship is the record it leads to. */
export interface FieldRepresentation {
    displayValue: string | null;
    value: FieldValue | RecordRepresentation;
}

/** Who reads a record, and how they write dates and numbers. */
export interface Reader {
    access: UserAccess;
    calendar: UserCalendar;
}

export function representRecord(
    org: Org,
    reader: Reader,
    record: SalesforceRecord,
    paths: FieldPath[]
): RecordRepresentation {
    const fields = { ...ownFields(org, reader, record, paths), ...relatedRecords(org, reader, record, paths) };
    const representation = {
        apiName: org.schema.findByKeyPrefix(keyPrefixOf(record.Id))?.name ?? '',
        childRelationships: {},
        fields: Object.fromEntries(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1))),
        id: record.Id,
        lastModifiedById: record.LastModifiedById ?? null,
        lastModifiedDate: toUtc(record.LastModifiedDate ?? null),
        recordTypeId: record.RecordTypeId ?? MASTER_RECORD_TYPE_ID,
        recordTypeInfo: null,
        systemModstamp: toUtc(record.SystemModstamp ?? null),
        weakEtag: parseInstant(String(record.SystemModstamp))?.getTime() ?? 0
    };
    return { ...representation, eTag: eTagOf(representation) };
}

/** The tag that the UI API puts in the body of what it answers. */
export function eTagOf(representation: object): string {
    return createHash('md5').update(JSON.stringify(representation)).digest('hex');
}

function ownFields(org: Org, { calendar }: Reader, record: SalesforceRecord, paths: FieldPath[]) {
    const own = paths.filter(({ lookups }) => lookups.length === 0);
    return Object.fromEntries(
        own.map((path) => [path.field.name, representValue(path.field, readPath(org, path, record), calendar)])
    );
}

function representValue(field: FieldDefinition, value: FieldValue, calendar: UserCalendar): FieldRepresentation {
    return {
        displayValue: formatDisplayValue(field, value, calendar),
        value: field.type === 'datetime' ? toUtc(value) : value
    };
}

/** Where the REST API writes `+0000`, the UI API writes `Z`. */
function toUtc(value: FieldValue): FieldValue {
    return typeof value === 'string' ? (parseInstant(value)?.toISOString() ?? value) : value;
}

/** A record that the reader may not see is as good as none. */
function relatedRecords(org: Org, reader: Reader, record: SalesforceRecord, paths: FieldPath[]) {
    const related = Map.groupBy(
        paths.filter(({ lookups }) => lookups.length > 0),
        ({ lookups }) => lookups[0]
    );
    const entries = [...related].map(([lookup, pathsBehind]): [string, FieldRepresentation] => {
        const name = lookup?.relationshipName ?? '';
        const reached = lookup && findRecord(org, record[lookup.name]);
        if (!reached || !isVisible(org, reader, reached)) return [name, { displayValue: null, value: null }];
        const shortened = pathsBehind.map(({ lookups, field }) => ({ lookups: lookups.slice(1), field }));
        const value = representRecord(org, reader, reached, shortened);
        return [name, { displayValue: recordName(org, reached), value }];
    });
    return Object.fromEntries(entries);
}

function isVisible(org: Org, { access }: Reader, record: SalesforceRecord): boolean {
    const object = org.schema.findByKeyPrefix(keyPrefixOf(record.Id));
    return object !== undefined && access.canReadObject(object) && access.canSeeRecord(object, record);
}
