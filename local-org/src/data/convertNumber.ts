import { refuse } from '../errors/refusals.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { WrongValue } from './wrongValue.ts';

const LARGEST_INTEGER = 2 ** 31 - 1;
/** JavaScript reads more: `0x10`. */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** @throws SalesforceError JSON_PARSER_ERROR for what is no number, NUMBER_OUTSIDE_VALID_RANGE for too many digits */
export function convertNumber(field: FieldDefinition, value: unknown): number {
    const isNumeric = typeof value === 'number' || (typeof value === 'string' && DECIMAL.test(value.trim()));
    const number = isNumeric ? Number(value) : Number.NaN;
    if (!Number.isFinite(number)) throw new WrongValue(field, value, field.type);
    if (field.type === 'int') {
        if (!Number.isInteger(number) || Math.abs(number) > LARGEST_INTEGER) throw new WrongValue(field, value, 'int');
        return number;
    }
    if (Math.abs(Math.trunc(number)) >= 10 ** (field.precision - field.scale) || isTooFarFromZero(field, number)) {
        const message = `${field.label}: value outside of valid range on numeric field: ${number}`;
        throw refuse('NUMBER_OUTSIDE_VALID_RANGE', message, [field.name]);
    }
    return Number(number.toFixed(field.scale));
}

function isTooFarFromZero({ furthestFromZero }: FieldDefinition, number: number): boolean {
    return furthestFromZero !== null && Math.abs(number) > furthestFromZero;
}
