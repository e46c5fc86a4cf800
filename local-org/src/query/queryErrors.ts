import { refuse } from '../errors/refusals.ts';
import type { SalesforceError } from '../errors/salesforceError.ts';
import { pointAtWord } from './pointAt.ts';

const ADVICE = 'Please reference your WSDL or the describe call for the appropriate names.';
const RELATIONSHIP_ADVICE =
    'If you are attempting to use a custom relationship, be sure to append the ' +
    `'__r' after the custom relationship name. ${ADVICE}`;

export function malformedQuery(message: string): SalesforceError {
    return refuse('MALFORMED_QUERY', message);
}

/** A query whose clauses are well formed and do not fit together; the caret stands under `word`. */
export function malformedAt(soql: string, word: string, message: string): SalesforceError {
    return malformedQuery(pointAtWord(soql, word) + message);
}

export function unexpectedToken(soql: string, token: string): SalesforceError {
    return malformedAt(soql, token, `unexpected token: '${token}'`);
}

export function unexpectedEnd(): SalesforceError {
    return malformedQuery("unexpected token: '<EOF>'");
}

export function noSuchField(soql: string, path: string, objectName: string): SalesforceError {
    const field = path.split('.').at(-1);
    const message =
        `No such column '${field}' on entity '${objectName}'. If you are attempting to use a custom field, ` +
        `be sure to append the '__c' after the custom field name. ${ADVICE}`;
    return invalidField(soql, path, message);
}

export function noSuchRelationship(soql: string, path: string, relationship: string): SalesforceError {
    const message = `Didn't understand relationship '${relationship}' in field path. ${RELATIONSHIP_ADVICE}`;
    return invalidField(soql, path, message);
}

export function noSuchChildRelationship(soql: string, relationship: string): SalesforceError {
    const message = `Didn't understand relationship '${relationship}' in FROM part of query call. ${RELATIONSHIP_ADVICE}`;
    return refuse('INVALID_TYPE', pointAtWord(soql, relationship) + message);
}

export function noSuchObject(soql: string, objectName: string): SalesforceError {
    const message =
        `sObject type '${objectName}' is not supported. If you are attempting to use a custom object, be sure to ` +
        `append the '__c' after the entity name. ${ADVICE}`;
    return refuse('INVALID_TYPE', pointAtWord(soql, objectName) + message);
}

/** A field or value that does not fit where it stands. */
export function invalidField(soql: string, path: string, message: string): SalesforceError {
    return refuse('INVALID_FIELD', pointAtWord(soql, path) + message);
}
