import type { Request } from 'express';
import { OAuthError } from '../auth/oauthError.ts';
import type { Form } from '../auth/oauthServer.ts';

/**
 * The parameters of an OAuth request, from its query and its form together.
 *
 * @throws OAuthError invalid_request for one that is given twice (RFC 6749, 3.1)
 */
export function readOAuthForm(request: Request, orgUrl: string): Form {
    const form = new Map<string, string>();
    const { searchParams } = new URL(request.url, orgUrl);
    for (const [name, value] of [...searchParams, ...readPostedFields(request)]) {
        if (form.has(name)) throw new OAuthError('invalid_request', `duplicate parameter: ${name}`);
        form.set(name, value);
    }
    return Object.fromEntries(form);
}

/** The fields of the body alone. */
export function readPostedFields(request: Request): URLSearchParams {
    return new URLSearchParams(typeof request.body === 'string' ? request.body : '');
}
