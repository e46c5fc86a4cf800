import type { Answer } from '../../rest/apiCall.ts';
import { issueAuthorizationCode } from '../authorizationCodes.ts';
import type { Form, OAuthServer } from '../oauthServer.ts';
import { isPermitted, NOT_ADMIN_APPROVED } from '../permittedUsers.ts';
import { readAuthorizeRequest, type AuthorizeRequest } from './authorizeRequest.ts';
import { CallbackRefusal } from './callbackRefusal.ts';
import { findLoginUsers } from './loginUsers.ts';
import { showLoginPage } from './showLoginPage.ts';

/** What a person answered on the login page. */
export interface LoginDecision {
    /** `allow`, or anything else for no. */
    choice: string;
    username: string | undefined;
}

/**
 * `/services/oauth2/authorize`: shows who may log in, and sends whoever does back to the app with a code. There are no
 * passwords to ask for: the org answers this machine only, where anybody may read its records anyway.
 *
 * @throws OAuthError for an app or a callback that is not known
 */
export function answerAuthorize(server: OAuthServer, form: Form, decision: LoginDecision | null): Answer {
    try {
        const request = readAuthorizeRequest(server, form);
        if (decision) return decide(server, request, form, decision);
        return showLoginPage(server, request, form, null);
    } catch (error) {
        if (!(error instanceof CallbackRefusal)) throw error;
        const { redirectUri, state, description } = error;
        return redirect(redirectUri, { error: error.error, error_description: description, state });
    }
}

function decide(server: OAuthServer, request: AuthorizeRequest, form: Form, decision: LoginDecision): Answer {
    if (decision.choice !== 'allow')
        throw new CallbackRefusal(request, 'access_denied', 'end-user denied authorization');
    const user = findLoginUsers(server.org).find(({ Username }) => Username === decision.username);
    if (!user) return showLoginPage(server, request, form, 'Escolha um usuário da lista para continuar.');
    const { app, redirectUri, scopes, codeChallenge, nonce, state } = request;
    if (!isPermitted(server.org, app.permittedUsers, user)) {
        throw new CallbackRefusal(request, 'OAUTH_APP_ACCESS_DENIED', NOT_ADMIN_APPROVED);
    }
    const code = issueAuthorizationCode(server.org, {
        userId: user.Id,
        clientId: app.clientId,
        redirectUri,
        scopes,
        codeChallenge,
        nonce
    });
    return redirect(redirectUri, { code, state });
}

function redirect(redirectUri: string, parameters: Form): Answer {
    const url = new URL(redirectUri);
    for (const [name, value] of Object.entries(parameters)) {
        if (value !== undefined) url.searchParams.set(name, value);
    }
    return { status: 302, headers: { Location: url.href, 'Cache-Control': 'no-store' } };
}
