import type { ConnectedApp } from './connectedApp.ts';
import { matchesSecret } from './matchesSecret.ts';
import { OAuthError } from './oauthError.ts';
import type { Form, OAuthServer } from './oauthServer.ts';
import { requireApp } from './requireApp.ts';

interface ClientCredentials {
    clientId: string | undefined;
    clientSecret: string;
}

/**
 * The app that asks, by `client_id` and `client_secret` in the form or by Basic authorization. An app without a secret
 * is taken at its word: PKCE or the refresh token itself is its proof.
 *
 * @throws OAuthError invalid_client_id or invalid_client
 */
export function authenticateClient(server: OAuthServer, form: Form, authorization: string | undefined): ConnectedApp {
    const { clientId, clientSecret } = readBasic(authorization) ?? {
        clientId: form.client_id,
        clientSecret: form.client_secret ?? ''
    };
    const app = requireApp(server, clientId);
    if (app.clientSecret !== undefined && !matchesSecret(clientSecret, app.clientSecret)) throw invalidClient();
    return app;
}

export function invalidClient(): OAuthError {
    return new OAuthError('invalid_client', 'invalid client credentials');
}

/** Both parts are form-encoded before they are joined (RFC 6749, 2.3.1). */
function readBasic(authorization = ''): ClientCredentials | null {
    const encoded = /^Basic (\S+)$/i.exec(authorization)?.[1];
    if (encoded === undefined) return null;
    const [clientId = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    return { clientId: formDecode(clientId), clientSecret: formDecode(secret.join(':')) };
}

function formDecode(text: string): string {
    return new URLSearchParams(`value=${text.replaceAll('&', '%26')}`).get('value') ?? '';
}
