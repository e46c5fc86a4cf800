import type { FieldValue } from '../data/salesforceRecord.ts';
import { refuse } from '../errors/refusals.ts';
import { parseRecordId } from '../ids/recordId.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { resolveDateLiteral, type InstantRange } from './dateLiterals.ts';
import { invalidFilter } from './queryErrors.ts';

/** What a field is compared with: one value, or the stretch of time that a date literal stands for. */
export type Operand = { kind: 'value'; value: FieldValue } | ({ kind: 'range' } & InstantRange);

export interface Literal {
    text: string;
    /** The parser's name for its kind: STRING, INTEGER, DATE_LITERAL, … */
    type: string;
}

const ESCAPES: Partial<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

export function parseLiteral(soql: string, path: string, field: FieldDefinition, literal: Literal, now: Date): Operand {
    const { text, type } = literal;
    if (type === 'NULL') return { kind: 'value', value: null };
    if (type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL') {
        if (field.type !== 'date' && field.type !== 'datetime') throw wrongType(soql, path, field);
        return { kind: 'range', ...resolveDateLiteral(text, now) };
    }
    if (!acceptedTypes(field).includes(type)) throw wrongType(soql, path, field);
    return { kind: 'value', value: literalValue(soql, path, field, text) };
}

function acceptedTypes(field: FieldDefinition): string[] {
    switch (field.type) {
        case 'boolean':
            return ['BOOLEAN'];
        case 'int':
        case 'double':
            return ['INTEGER', 'DECIMAL'];
        case 'date':
            return ['DATE'];
        case 'datetime':
            return ['DATETIME'];
        case 'id':
        case 'reference':
        case 'string':
        case 'textarea':
        case 'phone':
        case 'email':
        case 'url':
        case 'picklist':
            return ['STRING'];
    }
}

function literalValue(soql: string, path: string, field: FieldDefinition, text: string): FieldValue {
    switch (field.type) {
        case 'boolean':
            return text.toLowerCase() === 'true';
        case 'int':
        case 'double':
            return Number(text);
        case 'date':
        case 'datetime':
            return text;
        case 'id':
        case 'reference':
            return idValue(soql, path, unquote(text));
        case 'string':
        case 'textarea':
        case 'phone':
        case 'email':
        case 'url':
        case 'picklist':
            return unquote(text) || null;
    }
}

function idValue(soql: string, path: string, text: string): string | null {
    if (text === '') return null;
    const id = parseRecordId(text);
    if (id) return id;
    const { message } = invalidFilter(soql, path, `invalid ID field: ${text}`).items[0] ?? { message: text };
    throw refuse('INVALID_QUERY_FILTER_OPERATOR', message);
}

/** The text between the quotes with its escapes undone, except `\%` and `\_`, which LIKE still needs. */
function unquote(text: string): string {
    return text.slice(1, -1).replace(/\\([^%_])/g, (_, escaped: string) => ESCAPES[escaped.toLowerCase()] ?? escaped);
}

function wrongType(soql: string, path: string, field: FieldDefinition) {
    const expected =
        field.type === 'datetime' ? 'dateTime' : acceptedTypes(field).includes('STRING') ? 'string' : field.type;
    const quoting = expected === 'string' ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
    const message = `value of filter criterion for field '${field.name}' must be of type ${expected} and ${quoting}`;
    return invalidFilter(soql, path, message);
}
