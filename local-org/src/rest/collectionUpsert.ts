import type { RecordBody } from '../data/readBody.ts';
import { showValue } from '../data/showValue.ts';
import { upsertRecord } from '../data/upsertRecord.ts';
import { WrongValue } from '../data/wrongValue.ts';
import { refuse } from '../errors/refusals.ts';
import { answerOk, type Answer, type ApiCall, type Resource } from './apiCall.ts';
import { readCollectionBody, takeMember } from './collectionBody.ts';
import { findRepeated } from './findRepeated.ts';
import { objectOf } from './recordResources.ts';
import { saveCollection } from './saveCollection.ts';
import type { SaveResult } from './saveResult.ts';

export const collectionUpsertResources: Resource[] = [
    { path: '/composite/sobjects/:object/:field', handlers: { PATCH: upsertMany } }
];

function upsertMany(call: ApiCall): Answer {
    const { records, partialSuccess } = readCollectionBody(call);
    const object = objectOf(call);
    const field = call.params.field ?? '';
    // one request may not name the same external id twice; all that do are refused
    const repeated = findRepeated(records.map((record) => foldCase(takeMember(record, field).value)));

    function upsert(record: RecordBody): SaveResult {
        const { value, rest } = takeMember(record, field);
        if (value === undefined || value === null || value === '') {
            throw refuse('MISSING_ARGUMENT', `${field} not specified`, []);
        }
        if (typeof value === 'object')
            throw new WrongValue({ name: field }, value, 'string').placedIn(call.context.requestJson);
        if (repeated.has(foldCase(value))) {
            throw refuse('DUPLICATE_VALUE', `Duplicate external id specified: ${showValue(value)}`, [field]);
        }
        const outcome = upsertRecord(call.org, call.context, object, field, showValue(value), rest);
        switch (outcome.kind) {
            case 'created':
            case 'updated':
                return { id: outcome.id, success: true, errors: [], created: outcome.kind === 'created' };
            case 'ambiguous': {
                const ids = outcome.ids.join(', ');
                const message = `${field}: more than one record found for external id field: [${ids}]`;
                throw refuse('DUPLICATE_EXTERNAL_ID', message, [field]);
            }
        }
    }

    const results = saveCollection(call.org, records, partialSuccess, upsert);
    return answerOk(results.map((result) => ({ created: false, ...result })));
}

function foldCase(value: unknown): string {
    return showValue(value).toLowerCase();
}
