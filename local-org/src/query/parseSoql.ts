import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { notEmulated } from '../errors/refusals.ts';
import { checkQueryLimits, LONGEST_STATEMENT } from './queryLimits.ts';
import { malformedQuery, unexpectedEnd } from './queryErrors.ts';
import { wholeOf, type QueryText } from './queryText.ts';
import { syntaxError } from './syntaxError.ts';

export type ParsedQuery = Query & { sObject: string };

/**
 * The query's syntax tree.
 *
 * @param text what was written, when `soql` was made of it
 * @throws SalesforceError MALFORMED_QUERY, or NOT_EMULATED for clauses this org does not run
 */
export function parseSoql(soql: string, text = wholeOf(soql)): ParsedQuery {
    if (soql.length > LONGEST_STATEMENT) {
        throw malformedQuery(`SOQL statements cannot be longer than ${LONGEST_STATEMENT} characters.`);
    }
    const query = parse(soql, text);
    if (!query.sObject) throw unexpectedEnd();
    if (query.withDataCategory) throw notEmulated('WITH DATA CATEGORY in SOQL');
    if (query.withAccessLevel === 'SYSTEM_MODE') throw notEmulated('WITH SYSTEM_MODE in SOQL');
    if (query.update) throw notEmulated(`UPDATE ${query.update} in SOQL`);
    checkQueryLimits(text, query);
    return { ...query, sObject: query.sObject };
}

function parse(soql: string, text: QueryText): Query {
    try {
        return parseQuery(soql);
    } catch (error) {
        throw syntaxError(soql, text, error);
    }
}
