import type { FieldValue } from '../data/salesforceRecord.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { compareValues, toMilliseconds } from './compareValues.ts';
import type { Operand } from './parseLiteral.ts';

export function equalsOperand(field: FieldDefinition, value: FieldValue, operand: Operand): boolean {
    if (operand.kind === 'value') {
        if (value === null || operand.value === null) return value === operand.value;
        return compareValues(field, value, operand.value) === 0;
    }
    if (value === null) return false;
    const instantMs = toMilliseconds(value);
    return instantMs >= operand.startMs && instantMs < operand.endMs;
}

/** Before, within or after: −1, 0, 1; null when either side is empty, which no inequality ever matches. */
export function orderAgainstOperand(field: FieldDefinition, value: FieldValue, operand: Operand): number | null {
    if (value === null) return null;
    if (operand.kind === 'value') {
        return operand.value === null ? null : Math.sign(compareValues(field, value, operand.value));
    }
    const instantMs = toMilliseconds(value);
    if (instantMs < operand.startMs) return -1;
    return instantMs < operand.endMs ? 0 : 1;
}

/** LIKE: `%` any text, `_` any character, a backslash before either takes it as it is; case is ignored. */
export function matchesPattern(value: FieldValue, operand: Operand): boolean {
    if (value === null || operand.kind !== 'value' || operand.value === null) return false;
    const source = String(operand.value).replace(/\\?[\s\S]/gu, (piece) => {
        if (piece === '%') return '[\\s\\S]*';
        if (piece === '_') return '[\\s\\S]';
        return piece.replace(/^\\(?=[%_])/, '').replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    });
    return new RegExp(`^${source}$`, 'iu').test(String(value));
}
