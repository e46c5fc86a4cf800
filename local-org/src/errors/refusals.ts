import { SalesforceError } from './salesforceError.ts';

/** The request is well formed but not acceptable: HTTP 400 with Salesforce's error code. */
export function refuse(errorCode: string, message: string, fields?: string[]): SalesforceError {
    return new SalesforceError(400, [{ message, errorCode, ...(fields ? { fields } : {}) }]);
}

export function notFound(message = 'The requested resource does not exist'): SalesforceError {
    return new SalesforceError(404, [{ errorCode: 'NOT_FOUND', message }]);
}

export function entityIsDeleted(): SalesforceError {
    return new SalesforceError(404, [{ message: 'entity is deleted', errorCode: 'ENTITY_IS_DELETED', fields: [] }]);
}

export function insufficientAccess(message: string): SalesforceError {
    return new SalesforceError(403, [{ message, errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY', fields: [] }]);
}

export function invalidSession(): SalesforceError {
    return new SalesforceError(401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
}

export function unsupportedMediaType(contentType = ''): SalesforceError {
    const message = `Content-Type header specified in HTTP request is not supported: ${contentType}`;
    return new SalesforceError(415, [{ message, errorCode: 'UNSUPPORTED_MEDIA_TYPE' }]);
}

/** The user may not create records of the object. */
export function cannotInsert(objectLabel: string): SalesforceError {
    return refuse('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be inserted: ${objectLabel}`, []);
}

/** Not Salesforce's: the real platform would answer, and this org says so instead of inventing an answer. */
export function notEmulated(feature: string): SalesforceError {
    return refuse('NOT_EMULATED', `The local org does not emulate ${feature}. See local-org/README.md.`);
}
