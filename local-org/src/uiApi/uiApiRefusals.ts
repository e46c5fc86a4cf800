import { refuse } from '../errors/refusals.ts';
import { SalesforceError } from '../errors/salesforceError.ts';

/** The user lacks a permission for the object, or the record is not shared with them. */
export function noAccess(): SalesforceError {
    const message = "You don't have access to this record. Ask your administrator for help or to request access.";
    return new SalesforceError(403, [{ errorCode: 'INSUFFICIENT_ACCESS', message }]);
}

export function illegalParameter(message: string): SalesforceError {
    return refuse('ILLEGAL_QUERY_PARAMETER_VALUE', message);
}

export function unsupportedObject(name: string): SalesforceError {
    return refuse('INVALID_TYPE', `Object ${name} is not supported in UI API`);
}

/** A body that cannot be read into the record's fields. */
export function unreadableBody(message: string): SalesforceError {
    return refuse('POST_BODY_PARSE_ERROR', message);
}
