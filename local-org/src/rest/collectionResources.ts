import { createRecord } from '../data/createRecord.ts';
import { deleteRecord } from '../data/deleteRecord.ts';
import type { RecordBody } from '../data/readBody.ts';
import { updateRecord } from '../data/updateRecord.ts';
import { refuse } from '../errors/refusals.ts';
import { keyPrefixOf, parseRecordId } from '../ids/recordId.ts';
import { answerOk, type Answer, type ApiCall, type Resource } from './apiCall.ts';
import { objectOfRecord, readCollectionBody, takeMember } from './collectionBody.ts';
import { saveCollection } from './saveCollection.ts';
import type { SaveResult } from './saveResult.ts';

/** sObject Collections: up to 200 records for one API call. */
export const collectionResources: Resource[] = [
    { path: '/composite/sobjects', handlers: { POST: createMany, PATCH: updateMany, DELETE: deleteMany } }
];

function createMany(call: ApiCall): Answer {
    const { records, partialSuccess } = readCollectionBody(call);
    const save = (record: RecordBody): SaveResult => {
        const id = createRecord(call.org, call.context, objectOfRecord(call, record), record);
        return { id, success: true, errors: [] };
    };
    return answerOk(saveCollection(call.org, records, partialSuccess, save));
}

function updateMany(call: ApiCall): Answer {
    const { records, partialSuccess } = readCollectionBody(call);
    const save = (record: RecordBody): SaveResult => {
        const { value, rest } = takeMember(record, 'Id');
        const id = parseRecordId(value);
        if (!id) throw refuse('MISSING_ARGUMENT', 'Id not specified in an update call', []);
        updateRecord(call.org, call.context, objectOfRecord(call, record), id, rest);
        return { id, success: true, errors: [] };
    };
    return answerOk(saveCollection(call.org, records, partialSuccess, save));
}

function deleteMany(call: ApiCall): Answer {
    const ids = (call.query.get('ids') ?? '').split(',').filter((id) => id !== '');
    const partialSuccess = call.query.get('allOrNone') === 'true' ? 'allOrNone' : 'keepGood';
    const remove = (text: string): SaveResult => {
        const id = parseRecordId(text);
        const object = id ? call.org.schema.findByKeyPrefix(keyPrefixOf(id)) : undefined;
        if (!id || !object) throw refuse('MALFORMED_ID', `malformed id ${text}`, []);
        deleteRecord(call.org, call.context, object, id);
        return { id, success: true, errors: [] };
    };
    return answerOk(saveCollection(call.org, ids, partialSuccess, remove));
}
