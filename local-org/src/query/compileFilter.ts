import type { Query, WhereClause } from '@jetstreamapp/soql-parser-js';
import type { FieldValue, SalesforceRecord } from '../data/salesforceRecord.ts';
import { notEmulated } from '../errors/refusals.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { equalsOperand, matchesPattern, orderAgainstOperand } from './compareToOperand.ts';
import { buildConditionTree, type ConditionTree, type WhereCondition } from './conditionTree.ts';
import { readPath, resolveFieldPath, type QueryScope } from './fieldPath.ts';
import { parseLiteral, type Operand } from './parseLiteral.ts';
import { invalidFilter, unexpectedToken } from './queryErrors.ts';

export type RecordFilter = (record: SalesforceRecord) => boolean;
/** Reads the one column of a query inside IN (…). */
export type RunSemiJoin = (query: Query) => FieldValue[];

const TEXT_TYPES: FieldDefinition['type'][] = ['string', 'textarea', 'phone', 'email', 'url', 'picklist'];

/** The WHERE clause as a test of one record. @throws SalesforceError for names and values that do not fit */
export function compileFilter(scope: QueryScope, where: WhereClause, runSemiJoin: RunSemiJoin): RecordFilter {
    return compileTree(buildConditionTree(scope.soql, where), (condition) =>
        compileCondition(scope, condition, runSemiJoin)
    );
}

function compileTree<Condition>(
    tree: ConditionTree<Condition>,
    compile: (condition: Condition) => RecordFilter
): RecordFilter {
    switch (tree.kind) {
        case 'condition':
            return compile(tree.condition);
        case 'not': {
            const operand = compileTree(tree.operand, compile);
            return (record) => !operand(record);
        }
        case 'and': {
            const operands = tree.operands.map((operand) => compileTree(operand, compile));
            return (record) => operands.every((operand) => operand(record));
        }
        case 'or': {
            const operands = tree.operands.map((operand) => compileTree(operand, compile));
            return (record) => operands.some((operand) => operand(record));
        }
    }
}

function compileCondition(scope: QueryScope, condition: WhereCondition, runSemiJoin: RunSemiJoin): RecordFilter {
    if ('fn' in condition) throw notEmulated('functions in a WHERE clause');
    const path = resolveFieldPath(scope, condition.field);
    if (!path.field.filterable) {
        const message = `field '${path.field.name}' can not be filtered in a query call`;
        throw invalidFilter(scope.soql, condition.field, message);
    }
    const operands =
        'valueQuery' in condition
            ? runSemiJoin(condition.valueQuery).map((value): Operand => ({ kind: 'value', value }))
            : literalsOf(condition).map((literal) =>
                  parseLiteral(scope.soql, condition.field, path.field, literal, scope.org.clock())
              );
    const matches = compileComparison(scope, condition, path.field, operands);
    return (record) => matches(readPath(scope.org, path, record));
}

function literalsOf({ value, literalType }: Exclude<WhereCondition, { fn: unknown } | { valueQuery: unknown }>) {
    const texts = Array.isArray(value) ? value : [value];
    return texts.map((text, index) => ({
        text,
        type: (Array.isArray(literalType) ? literalType[index] : literalType) ?? 'STRING'
    }));
}

function compileComparison(
    scope: QueryScope,
    condition: Exclude<WhereCondition, { fn: unknown }>,
    field: FieldDefinition,
    operands: Operand[]
): (value: FieldValue) => boolean {
    const [operand = { kind: 'value', value: null } satisfies Operand] = operands;
    const isAmong = (value: FieldValue) => operands.some((each) => equalsOperand(field, value, each));
    const order = (value: FieldValue) => orderAgainstOperand(field, value, operand);
    const orderIs = (accept: (order: number) => boolean) => (value: FieldValue) => {
        const result = order(value);
        return result !== null && accept(result);
    };
    switch (condition.operator) {
        case '=':
        case 'IN':
            return isAmong;
        case '!=':
        case 'NOT IN':
            return (value) => !isAmong(value);
        case '<':
            return orderIs((result) => result < 0);
        case '<=':
            return orderIs((result) => result <= 0);
        case '>':
            return orderIs((result) => result > 0);
        case '>=':
            return orderIs((result) => result >= 0);
        case 'LIKE':
            if (!TEXT_TYPES.includes(field.type)) {
                throw invalidFilter(scope.soql, condition.field, `invalid operator on ${field.type} field`);
            }
            return (value) => matchesPattern(value, operand);
        case 'INCLUDES':
        case 'EXCLUDES':
            throw notEmulated('multi-select picklists');
        default:
            throw unexpectedToken(scope.soql, condition.operator);
    }
}
