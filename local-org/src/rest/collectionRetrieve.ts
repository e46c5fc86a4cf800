import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { showValue } from '../data/showValue.ts';
import { refuse } from '../errors/refusals.ts';
import { parseRecordId } from '../ids/recordId.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { answerOk, type Answer, type ApiCall, type Resource } from './apiCall.ts';
import { objectOf } from './recordResources.ts';
import { requireObjectBody } from './requestBody.ts';
import { retrieveRecord, resolveFields } from './retrieveRecord.ts';

/** Records a request with a body may ask for; in a URL its length is the limit. */
const MOST_RECORDS = 2000;

export const collectionRetrieveResources: Resource[] = [
    { path: '/composite/sobjects/:object', handlers: { GET: retrieveByUrl, POST: retrieveByBody } }
];

function retrieveByUrl(call: ApiCall): Answer {
    return retrieveMany(call, parseList(call.query.get('ids')), parseList(call.query.get('fields')));
}

function parseList(text: string | null): string[] {
    const items = (text ?? '').split(',').map((item) => item.trim());
    return items.filter((item) => item !== '');
}

function retrieveByBody(call: ApiCall): Answer {
    const { ids, fields } = requireObjectBody(call.body);
    return retrieveMany(call, readList(ids), readList(fields));
}

function readList(value: unknown): string[] {
    return Array.isArray(value) ? value.map(showValue) : [];
}

/** One record for each id, in their order, and null for an id that shows this user nothing. */
function retrieveMany(call: ApiCall, ids: string[], fields: string[]): Answer {
    const object = objectOf(call);
    if (ids.length === 0) throw refuse('MISSING_ARGUMENT', 'Specify at least one id in ids.');
    if (fields.length === 0) throw refuse('MISSING_ARGUMENT', 'Specify at least one field in fields.');
    if (ids.length > MOST_RECORDS) {
        const message = `record limit reached. cannot submit more than ${MOST_RECORDS} records into this call`;
        throw refuse('EXCEEDED_ID_LIMIT', message);
    }
    const selection = resolveFields(call, object, ['Id', ...fields.filter((field) => field.toLowerCase() !== 'id')]);
    return answerOk(
        ids.map((id) => {
            const record = findVisible(call, object, id);
            return record ? retrieveRecord(call, object, record, selection) : null;
        })
    );
}

function findVisible({ org, context }: ApiCall, object: ObjectDefinition, idText: string): SalesforceRecord | null {
    const id = parseRecordId(idText);
    const record = id ? org.records.find(object.name, id) : undefined;
    if (!record || record.IsDeleted || !context.access.canSeeRecord(object, record)) return null;
    return record;
}
