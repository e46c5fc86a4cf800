import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { notEmulated } from '../errors/refusals.ts';
import { malformedQuery, unexpectedToken } from './queryErrors.ts';

/**
 * The query's syntax tree.
 *
 * @throws SalesforceError MALFORMED_QUERY, or NOT_EMULATED for clauses this org does not run
 */
export function parseSoql(soql: string): Query & { sObject: string } {
    const query = parse(soql);
    if (!query.sObject) throw malformedQuery("unexpected token: '<EOF>'");
    if (query.groupBy || query.having) throw notEmulated('GROUP BY in SOQL');
    if (query.withDataCategory) throw notEmulated('WITH DATA CATEGORY in SOQL');
    return { ...query, sObject: query.sObject };
}

function parse(soql: string): Query {
    try {
        return parseQuery(soql);
    } catch (error) {
        const token = /found(?::| -->) '([^']*)'/.exec(error instanceof Error ? error.message : '')?.[1];
        throw token ? unexpectedToken(soql, token) : malformedQuery("unexpected token: '<EOF>'");
    }
}
