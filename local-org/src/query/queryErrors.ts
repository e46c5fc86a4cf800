import { refuse } from '../errors/refusals.ts';
import type { SalesforceError } from '../errors/salesforceError.ts';
import { pointAtWord } from './pointAt.ts';
import type { QueryText } from './queryText.ts';

const ADVICE = 'Please reference your WSDL or the describe call for the appropriate names.';
const RELATIONSHIP_ADVICE =
    'If you are attempting to use a custom relationship, be sure to append the ' +
    `'__r' after the custom relationship name. ${ADVICE}`;

export function malformedQuery(message: string): SalesforceError {
    return refuse('MALFORMED_QUERY', message);
}

/** A query whose clauses are well formed and do not fit together; the caret stands under `word`. */
export function malformedAt(text: QueryText, word: string, message: string): SalesforceError {
    return malformedQuery(pointAtWord(text, word) + message);
}

/** @param nth which of the token's occurrences, from 0 */
export function unexpectedToken(text: QueryText, token: string, nth = 0): SalesforceError {
    return malformedQuery(`${pointAtWord(text, token, nth)}unexpected token: '${token}'`);
}

export function unexpectedEnd(): SalesforceError {
    return malformedQuery("unexpected token: '<EOF>'");
}

export function noSuchField(text: QueryText, path: string, objectName: string): SalesforceError {
    const field = path.split('.').at(-1);
    const message =
        `No such column '${field}' on entity '${objectName}'. If you are attempting to use a custom field, ` +
        `be sure to append the '__c' after the custom field name. ${ADVICE}`;
    return invalidField(text, path, message);
}

export function noSuchRelationship(text: QueryText, path: string, relationship: string): SalesforceError {
    const message = `Didn't understand relationship '${relationship}' in field path. ${RELATIONSHIP_ADVICE}`;
    return invalidField(text, path, message);
}

export function noSuchChildRelationship(text: QueryText, relationship: string): SalesforceError {
    const message = `Didn't understand relationship '${relationship}' in FROM part of query call. ${RELATIONSHIP_ADVICE}`;
    return refuse('INVALID_TYPE', pointAtWord(text, relationship) + message);
}

export function noSuchObject(text: QueryText, objectName: string): SalesforceError {
    const message =
        `sObject type '${objectName}' is not supported. If you are attempting to use a custom object, be sure to ` +
        `append the '__c' after the entity name. ${ADVICE}`;
    return refuse('INVALID_TYPE', pointAtWord(text, objectName) + message);
}

/** A field or value that does not fit where it stands. */
export function invalidField(text: QueryText, path: string, message: string): SalesforceError {
    return refuse('INVALID_FIELD', pointAtWord(text, path) + message);
}
