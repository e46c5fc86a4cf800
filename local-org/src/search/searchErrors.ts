import { refuse } from '../errors/refusals.ts';
import type { SalesforceError } from '../errors/salesforceError.ts';

export function malformedSearch(message: string): SalesforceError {
    return refuse('MALFORMED_SEARCH', message);
}

export function unexpectedSearchToken(token: string): SalesforceError {
    return malformedSearch(`unexpected token: ${token}`);
}
