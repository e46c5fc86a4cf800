import { SalesforceError } from '../errors/salesforceError.ts';

/** What can be got can be asked for its head. */
export function methodNotAllowed(method: string, handled: string[]): SalesforceError {
    const allowed = handled.includes('GET') ? ['HEAD', ...handled] : handled;
    const message = `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`;
    return new SalesforceError(405, [{ errorCode: 'METHOD_NOT_ALLOWED', message }]);
}
