import { OAuthError } from '../auth/oauthError.ts';
import { SalesforceError } from '../errors/salesforceError.ts';
import type { Answer } from '../rest/apiCall.ts';

/** What a thrown error looks like on the wire. */
export function errorAnswer(error: unknown): Answer {
    if (error instanceof SalesforceError) return { status: error.status, body: error.items };
    if (error instanceof OAuthError) {
        return { status: 400, body: { error: error.error, error_description: error.description } };
    }
    console.error('The local org failed to answer a request.', error);
    const message = 'An unexpected error occurred. The log of the local org says more.';
    return { status: 500, body: [{ errorCode: 'UNKNOWN_EXCEPTION', message }] };
}
