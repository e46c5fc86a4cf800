import { refuse } from '../errors/refusals.ts';
import type { SalesforceError } from '../errors/salesforceError.ts';

const ADVICE = 'Please reference your WSDL or the describe call for the appropriate names.';
/** Characters of the query quoted on either side of the fault. */
const QUOTED_AROUND = 30;

export function malformedQuery(message: string): SalesforceError {
    return refuse('MALFORMED_QUERY', message);
}

export function unexpectedToken(soql: string, token: string): SalesforceError {
    return malformedQuery(`${pointAt(soql, token)}unexpected token: '${token}'`);
}

export function noSuchField(soql: string, path: string, objectName: string): SalesforceError {
    const field = path.split('.').at(-1);
    const message =
        `No such column '${field}' on entity '${objectName}'. If you are attempting to use a custom field, ` +
        `be sure to append the '__c' after the custom field name. ${ADVICE}`;
    return refuse('INVALID_FIELD', pointAt(soql, path) + message);
}

export function noSuchRelationship(soql: string, path: string, relationship: string): SalesforceError {
    const message =
        `Didn't understand relationship '${relationship}' in field path. If you are attempting to use a custom ` +
        `relationship, be sure to append the '__r' after the custom relationship name. ${ADVICE}`;
    return refuse('INVALID_FIELD', pointAt(soql, path) + message);
}

export function noSuchObject(soql: string, objectName: string): SalesforceError {
    const message =
        `sObject type '${objectName}' is not supported. If you are attempting to use a custom object, be sure to ` +
        `append the '__c' after the entity name. ${ADVICE}`;
    return refuse('INVALID_TYPE', pointAt(soql, objectName) + message);
}

export function invalidFilter(soql: string, path: string, message: string): SalesforceError {
    return refuse('INVALID_FIELD', pointAt(soql, path) + message);
}

/** The stretch of the query around a word, with a caret under it, as Salesforce opens its messages. */
function pointAt(soql: string, word: string): string {
    const position = Math.max(0, findWord(soql, word));
    const before = soql.slice(0, position);
    const row = before.split('\n').length;
    const column = position - before.lastIndexOf('\n');
    const start = Math.max(0, position - QUOTED_AROUND);
    const quoted = soql.slice(start, position + word.length + QUOTED_AROUND).replaceAll('\n', ' ');
    return `\n${quoted}\n${' '.repeat(position - start)}^\nERROR at Row:${row}:Column:${column}\n`;
}

function findWord(soql: string, word: string): number {
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return soql.search(new RegExp(`(?<![\\w.])${escaped}(?!\\w)`, 'i'));
}
