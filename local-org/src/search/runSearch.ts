import type { CallContext } from '../callContext.ts';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import type { Org } from '../org.ts';
import type { AnsweredRow } from '../query/queryResult.ts';
import { UNWRITTEN } from '../query/queryText.ts';
import { isLive, runQuery } from '../query/runQuery.ts';
import { isPersonContact } from '../personAccounts/isPersonContact.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { compileSearch } from './compileSearch.ts';
import { findCandidateIds } from './findCandidateIds.ts';
import type { FieldGroup, ReturningSpec, SoslSearch } from './parseSosl.ts';
import type { SearchExpression } from './searchExpression.ts';
import { belongsTo, isSearched } from './searchedFields.ts';
import { searchedValues, searchIndexOf } from './searchIndex.ts';

/**
 * The records a search finds, in the order of its objects and, within one, of their creation: ranking is not emulated.
 * Unlike the platform's index, which lags by minutes, a record is found as soon as it is saved.
 *
 * @throws SalesforceError as the platform words it
 */
export function runSearch(org: Org, context: CallContext, search: SoslSearch): AnsweredRow[] {
    const { expression, group, returning, limit } = search;
    if (!expression) return [];
    const specs = returning.length > 0 ? returning : searchableObjects(org, context);
    return specs.flatMap((spec) => searchObject(org, context, spec, group, expression)).slice(0, limit);
}

function searchableObjects(org: Org, context: CallContext): ReturningSpec[] {
    return org.schema.objects
        .filter((object) => object.searchable && context.access.canReadObject(object))
        .map((object) => ({ object: object.name, fields: 'Id', clauses: '', text: UNWRITTEN }));
}

function searchObject(
    org: Org,
    context: CallContext,
    spec: ReturningSpec,
    group: FieldGroup,
    expression: SearchExpression
): AnsweredRow[] {
    const object = org.schema.find(spec.object);
    const found = object?.searchable ? findRecords(org, context, object, group, expression) : [];
    const soql = `SELECT ${spec.fields} FROM ${spec.object}${spec.clauses}`;
    const result = runQuery(org, context, soql, isLive, found, spec.text);
    return result.readRows(0, result.rowCount);
}

/** In the order of their creation. */
function findRecords(
    org: Org,
    context: CallContext,
    object: ObjectDefinition,
    group: FieldGroup,
    expression: SearchExpression
): SalesforceRecord[] {
    const fields = [...object.fields.values()].filter(
        (field) => isSearched(field) && belongsTo(group, object, field) && context.access.canReadField(object, field)
    );
    const matches = compileSearch(expression);
    const ids = findCandidateIds(searchIndexOf(org, object), expression);
    const candidates = ids
        ? [...ids].sort().flatMap((id) => org.records.find(object.name, id) ?? [])
        : [...org.records.all(object.name)];
    return candidates.filter(
        (record) =>
            isLive(record) && !isPersonContact(org, object, record) && matches(searchedValues(org, fields, record))
    );
}
