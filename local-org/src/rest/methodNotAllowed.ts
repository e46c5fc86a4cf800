import { SalesforceError } from '../errors/salesforceError.ts';

export function methodNotAllowed(method: string, allowed: string[]): SalesforceError {
    const message = `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`;
    return new SalesforceError(405, [{ errorCode: 'METHOD_NOT_ALLOWED', message }]);
}
