import type { FieldValue } from '../data/salesforceRecord.ts';
import { isDayOfCalendar } from '../data/isDayOfCalendar.ts';
import { parseInstant } from '../data/parseInstant.ts';
import { refuse } from '../errors/refusals.ts';
import { parseRecordId } from '../ids/recordId.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { resolveDateLiteral } from './dateLiterals.ts';
import type { QueryScope } from './fieldPath.ts';
import { pointAtWord } from './pointAt.ts';
import { invalidField, malformedAt, malformedQuery } from './queryErrors.ts';
import { typeTraits } from './typeTraits.ts';
import { calendarOf } from './userCalendar.ts';

/**
 * What a field is compared with: one value, or the stretch of time that a date literal stands for, in milliseconds
 * since 1970 and without its end.
 */
export type ComparedValue = { kind: 'value'; value: FieldValue } | { kind: 'range'; startMs: number; endMs: number };

export interface Literal {
    text: string;
    /** The parser's name for its kind: STRING, INTEGER, DATE_LITERAL, … */
    type: string;
}

const DATE_LENGTH = 10;
const ESCAPES: Partial<Record<string, string>> = {
    n: '\n',
    r: '\r',
    t: '\t',
    b: '\b',
    f: '\f',
    '"': '"',
    "'": "'",
    '\\': '\\'
};

/**
 * The literal as a value of the field; `written` is the field as the query names it.
 *
 * @throws SalesforceError INVALID_FIELD for a literal of another type, MALFORMED_QUERY for a time that does not exist or
 *     an escape that is none, INVALID_QUERY_FILTER_OPERATOR for a bad id
 */
export function parseLiteral(
    scope: QueryScope,
    written: string,
    field: FieldDefinition,
    { text, type }: Literal
): ComparedValue {
    if (type === 'NULL') return { kind: 'value', value: null };
    if ((type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL') && isTemporal(field)) {
        return { kind: 'range', ...literalRange(scope, field, text) };
    }
    if (!acceptedLiterals(field).includes(type)) throw wrongType(scope, written, field);
    return { kind: 'value', value: literalValue(scope, written, field, text) };
}

function isTemporal({ type }: FieldDefinition): boolean {
    return type === 'date' || type === 'datetime';
}

/** Of a date field the days themselves, of a date-time the instants at which they begin for the user. */
function literalRange({ org, context }: QueryScope, field: FieldDefinition, text: string) {
    const calendar = calendarOf(org, context);
    const { start, end } = resolveDateLiteral(text, calendar, org.clock());
    if (field.type === 'date') return { startMs: start, endMs: end };
    return { startMs: calendar.startOfDay(start), endMs: calendar.startOfDay(end) };
}

function acceptedLiterals(field: FieldDefinition): string[] {
    const { literal } = typeTraits(field.type);
    switch (literal) {
        case 'string':
            return ['STRING'];
        case 'boolean':
            return ['BOOLEAN'];
        case 'int':
        case 'double':
            return ['INTEGER', 'DECIMAL'];
        case 'date':
            return ['DATE'];
        case 'dateTime':
            return ['DATETIME'];
        case null:
            return [];
    }
}

function literalValue(scope: QueryScope, written: string, field: FieldDefinition, text: string): FieldValue {
    const { literal } = typeTraits(field.type);
    switch (literal) {
        case 'boolean':
            return text.toLowerCase() === 'true';
        case 'int':
        case 'double':
            return Number(text);
        case 'date':
        case 'dateTime':
            return existingTime(scope, text);
        case null:
            return text;
        case 'string':
            return field.type === 'id' || field.type === 'reference'
                ? idValue(scope, written, unquote(text))
                : unquote(text) || null;
    }
}

function idValue({ soql }: QueryScope, written: string, text: string): string | null {
    if (text === '') return null;
    const id = parseRecordId(text);
    if (id) return id;
    throw refuse('INVALID_QUERY_FILTER_OPERATOR', `${pointAtWord(soql, written)}invalid ID field: ${text}`);
}

/** How the platform words it is not known. */
function existingTime({ soql }: QueryScope, text: string): string {
    const isInstant = text.length > DATE_LENGTH;
    const exists = isDayOfCalendar(text.slice(0, DATE_LENGTH)) && (!isInstant || parseInstant(text) !== null);
    if (!exists) throw malformedAt(soql, text, `Invalid ${isInstant ? 'datetime' : 'date'}: ${text}`);
    return text;
}

/**
 * The text between the quotes with its escapes undone, except `\%` and `\_`, which LIKE still needs (SOQL and SOSL
 * Reference, "Quoted String Escape Sequences": a backslash in any other context is an error).
 */
function unquote(literal: string): string {
    const text = literal.slice(1, -1);
    return text.replace(/\\(?:u([0-9a-f]{4})|([\s\S]))/gi, (sequence, code: string | undefined, escaped: string) => {
        if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
        if (escaped === '%' || escaped === '_') return sequence;
        const meant = ESCAPES[escaped.toLowerCase()];
        if (meant !== undefined) return meant;
        const message = `Invalid string literal '${text}'. Illegal character sequence '\\${escaped}' in string literal.`;
        throw malformedQuery(message);
    });
}

function wrongType({ soql }: QueryScope, written: string, field: FieldDefinition) {
    const expected = typeTraits(field.type).literal ?? field.type;
    const quoting = expected === 'string' ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
    const message = `value of filter criterion for field '${field.name}' must be of type ${expected} and ${quoting}`;
    return invalidField(soql, written, message);
}
