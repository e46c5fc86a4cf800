import { notEmulated, refuse } from '../errors/refusals.ts';
import type { RecordBody } from '../data/readBody.ts';
import { UNWRITTEN } from '../query/queryText.ts';
import { parseGroup, MOST_RESULTS, type ReturningSpec, type SoslSearch } from './parseSosl.ts';
import { parseSearchText } from './parseSearchText.ts';
import { malformedSearch } from './searchErrors.ts';
import { escapeReserved } from './tokenizeSearchText.ts';

const NOT_EMULATED = [
    'dataCategories',
    'dataCategory',
    'division',
    'netWorkIds',
    'offset',
    'pricebookId',
    'snippet',
    'updateTracking',
    'updateViewStat'
];
/** Spelling is never corrected, whether asked for or not. */
const KNOWN = ['q', 'in', 'fields', 'sobjects', 'overallLimit', 'defaultLimit', 'metadata', 'spellCorrection'];
const KNOWN_OF_OBJECT = ['name', 'fields', 'where', 'orderBy', 'limit'];

/**
 * The search that the body of a parameterized search asks for. Characters that SOSL reserves are taken as text.
 *
 * @throws SalesforceError JSON_PARSER_ERROR for members that are unknown or of another type, MALFORMED_SEARCH,
 *     INVALID_SEARCH_SCOPE, NUMBER_OUTSIDE_VALID_RANGE
 */
export function readParameterizedSearch(body: RecordBody): SoslSearch {
    requireKnown(body, [...KNOWN, ...NOT_EMULATED]);
    const asked = NOT_EMULATED.find((name) => body[name] !== undefined && body[name] !== false);
    if (asked) throw notEmulated(`${asked} in a parameterized search`);
    if (body.metadata !== undefined && body.metadata !== 'LABELS')
        throw notEmulated(`metadata=${String(body.metadata)}`);
    const objects = readList(body, 'sobjects').map(requireMembers);
    if (objects.length === 0 && (body.fields !== undefined || body.defaultLimit !== undefined)) {
        throw malformedSearch('fields and defaultLimit need at least one sobject');
    }
    return {
        expression: parseSearchText(escapeReserved(readText(body, 'q') ?? '')),
        group: parseGroup(readText(body, 'in') ?? 'ALL'),
        returning: objects.map((object) => readObject(body, object)),
        limit: readLimit(body, 'overallLimit') ?? MOST_RESULTS
    };
}

function readObject(body: RecordBody, object: RecordBody): ReturningSpec {
    requireKnown(object, KNOWN_OF_OBJECT);
    const fields = readNames(object.fields === undefined ? body : object);
    const where = readText(object, 'where');
    const orderBy = readText(object, 'orderBy');
    const limit = readLimit(object, 'limit') ?? readLimit(body, 'defaultLimit');
    return {
        object: requireName(object),
        text: UNWRITTEN,
        fields: fields.length > 0 ? fields.join(', ') : 'Id',
        clauses: [
            where ? ` WHERE ${where}` : '',
            orderBy ? ` ORDER BY ${orderBy}` : '',
            limit === undefined ? '' : ` LIMIT ${limit}`
        ].join('')
    };
}

/** The wording is a guess. */
function requireName(object: RecordBody): string {
    const name = readText(object, 'name');
    if (name) return name;
    throw refuse('JSON_PARSER_ERROR', 'Each of "sobjects" needs a "name"');
}

function readNames(members: RecordBody): string[] {
    return readList(members, 'fields').map((name) => {
        if (typeof name !== 'string') throw wrongMember('fields');
        return name;
    });
}

function readList(members: RecordBody, name: string): unknown[] {
    const value = members[name] ?? [];
    if (!Array.isArray(value)) throw wrongMember(name);
    return value;
}

function readText(members: RecordBody, name: string): string | undefined {
    const value = members[name];
    if (value === undefined || typeof value === 'string') return value;
    throw wrongMember(name);
}

function readLimit(members: RecordBody, name: string): number | undefined {
    const value = members[name];
    if (value === undefined) return undefined;
    if (!Number.isInteger(value)) throw wrongMember(name);
    if (Number(value) < 1 || Number(value) > MOST_RESULTS) {
        throw refuse('NUMBER_OUTSIDE_VALID_RANGE', `${name} must be between 1 and ${MOST_RESULTS}`);
    }
    return Number(value);
}

function requireMembers(value: unknown): RecordBody {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongMember('sobjects');
    return value as RecordBody;
}

function requireKnown(members: RecordBody, known: string[]): void {
    const unknown = Object.keys(members).find((name) => !known.includes(name));
    if (unknown !== undefined) throw refuse('JSON_PARSER_ERROR', `Unrecognized field "${unknown}"`);
}

function wrongMember(name: string) {
    return refuse('JSON_PARSER_ERROR', `The value of "${name}" is of the wrong type`);
}
