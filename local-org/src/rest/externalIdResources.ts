import { deleteRecord } from '../data/deleteRecord.ts';
import { findByExternalId, upsertRecord } from '../data/upsertRecord.ts';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { notFound } from '../errors/refusals.ts';
import { recordUrl } from '../query/recordAttributes.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { answerOk, NO_CONTENT, type Answer, type ApiCall, type Resource } from './apiCall.ts';
import { createdAnswer, objectOf } from './recordResources.ts';
import { requireObjectBody } from './requestBody.ts';
import type { SavedRecord } from './saveResult.ts';
import { parseFieldList, resolveFields, retrieveRecord } from './retrieveRecord.ts';

export const externalIdResources: Resource[] = [
    { path: '/sobjects/:object/:field/:value', handlers: { GET: retrieve, PATCH: upsert, DELETE: remove } }
];

/**
 * With `updateOnly=true` nothing is created ("Upsert Records Using sObject Rows by External ID", REST API Developer
 * Guide). The guide does not say what the answer is then; that it is the one of a GET is a guess.
 */
function upsert(call: ApiCall): Answer {
    const object = objectOf(call);
    const { field = '', value = '' } = call.params;
    const mayCreate = call.query.get('updateOnly')?.toLowerCase() !== 'true';
    if (!mayCreate && findByExternalId(call.org, call.context, object, field, value).length === 0) throw notFound();
    const outcome = upsertRecord(call.org, call.context, object, field, value, requireObjectBody(call.body));
    switch (outcome.kind) {
        case 'created':
            return createdAnswer(call, object, savedBody(outcome.id, true));
        case 'updated':
            return answerOk(savedBody(outcome.id, false));
        case 'ambiguous':
            return multipleChoices(call, object, outcome.ids);
    }
}

function savedBody(id: string, created: boolean): SavedRecord {
    return { id, success: true, errors: [], created };
}

function retrieve(call: ApiCall): Answer {
    const object = objectOf(call);
    return withSingleMatch(call, object, (record) =>
        answerOk(retrieveRecord(call, object, record, resolveFields(call, object, parseFieldList(call.query))))
    );
}

function remove(call: ApiCall): Answer {
    const object = objectOf(call);
    return withSingleMatch(call, object, (record) => {
        deleteRecord(call.org, call.context, object, record.Id);
        return NO_CONTENT;
    });
}

function withSingleMatch(
    call: ApiCall,
    object: ObjectDefinition,
    answer: (record: SalesforceRecord) => Answer
): Answer {
    const { field = '', value = '' } = call.params;
    const matches = findByExternalId(call.org, call.context, object, field, value);
    const [match] = matches;
    if (!match) throw notFound();
    if (matches.length === 1) return answer(match);
    return multipleChoices(
        call,
        object,
        matches.map(({ Id }) => Id)
    );
}

/** HTTP 300: the external id is not unique, and the body lists the records that share it. */
function multipleChoices(call: ApiCall, object: ObjectDefinition, ids: string[]): Answer {
    return { status: 300, body: ids.map((id) => recordUrl(call.context, object.name, id)) };
}
