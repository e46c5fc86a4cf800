import { resolveUserAccess } from '../../access/resolveUserAccess.ts';
import type { UserAccess } from '../../access/userAccess.ts';
import type { CallContext } from '../../callContext.ts';
import type { SalesforceRecord } from '../../data/salesforceRecord.ts';
import { notEmulated, refuse } from '../../errors/refusals.ts';
import { keyPrefixOf } from '../../ids/recordId.ts';
import { findRecord, type Org } from '../../org.ts';
import type { ObjectDefinition } from '../../schema/objectDefinition.ts';
import { compileFilter, type CompiledCondition } from '../compileFilter.ts';
import type { ConditionTree } from '../conditionTree.ts';
import type { QueryScope } from '../fieldPath.ts';
import type { ParsedQuery } from '../parseSoql.ts';
import { malformedQuery } from '../queryErrors.ts';
import { queryRecords } from '../queryRecords.ts';
import type { QueryResult } from '../queryResult.ts';
import { inClause } from '../queryScope.ts';
import type { QueryText } from '../queryText.ts';
import { recordUrl } from '../recordAttributes.ts';
import { rowExpression } from '../rowFunctions.ts';
import { isAggregateQuery, isCountQuery } from '../select/selectGroupColumns.ts';
import { ACCESS_FIELDS, userRecordAccess } from './userRecordAccess.ts';

const MOST_RECORDS = 200;
/** No row has an id of its own; that it is shown as this is a guess. */
const NO_ID = '000000000000000AAA';
const UNKNOWN_HERE = /^(HasTransferAccess|HasAllAccess|MaxAccessLevel)$/i;

export const asksForRecordAccess = ({ sObject }: ParsedQuery): boolean =>
    sObject.toLowerCase() === userRecordAccess.name.toLowerCase();

/**
 * What one user may do with up to 200 records, left out those that do not exist or that the asker may not read (Object
 * Reference, "UserRecordAccess"). Record by record as this org shares them: no role hierarchy, no sharing rules.
 *
 * @throws SalesforceError; the wording of refused filters is a guess
 */
export function queryRecordAccess(org: Org, context: CallContext, text: QueryText, query: ParsedQuery): QueryResult {
    if (isAggregateQuery(query) || isCountQuery(query)) throw notEmulated('counting and grouping UserRecordAccess');
    const scope = { org, context, soql: text, object: userRecordAccess, alias: query.sObjectAlias };
    requireSelectable(query);
    const { userId, recordIds, filtersByAccess } = readFilter(scope, query);
    const selectsAccess = selectedNames(query).some((name) => name !== 'recordid');
    if (filtersByAccess && selectsAccess)
        throw malformedQuery('When filtering by an access level field, select RecordId only');
    const user = org.records.find('User', userId);
    const access = user && resolveUserAccess(org, user);
    const rows = recordIds.flatMap((id) => (access ? (accessRow(scope, access, id) ?? []) : []));
    const result = queryRecords(scope, query, { reaches: () => true, among: rows });
    const attributes = { type: userRecordAccess.name, url: recordUrl(context, userRecordAccess.name, NO_ID) };
    return {
        ...result,
        readRows: (start, end) => result.readRows(start, end).map((row) => ({ ...row, attributes }))
    };
}

function requireSelectable(query: ParsedQuery): void {
    const names = selectedNames(query);
    const unknown = names.find((name) => UNKNOWN_HERE.test(name));
    if (unknown) throw notEmulated(`${unknown} of UserRecordAccess`);
    const selectable = ['recordid', ...ACCESS_FIELDS.map((name) => name.toLowerCase())];
    if (!names.includes('recordid') || names.some((name) => !selectable.includes(name)))
        throw refuse('INVALID_FIELD', 'Can select only RecordId, a Has*Access field, and MaxAccessLevel');
}

const selectedNames = ({ fields = [] }: ParsedQuery): string[] =>
    fields.map((field) => (field.type === 'Field' ? field.field.toLowerCase() : ''));

function readFilter(scope: QueryScope, query: ParsedQuery) {
    const conditions = query.where ? conditionsOf(compileWhere(scope, query.where)) : [];
    const valuesOf = (name: string) =>
        conditions.flatMap(({ equals }) => (equals?.operand.text === name ? equals.values.map(String) : []));
    const [userId, ...otherUsers] = valuesOf('UserId');
    const recordIds = [...new Set(valuesOf('RecordId'))];
    if (userId === undefined || otherUsers.length > 0 || recordIds.length === 0)
        throw malformedQuery('Filter UserRecordAccess by one UserId, and by one RecordId or a list of them');
    if (recordIds.length > MOST_RECORDS)
        throw malformedQuery(`Filter UserRecordAccess by at most ${MOST_RECORDS} RecordIds`);
    return { userId, recordIds, filtersByAccess: conditions.length > 2 };
}

function compileWhere(scope: QueryScope, where: NonNullable<ParsedQuery['where']>) {
    const clause = inClause(scope, 'WHERE');
    return compileFilter(
        clause,
        where,
        (operand) => rowExpression(clause, operand),
        () => {
            throw notEmulated('semi-joins on UserRecordAccess');
        }
    );
}

/** Those that must all hold. */
function conditionsOf(tree: ConditionTree<CompiledCondition<SalesforceRecord>>): CompiledCondition<SalesforceRecord>[] {
    if (tree.kind === 'condition') return [tree.condition];
    return tree.kind === 'and' ? tree.operands.flatMap(conditionsOf) : [];
}

/** Null of a record that the asker may not read. */
function accessRow({ org, context }: QueryScope, access: UserAccess, id: string): SalesforceRecord | null {
    const object = org.schema.findByKeyPrefix(keyPrefixOf(id));
    const record = findRecord(org, id);
    if (!object || !record || !canRead(context.access, object, record)) return null;
    if (object.writers !== 'everyone') throw notEmulated(`UserRecordAccess of ${object.name}`);
    return {
        Id: NO_ID,
        UserId: access.userId,
        RecordId: id,
        HasReadAccess: canRead(access, object, record),
        HasEditAccess:
            canRead(access, object, record) && access.canUpdate(object) && access.canEditRecord(object, record),
        HasDeleteAccess:
            canRead(access, object, record) && access.canDelete(object) && access.canDeleteRecord(object, record)
    };
}

const canRead = (access: UserAccess, object: ObjectDefinition, record: SalesforceRecord): boolean =>
    access.canReadObject(object) && access.canSeeRecord(object, record);
