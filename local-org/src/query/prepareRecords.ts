import type { Query, QueryBase } from '@jetstreamapp/soql-parser-js';
import type { FieldValue, SalesforceRecord } from '../data/salesforceRecord.ts';
import { compileFilter, testOf, type RecordFilter } from './compileFilter.ts';
import type { Expression, Operand } from './expression.ts';
import type { QueryScope } from './fieldPath.ts';
import { filterByScope } from './filterScope.ts';
import { findCandidates } from './findCandidates.ts';
import { malformedQuery } from './queryErrors.ts';
import { inClause, openScope } from './queryScope.ts';
import { subqueryOf } from './queryText.ts';
import { rowExpression } from './rowFunctions.ts';
import { checkSemiJoins, semiJoinColumn } from './semiJoin.ts';

/** Which records a query starts from. */
export interface RecordSource {
    /** Live ones for `query`, those in the recycle bin too for `queryAll`. */
    reaches: RecordFilter;
    /** Null for all records of the object. */
    among: SalesforceRecord[] | null;
}

export const isLive: RecordFilter = (record) => !record.IsDeleted;

/**
 * The query's FROM and WHERE, compiled: finds the records that fit and that the user may see.
 *
 * @throws SalesforceError for names and values that do not fit, before any record is looked at
 */
export function prepareRecords(scope: QueryScope, query: QueryBase): (source: RecordSource) => SalesforceRecord[] {
    const { org, context, object } = scope;
    const isInScope = filterByScope(scope, query.usingScope);
    const where = inClause(scope, 'WHERE');
    if (query.where) checkSemiJoins(where.soql, query.where);
    const resolve = (operand: Operand) => rowExpression(where, operand);
    const runSemiJoin = (outer: Expression<unknown>, inner: Query) => readSemiJoin(where, outer, inner);
    const tree = query.where ? compileFilter(where, query.where, resolve, runSemiJoin) : null;
    const matches = tree ? testOf(tree) : () => true;
    const isFound = (record: SalesforceRecord) =>
        isInScope(record) && context.access.canSeeRecord(object, record) && matches(record);
    return ({ reaches, among }) => {
        const candidates = among ?? (tree && findCandidates(org.records, object, tree)) ?? org.records.all(object.name);
        return [...candidates].filter((record) => reaches(record) && isFound(record));
    };
}

function readSemiJoin(outer: QueryScope, operand: Expression<unknown>, query: Query): FieldValue[] {
    const inner = openScope(outer.org, outer.context, subqueryOf(outer.soql, query.sObject ?? ''), query);
    if (inner.object === outer.object) {
        throw malformedQuery('The inner and outer selects should not be on the same object type');
    }
    const column = semiJoinColumn(operand, inClause(inner, 'SELECT'), query);
    const records = prepareRecords(inner, query)({ reaches: isLive, among: null });
    return records.map(column.read).filter((value) => value !== null);
}
