import { notEmulated, refuse } from '../errors/refusals.ts';
import type { QueryText } from '../query/queryText.ts';
import { parseSearchText } from './parseSearchText.ts';
import { malformedSearch, unexpectedSearchToken } from './searchErrors.ts';
import type { SearchExpression } from './searchExpression.ts';

export const FIELD_GROUPS = ['ALL', 'NAME', 'EMAIL', 'PHONE', 'SIDEBAR'] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

export interface ReturningSpec {
    object: string;
    /** `Id, Name` */
    fields: string;
    /** ` WHERE … ORDER BY … LIMIT …` or empty: clauses of SOQL. */
    clauses: string;
    /** Where it stands in the search; of a parameterized one, nowhere. */
    text: QueryText;
}

export interface SoslSearch {
    /** Null for a text so long that Salesforce returns no rows for it. */
    expression: SearchExpression | null;
    group: FieldGroup;
    /** Empty when the search names no objects. */
    returning: ReturningSpec[];
    limit: number;
}

const STATEMENT = /^\s*FIND\s*\{((?:\\[\s\S]|[^\\}])*)\}([\s\S]*)$/i;
const CLAUSES =
    /^(?:\s+IN\s+(\w+)\s+FIELDS)?(?:\s+RETURNING\s+([\s\S]*?))?(\s+WITH\s[\s\S]*?)?(?:\s+LIMIT\s+(\d+))?\s*$/di;
const RETURNING_SPEC = /^\s*(\w+)\s*(?:\(([\s\S]*)\))?\s*$/;
const FIELDS_AND_CLAUSES = /^([\s\S]*?)(\s+(?:WHERE|ORDER\s+BY|LIMIT|OFFSET)\s[\s\S]*)?$/i;
const LONGEST_SEARCH_TEXT = 10_000;
const LONGEST_STATEMENT = 100_000;
export const MOST_RESULTS = 2000;

/** @throws SalesforceError MALFORMED_SEARCH, or NOT_EMULATED for WITH clauses */
export function parseSosl(sosl: string): SoslSearch {
    if (sosl.length > LONGEST_STATEMENT) {
        throw malformedSearch(`SOSL statements cannot be longer than ${LONGEST_STATEMENT} characters.`);
    }
    const [, text, rest] = STATEMENT.exec(sosl) ?? [];
    if (text === undefined || rest === undefined) {
        throw malformedSearch('No search term found. The search term must be enclosed in braces.');
    }
    const clauses = CLAUSES.exec(rest);
    if (!clauses) throw unexpectedSearchToken(rest.trim().split(/\s/)[0] ?? '<EOF>');
    const [, group = 'ALL', returning, withClause, limit = String(MOST_RESULTS)] = clauses;
    if (withClause) throw notEmulated('WITH in SOSL');
    return {
        expression: text.length > LONGEST_SEARCH_TEXT ? null : parseSearchText(text),
        group: parseGroup(group),
        returning:
            returning === undefined
                ? []
                : splitSpecs(sosl, sosl.length - rest.length + (clauses.indices?.[2]?.[0] ?? 0), returning).map(
                      parseReturningSpec
                  ),
        limit: Math.min(Number(limit), MOST_RESULTS)
    };
}

/** @throws SalesforceError INVALID_SEARCH_SCOPE */
export function parseGroup(name: string): FieldGroup {
    const group = FIELD_GROUPS.find((each) => each === name.toUpperCase());
    if (!group) throw refuse('INVALID_SEARCH_SCOPE', `invalid search scope: ${name}`);
    return group;
}

/** The parts between commas that are not inside parentheses, of what begins at `start`. */
function splitSpecs(statement: string, start: number, returning: string): QueryText[] {
    const ends: number[] = [];
    let depth = 0;
    for (const [index, character] of returning.split('').entries()) {
        if (character === '(') depth++;
        if (character === ')') depth--;
        if (character === ',' && depth === 0) ends.push(start + index);
    }
    const starts = [start, ...ends.map((end) => end + 1)];
    return starts.map((from, index) => ({
        statement,
        start: from,
        end: ends[index] ?? start + returning.length,
        clauseDepth: 1
    }));
}

function parseReturningSpec(text: QueryText): ReturningSpec {
    const written = text.statement.slice(text.start, text.end);
    const [, object, inner = 'Id'] = RETURNING_SPEC.exec(written) ?? [];
    if (object === undefined) throw unexpectedSearchToken(written.trim() || '<EOF>');
    const [, fields = '', clauses = ''] = FIELDS_AND_CLAUSES.exec(inner.trim()) ?? [];
    return { object, fields, clauses, text };
}
