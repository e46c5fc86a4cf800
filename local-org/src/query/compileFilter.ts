import type { HavingClause, Query, WhereClause } from '@jetstreamapp/soql-parser-js';
import type { FieldValue, SalesforceRecord } from '../data/salesforceRecord.ts';
import { notEmulated } from '../errors/refusals.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { readOperator, takesList, type ComparisonOperator } from './comparisonOperator.ts';
import { compileComparison, requireOperator } from './compileComparison.ts';
import { buildConditionTree, mapConditions, type ConditionTree, type WhereCondition } from './conditionTree.ts';
import { textOfOperand, type Expression, type Operand, type ResolveOperand } from './expression.ts';
import type { QueryScope } from './fieldPath.ts';
import { parseLiteral, type ComparedValue } from './parseLiteral.ts';
import { invalidField, unexpectedToken } from './queryErrors.ts';

export type RecordFilter = (record: SalesforceRecord) => boolean;
/** Reads the one column of a query inside IN (…). */
export type RunSemiJoin = (outer: Expression<unknown>, query: Query) => FieldValue[];

export interface CompiledCondition<Row> {
    test(row: Row): boolean;
    /** The values that the operand must equal one of; null for any other comparison. */
    equals: { operand: Expression<Row>; values: FieldValue[] } | null;
}

/** @throws SalesforceError for names and values that do not fit */
export function compileFilter<Row>(
    scope: QueryScope,
    clause: WhereClause | HavingClause,
    resolve: ResolveOperand<Row>,
    runSemiJoin: RunSemiJoin
): ConditionTree<CompiledCondition<Row>> {
    return mapConditions(buildConditionTree(scope.soql, clause), (condition) =>
        compileCondition(scope, condition, resolve, runSemiJoin)
    );
}

/** The tree as one test of a row. */
export function testOf<Row>(tree: ConditionTree<CompiledCondition<Row>>): (row: Row) => boolean {
    switch (tree.kind) {
        case 'condition':
            return tree.condition.test;
        case 'not': {
            const operand = testOf(tree.operand);
            return (row) => !operand(row);
        }
        case 'and': {
            const operands = tree.operands.map(testOf);
            return (row) => operands.every((operand) => operand(row));
        }
        case 'or': {
            const operands = tree.operands.map(testOf);
            return (row) => operands.some((operand) => operand(row));
        }
    }
}

function compileCondition<Row>(
    scope: QueryScope,
    condition: WhereCondition,
    resolve: ResolveOperand<Row>,
    runSemiJoin: RunSemiJoin
): CompiledCondition<Row> {
    const written: Operand = 'fn' in condition ? condition.fn : condition.field;
    const operand = resolve(written);
    const text = textOfOperand(written);
    const operator = readOperator(scope, condition.operator);
    requireFilterable(scope, text, operand.field);
    requireOperator(scope, text, operator, operand.field);
    const compared =
        'valueQuery' in condition
            ? runSemiJoin(operand, condition.valueQuery).map((value): ComparedValue => ({ kind: 'value', value }))
            : literalsOf(scope, operator, condition).map((literal) =>
                  parseLiteral(scope, text, operand.field, literal)
              );
    const matches = compileComparison(operator, operand.field, compared);
    const isEquality = operator === '=' || operator === 'IN';
    const values = compared.flatMap((each) => (each.kind === 'value' ? [each.value] : []));
    return {
        test: (row) => matches(operand.read(row)),
        equals: isEquality && values.length === compared.length ? { operand, values } : null
    };
}

function requireFilterable({ soql }: QueryScope, written: string, field: FieldDefinition): void {
    if (!field.filterable)
        throw invalidField(soql, written, `field '${field.name}' can not be filtered in a query call`);
    if (field.uncomputed) throw notEmulated(`the value of ${field.name}, which the platform computes`);
}

function literalsOf(
    { soql }: QueryScope,
    operator: ComparisonOperator,
    { value, literalType }: Exclude<WhereCondition, { valueQuery: unknown }>
) {
    if (Array.isArray(value) !== takesList(operator)) throw unexpectedToken(soql, Array.isArray(value) ? '(' : value);
    return [value].flat().map((text, index) => ({
        text,
        type: (Array.isArray(literalType) ? literalType[index] : literalType) ?? 'STRING'
    }));
}
