import { createRecord } from '../data/createRecord.ts';
import { deleteRecord } from '../data/deleteRecord.ts';
import { requireObject } from '../data/requireObject.ts';
import { requireRecord } from '../data/requireRecord.ts';
import { updateRecord } from '../data/updateRecord.ts';
import { recordUrl } from '../query/recordAttributes.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { NO_CONTENT, type Answer, type ApiCall, type Resource } from './apiCall.ts';
import { checkConditions, validatorHeaders, validatorsOf } from './conditions.ts';
import { requireObjectBody } from './requestBody.ts';
import type { SavedRecord } from './saveResult.ts';
import { parseFieldList, resolveFields, retrieveRecord } from './retrieveRecord.ts';

export const recordResources: Resource[] = [
    { path: '/sobjects/:object/:id', handlers: { GET: retrieve, PATCH: update, DELETE: remove } }
];

export function create(call: ApiCall): Answer {
    const object = objectOf(call);
    const id = createRecord(call.org, call.context, object, requireObjectBody(call.body));
    return createdAnswer(call, object, { id, success: true, errors: [] });
}

export function createdAnswer(call: ApiCall, object: ObjectDefinition, saved: SavedRecord): Answer {
    return { status: 201, body: saved, headers: { Location: recordUrl(call.context, object.name, saved.id) } };
}

export function objectOf({ org, context, params }: ApiCall): ObjectDefinition {
    return requireObject(org, context, params.object ?? '');
}

function retrieve(call: ApiCall): Answer {
    const object = objectOf(call);
    const record = requireRecord(call.org, call.context, object, call.params.id ?? '');
    const validators = validatorsOf(object, record);
    const headers = validatorHeaders(validators);
    if (checkConditions(call, validators, 'read') === 'notModified') return { status: 304, headers };
    const fields = resolveFields(call, object, parseFieldList(call.query));
    return { status: 200, body: retrieveRecord(call, object, record, fields), headers };
}

function update(call: ApiCall): Answer {
    const { org, context, params } = call;
    const object = objectOf(call);
    const record = requireRecord(org, context, object, params.id ?? '');
    checkConditions(call, validatorsOf(object, record), 'write');
    updateRecord(org, context, object, record.Id, requireObjectBody(call.body));
    return NO_CONTENT;
}

function remove(call: ApiCall): Answer {
    deleteRecord(call.org, call.context, objectOf(call), call.params.id ?? '');
    return NO_CONTENT;
}
