import { OAuthError } from './oauthError.ts';

/** The scopes that this org knows ("OAuth Tokens and Scopes" in Salesforce Help). */
const SCOPES = ['api', 'full', 'id', 'openid', 'refresh_token', 'web'] as const;
export type Scope = (typeof SCOPES)[number];

export const knownScopes: readonly Scope[] = SCOPES;

/**
 * The scopes that a request names, or all of the app's when it names none. `offline_access` is another name of
 * `refresh_token`; `full` stands for everything but `refresh_token`.
 *
 * @throws OAuthError invalid_scope
 */
export function grantScopes(requested: string | undefined, appScopes: readonly Scope[]): readonly Scope[] {
    const names = (requested ?? '').split(/\s+/).filter((name) => name !== '');
    if (names.length === 0) return appScopes;
    const scopes = names.map((name) => {
        const scope = SCOPES.find((known) => known === (name === 'offline_access' ? 'refresh_token' : name));
        if (!scope) throw new OAuthError('invalid_scope', 'the requested scope is invalid, unknown, or malformed');
        if (!covers(appScopes, scope)) throw new OAuthError('invalid_scope', 'the requested scope is not allowed');
        return scope;
    });
    return [...new Set(scopes)];
}

/** Flows without a person present give no refresh token. */
export function withoutRefresh(scopes: readonly Scope[]): readonly Scope[] {
    return scopes.filter((scope) => scope !== 'refresh_token');
}

/** Whether scopes held allow what this one stands for. */
export function covers(held: readonly Scope[], scope: Scope): boolean {
    return held.includes(scope) || (scope !== 'refresh_token' && held.includes('full'));
}

export function parseStoredScopes(text: string): Scope[] {
    return text.split(' ').flatMap((name) => SCOPES.find((scope) => scope === name) ?? []);
}
