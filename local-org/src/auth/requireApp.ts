import type { ConnectedApp } from './connectedApp.ts';
import { OAuthError } from './oauthError.ts';
import type { OAuthServer } from './oauthServer.ts';

/** @throws OAuthError invalid_client_id */
export function requireApp({ connectedApps }: OAuthServer, clientId: string | undefined): ConnectedApp {
    const app = connectedApps.find((candidate) => candidate.clientId === clientId);
    if (!app) throw new OAuthError('invalid_client_id', 'client identifier invalid');
    return app;
}
