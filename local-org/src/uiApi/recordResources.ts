import { createRecord } from '../data/createRecord.ts';
import { deleteRecord } from '../data/deleteRecord.ts';
import { parseInstant } from '../data/parseInstant.ts';
import type { RecordBody } from '../data/readBody.ts';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { updateRecord } from '../data/updateRecord.ts';
import type { CallContext } from '../callContext.ts';
import { notFound } from '../errors/refusals.ts';
import { SalesforceError } from '../errors/salesforceError.ts';
import { findRecord } from '../org.ts';
import type { FieldPath } from '../query/fieldPath.ts';
import { calendarOf } from '../query/userCalendar.ts';
import { answerOk, NO_CONTENT, type Answer, type ApiCall } from '../rest/apiCall.ts';
import { isRecordBody } from '../rest/requestBody.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { recordName } from './recordName.ts';
import { answerSave, collisionError } from './recordError.ts';
import { representRecord, type RecordRepresentation } from './representRecord.ts';
import { requireUiObject } from './requireUiObject.ts';
import { requireUiRecord } from './requireUiRecord.ts';
import { allReadableFields, selectFields } from './selectFields.ts';
import { illegalParameter, unreadableBody } from './uiApiRefusals.ts';

const MOST_RECORDS = 200;

/** `GET /ui-api/records/:id?fields=…` */
export function readUiRecord(call: ApiCall): Answer {
    const { object, record } = requireUiRecord(call, call.params.id ?? '');
    return answerOk(represent(call, record, selectFields(call, object)));
}

/** `GET /ui-api/records/batch/:ids?fields=…`: a result for each id, good or bad. */
export function readUiRecords(call: ApiCall): Answer {
    const ids = (call.params.ids ?? '').split(',');
    if (ids.length > MOST_RECORDS) throw illegalParameter(`recordIds should hold at most ${MOST_RECORDS} IDs`);
    const results = ids.map((id) => readOneOfMany(call, id));
    return answerOk({ hasErrors: results.some(({ statusCode }) => statusCode >= 400), results });
}

function readOneOfMany(call: ApiCall, id: string): { statusCode: number; result: unknown } {
    try {
        const { object, record } = requireUiRecord(call, id);
        return { statusCode: 200, result: represent(call, record, selectFields(call, object)) };
    } catch (error) {
        if (!(error instanceof SalesforceError)) throw error;
        return { statusCode: error.status, result: error.items };
    }
}

/** `POST /ui-api/records` with `{ "apiName": "Case", "fields": { … } }` */
export function createUiRecord(call: ApiCall): Answer {
    const { apiName, fields } = readInput(call.body);
    if (typeof apiName !== 'string') throw unreadableBody('apiName is required.');
    const object = requireUiObject(call, apiName);
    return answerSave(object, () => {
        const id = createRecord(call.org, saveContext(call), object, fields);
        return { status: 201, body: representSaved(call, object, id) };
    });
}

/** `PATCH /ui-api/records/:id` with `{ "fields": { … } }`; `If-Unmodified-Since` guards against lost updates. */
export function updateUiRecord(call: ApiCall): Answer {
    const { object, record } = requireUiRecord(call, call.params.id ?? '');
    const { fields } = readInput(call.body);
    if (hasChangedSince(record, call.header('if-unmodified-since'))) {
        const changedBy = findRecord(call.org, record.LastModifiedById);
        return collisionError((changedBy && recordName(call.org, changedBy)) ?? '');
    }
    return answerSave(object, () => {
        updateRecord(call.org, saveContext(call), object, record.Id, fields);
        return answerOk(representSaved(call, object, record.Id));
    });
}

export function deleteUiRecord(call: ApiCall): Answer {
    const { object, record } = requireUiRecord(call, call.params.id ?? '');
    return answerSave(object, () => {
        deleteRecord(call.org, call.context, object, record.Id);
        return NO_CONTENT;
    });
}

function readInput(body: unknown): { apiName: unknown; fields: RecordBody } {
    if (isRecordBody(body) && isRecordBody(body.fields)) return { apiName: body.apiName, fields: body.fields };
    throw unreadableBody('The request body must be a JSON object with the record in fields.');
}

/** The UI API runs no assignment rule unless `useDefaultRule` says so. */
function saveContext({ context, query }: ApiCall): CallContext {
    return { ...context, autoAssign: query.get('useDefaultRule') === 'true' ? 'run' : 'skip' };
}

function hasChangedSince(record: SalesforceRecord, header: string | undefined): boolean {
    const since = header === undefined ? null : parseInstant(header);
    const changed = parseInstant(String(record.LastModifiedDate));
    return since !== null && changed !== null && changed > since;
}

/** What the Full layout would show of a record just saved is, without layouts, all that its user may read. */
function representSaved(call: ApiCall, object: ObjectDefinition, id: string): RecordRepresentation {
    const record = call.org.records.find(object.name, id);
    if (!record) throw notFound();
    return represent(call, record, allReadableFields(call, object));
}

function represent(call: ApiCall, record: SalesforceRecord, fields: FieldPath[]): RecordRepresentation {
    const reader = { access: call.context.access, calendar: calendarOf(call.org, call.context) };
    return representRecord(call.org, reader, record, fields);
}
