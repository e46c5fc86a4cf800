import type { FieldValue } from '../data/salesforceRecord.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { comparableValue, compareValues, toMilliseconds } from './compareValues.ts';
import type { QueryScope } from './fieldPath.ts';
import { likePattern } from './likePattern.ts';
import type { ComparedValue } from './parseLiteral.ts';
import { invalidField, unexpectedToken } from './queryErrors.ts';
import { typeTraits } from './typeTraits.ts';

export type ValueTest = (value: FieldValue) => boolean;

/**
 * An operator with its right side as a test of the left side's value.
 *
 * @throws SalesforceError INVALID_FIELD for an operator that the field's type does not have
 */
export function compileComparison(
    scope: QueryScope,
    written: string,
    operator: string,
    field: FieldDefinition,
    compared: ComparedValue[]
): ValueTest {
    const [first = { kind: 'value', value: null } satisfies ComparedValue] = compared;
    const orderIs = (accept: (order: number) => boolean): ValueTest => {
        if (compared.length > 1) throw unexpectedToken(scope.soql, ',');
        return (value) => {
            const order = orderAgainst(field, value, first);
            return order !== null && accept(order);
        };
    };
    const requireType = (isAllowed: boolean) => {
        if (!isAllowed) throw invalidField(scope.soql, written, `invalid operator on ${field.type} field`);
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
            requireType(typeTraits(field.type).literal === 'string' && !isId(field));
            return isLike(compared);
        case 'INCLUDES':
            requireType(isMultiSelect(field));
            return includesAny(compared);
        case 'EXCLUDES':
            requireType(isMultiSelect(field));
            return not(includesAny(compared));
        default:
            throw unexpectedToken(scope.soql, operator);
    }
}

function isId({ type }: FieldDefinition): boolean {
    return type === 'id' || type === 'reference';
}

function isMultiSelect({ type }: FieldDefinition): boolean {
    return type === 'multipicklist';
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
