import type { Query } from '@jetstreamapp/soql-parser-js';
import type { CallContext } from '../callContext.ts';
import type { FieldValue, SalesforceRecord } from '../data/salesforceRecord.ts';
import { refuse } from '../errors/refusals.ts';
import type { Org } from '../org.ts';
import { compileFilter, type RecordFilter } from './compileFilter.ts';
import { readPath, resolveFieldPath, type QueryScope } from './fieldPath.ts';
import { parseSoql } from './parseSoql.ts';
import { projectRecord, type AnsweredRecord } from './projectRecord.ts';
import { noSuchObject } from './queryErrors.ts';
import { selectFields } from './selectFields.ts';
import { sortRecords } from './sortRecords.ts';

const MAXIMUM_OFFSET = 2000;

/** Rows a query starts from: the live ones for `query`, those in the recycle bin too for `queryAll`. */
export function isLive(record: SalesforceRecord): boolean {
    return !record.IsDeleted;
}

/** All the rows of an answer; `totalSize` alone carries a COUNT(). */
export interface QueryResult {
    totalSize: number;
    records: AnsweredRecord[];
}

/**
 * The rows among those that `reaches` accepts.
 *
 * @throws SalesforceError as the platform words it for this query
 */
export function runQuery(org: Org, context: CallContext, soql: string, reaches: RecordFilter): QueryResult {
    const query = parseSoql(soql);
    const scope = openScope(org, context, soql, query);
    const selection = selectFields(scope, query);
    const rows = pageRows(query, sortRecords(scope, query.orderBy, filterRecords(scope, query, reaches)));
    switch (selection.kind) {
        case 'count':
            return { totalSize: rows.length, records: [] };
        case 'fields':
            return {
                totalSize: rows.length,
                records: rows.map((record) => projectRecord(scope, selection.paths, record))
            };
    }
}

function openScope(org: Org, context: CallContext, soql: string, query: Query): QueryScope {
    const name = query.sObject ?? '';
    const object = org.schema.find(name);
    if (!object || !context.access.canReadObject(object)) throw noSuchObject(soql, name);
    return { org, context, soql, object, alias: query.sObjectAlias };
}

function filterRecords(scope: QueryScope, query: Query, reaches: RecordFilter): SalesforceRecord[] {
    const { org, context, object } = scope;
    const runSemiJoin = (inner: Query) => readColumn(org, context, scope.soql, inner);
    const matches = query.where ? compileFilter(scope, query.where, runSemiJoin) : () => true;
    return [...org.records.all(object.name)].filter(
        (record) => reaches(record) && context.access.canSeeRecord(object, record) && matches(record)
    );
}

function readColumn(org: Org, context: CallContext, soql: string, query: Query): FieldValue[] {
    const scope = openScope(org, context, soql, query);
    const [column] = query.fields ?? [];
    const name = column?.type === 'FieldRelationship' ? column.rawValue : column?.type === 'Field' ? column.field : '';
    const path = resolveFieldPath(scope, name ?? '');
    return filterRecords(scope, query, isLive)
        .map((record) => readPath(org, path, record))
        .filter((value) => value !== null);
}

function pageRows(query: Query, rows: SalesforceRecord[]): SalesforceRecord[] {
    const { limit, offset = 0 } = query;
    if (offset > MAXIMUM_OFFSET) {
        throw refuse('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${MAXIMUM_OFFSET}`);
    }
    return rows.slice(offset, limit === undefined ? undefined : offset + limit);
}
