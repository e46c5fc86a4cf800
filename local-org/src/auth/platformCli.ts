import type { ConnectedApp } from './connectedApp.ts';

/** The Salesforce CLI's own app, which every org has: `sf org login web` names it and no other. */
export const platformCli: ConnectedApp = {
    clientId: 'PlatformCLI',
    name: 'Salesforce CLI',
    scopes: ['refresh_token', 'api', 'web', 'id', 'openid'],
    callbackUrls: ['http://localhost:1717/OauthRedirect'],
    permittedUsers: { kind: 'selfAuthorized' }
};
