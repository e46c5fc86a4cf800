import type { FieldValue } from '../data/salesforceRecord.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { comparableValue, compareValues, toMilliseconds } from './compareValues.ts';
import type { ComparisonOperator } from './comparisonOperator.ts';
import type { QueryScope } from './fieldPath.ts';
import { likePattern } from './likePattern.ts';
import type { ComparedValue } from './parseLiteral.ts';
import { invalidField } from './queryErrors.ts';
import { typeTraits } from './typeTraits.ts';

export type ValueTest = (value: FieldValue) => boolean;

/** @throws SalesforceError INVALID_FIELD for an operator that the field's type does not have */
export function requireOperator(
    scope: QueryScope,
    written: string,
    operator: ComparisonOperator,
    field: FieldDefinition
): void {
    if (hasOperator(field, operator)) return;
    throw invalidField(scope.soql, written, `invalid operator on ${field.type} field`);
}

function hasOperator({ type }: FieldDefinition, operator: ComparisonOperator): boolean {
    switch (operator) {
        case 'LIKE':
            return typeTraits(type).literal === 'string' && type !== 'id' && type !== 'reference';
        case 'INCLUDES':
        case 'EXCLUDES':
            return type === 'multipicklist';
        default:
            return true;
    }
}

/** An operator with its right side as a test of the left side's value. */
export function compileComparison(
    operator: ComparisonOperator,
    field: FieldDefinition,
    compared: ComparedValue[]
): ValueTest {
    const [first = { kind: 'value', value: null } satisfies ComparedValue] = compared;
    const orderIs = (accept: (order: number) => boolean) => (value: FieldValue) => {
        const order = orderAgainst(field, value, first);
        return order !== null && accept(order);
    };
    switch (operator) {
        case '=':
        case 'IN':
            return isAmong(field, compared);
        case '!=':
        case 'NOT IN':
            return not(isAmong(field, compared));
        case '<':
            return orderIs((order) => order < 0);
        case '<=':
            return orderIs((order) => order <= 0);
        case '>':
            return orderIs((order) => order > 0);
        case '>=':
            return orderIs((order) => order >= 0);
        case 'LIKE':
            return isLike(compared);
        case 'INCLUDES':
            return includesAny(compared);
        case 'EXCLUDES':
            return not(includesAny(compared));
    }
}

function not(test: ValueTest): ValueTest {
    return (value) => !test(value);
}

function isAmong(field: FieldDefinition, compared: ComparedValue[]): ValueTest {
    const ranges = compared.filter((each) => each.kind === 'range');
    const values = new Set(
        compared
            .filter((each) => each.kind === 'value')
            .map(({ value }) => (value === null ? null : comparableValue(field, value)))
    );
    return (value) => {
        if (value === null) return values.has(null);
        return (
            values.has(comparableValue(field, value)) || ranges.some((range) => orderAgainst(field, value, range) === 0)
        );
    };
}

/** Before, within or after: below, at or above zero; null when either side is empty, which no inequality matches. */
function orderAgainst(field: FieldDefinition, value: FieldValue, compared: ComparedValue): number | null {
    if (value === null) return null;
    if (compared.kind === 'value') return compared.value === null ? null : compareValues(field, value, compared.value);
    const instantMs = toMilliseconds(value);
    if (instantMs < compared.startMs) return -1;
    return instantMs < compared.endMs ? 0 : 1;
}

function isLike(compared: ComparedValue[]): ValueTest {
    const patterns = textsOf(compared).map(likePattern);
    return (value) => value !== null && patterns.some((pattern) => pattern.test(String(value)));
}

/** `'a;b'` asks for both of them, a list for any of its entries. */
function includesAny(compared: ComparedValue[]): ValueTest {
    const wanted = textsOf(compared).map((text) => text.toLowerCase().split(';'));
    return (value) => {
        const selected = new Set(
            String(value ?? '')
                .toLowerCase()
                .split(';')
        );
        return wanted.some((values) => values.every((each) => selected.has(each)));
    };
}

function textsOf(compared: ComparedValue[]): string[] {
    return compared.flatMap((each) => (each.kind === 'value' && each.value !== null ? [String(each.value)] : []));
}
