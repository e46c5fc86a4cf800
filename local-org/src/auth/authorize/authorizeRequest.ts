import type { ConnectedApp } from '../connectedApp.ts';
import { OAuthError } from '../oauthError.ts';
import type { Form, OAuthServer } from '../oauthServer.ts';
import { requireApp } from '../requireApp.ts';
import { grantScopes, type Scope } from '../scopes.ts';
import { CallbackRefusal } from './callbackRefusal.ts';

/** What an app asks for by sending a person to `/services/oauth2/authorize`. */
export interface AuthorizeRequest {
    app: ConnectedApp;
    redirectUri: string;
    scopes: readonly Scope[];
    codeChallenge: string;
    state: string | undefined;
    nonce: string | null;
    loginHint: string | undefined;
}

const S256_CHALLENGE = /^[\w-]{43}$/;
/** Nobody stays logged in here, so that each of them shows the login page. */
const PROMPTS = ['login', 'consent', 'select_account'];

/**
 * @throws CallbackRefusal for what the app hears of
 * @throws OAuthError for an app or callback that is not known, about which nobody is told anything by redirection
 */
export function readAuthorizeRequest(server: OAuthServer, form: Form): AuthorizeRequest {
    const app = requireApp(server, form.client_id);
    const redirectUri = form.redirect_uri ?? '';
    if (redirectUri === '') throw new OAuthError('redirect_uri_missing', 'redirect_uri not provided');
    if (!app.callbackUrls.includes(redirectUri)) {
        throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
    }
    const { state } = form;
    const refuse = (error: string, description: string) =>
        new CallbackRefusal({ redirectUri, state }, error, description);
    if (form.response_type !== 'code') throw refuse('unsupported_response_type', 'response type not supported');
    const prompts = (form.prompt ?? '').split(' ').filter((prompt) => prompt !== '');
    if (prompts.includes('none') || form.immediate === 'true') {
        throw refuse('immediate_unsuccessful', 'the user must log in first');
    }
    if (!prompts.every((prompt) => PROMPTS.includes(prompt))) throw refuse('invalid_request', 'invalid prompt');
    return {
        app,
        redirectUri,
        scopes: readScopes(app, form.scope, refuse),
        codeChallenge: readChallenge(form, refuse),
        state,
        nonce: form.nonce ?? null,
        loginHint: form.login_hint
    };
}

type Refuse = (error: string, description: string) => CallbackRefusal;

function readScopes(app: ConnectedApp, requested: string | undefined, refuse: Refuse): readonly Scope[] {
    try {
        return grantScopes(requested, app.scopes);
    } catch (error) {
        if (error instanceof OAuthError) throw refuse(error.error, error.description);
        throw error;
    }
}

/** jsforce and the CLI name no method and mean S256. */
function readChallenge({ code_challenge, code_challenge_method = 'S256' }: Form, refuse: Refuse): string {
    if (!code_challenge) throw refuse('invalid_request', 'missing required code challenge');
    if (code_challenge_method !== 'S256') throw refuse('invalid_request', 'code challenge method not supported');
    if (!S256_CHALLENGE.test(code_challenge)) throw refuse('invalid_request', 'invalid code challenge');
    return code_challenge;
}
