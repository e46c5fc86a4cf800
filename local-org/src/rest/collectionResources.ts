import { createRecord } from '../data/createRecord.ts';
import { deleteRecord } from '../data/deleteRecord.ts';
import type { RecordBody } from '../data/readBody.ts';
import { showValue } from '../data/showValue.ts';
import { updateRecord } from '../data/updateRecord.ts';
import { refuse } from '../errors/refusals.ts';
import { SalesforceError } from '../errors/salesforceError.ts';
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
        const { value = null, rest } = takeMember(record, 'Id');
        const object = objectOfRecord(call, record);
        if (value === null) throw refuse('MISSING_ARGUMENT', 'Id not specified in an update call', []);
        const id = parseRecordId(value);
        if (!id) throw refuse('MALFORMED_ID', `malformed id ${showValue(value)}`, []);
        atCrossReference(() => updateRecord(call.org, call.context, object, id, rest));
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
        atCrossReference(() => deleteRecord(call.org, call.context, object, id));
        return { id, success: true, errors: [] };
    };
    return answerOk(saveCollection(call.org, ids, partialSuccess, remove));
}

/** What a URL names and is not there is not found; what a collection names is a bad cross reference. */
function atCrossReference(save: () => void): void {
    try {
        save();
    } catch (error) {
        const isMissing =
            error instanceof SalesforceError && error.items.some((item) => item.errorCode === 'NOT_FOUND');
        throw isMissing ? refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []) : error;
    }
}
