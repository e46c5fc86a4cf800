import { requireObject } from '../data/requireObject.ts';
import type { RecordBody } from '../data/readBody.ts';
import { refuse } from '../errors/refusals.ts';
import { SalesforceError } from '../errors/salesforceError.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import type { ApiCall } from './apiCall.ts';
import { isRecordBody, requireObjectBody } from './requestBody.ts';
import type { PartialSuccess } from './saveCollection.ts';

/** `{ "allOrNone": false, "records": [ { "attributes": { "type": "Case" }, … } ] }` */
export interface CollectionBody {
    partialSuccess: PartialSuccess;
    records: RecordBody[];
}

/** @throws SalesforceError JSON_PARSER_ERROR or INVALID_INPUT */
export function readCollectionBody({ body }: ApiCall): CollectionBody {
    const { records, allOrNone } = requireObjectBody(body);
    if (!Array.isArray(records) || !records.every(isRecordBody)) {
        throw refuse('INVALID_INPUT', 'Include records in your request.');
    }
    return { partialSuccess: allOrNone === true ? 'allOrNone' : 'keepGood', records };
}

/** The object that a record says it is of. @throws SalesforceError INVALID_INPUT or INVALID_TYPE */
export function objectOfRecord({ org, context }: ApiCall, record: RecordBody): ObjectDefinition {
    const type = isRecordBody(record.attributes) ? record.attributes.type : undefined;
    if (typeof type !== 'string') throw refuse('INVALID_INPUT', "Missing attribute 'type' in the record's attributes.");
    try {
        return requireObject(org, context, type);
    } catch (error) {
        if (!(error instanceof SalesforceError)) throw error;
        throw refuse('INVALID_TYPE', `sObject type '${type}' is not supported.`);
    }
}

/** The record with one member taken out, whatever the case it is written in. */
export function takeMember(record: RecordBody, name: string): { value: unknown; rest: RecordBody } {
    const key = Object.keys(record).find((each) => each.toLowerCase() === name.toLowerCase());
    if (key === undefined) return { value: undefined, rest: record };
    const { [key]: value, ...rest } = record;
    return { value, rest };
}
