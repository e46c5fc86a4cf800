import { ADMINISTRATOR_PROFILE } from '../access/profiles.ts';
import type { ConnectedApp } from './connectedApp.ts';

export interface BridgeAppOptions {
    /** The connected app's consumer key. */
    clientId: string;
    /** PEM of the public key, or certificate, that verifies the connected app's assertions. */
    publicKeyPem: string;
    /** Its consumer secret, which switches the client credentials flow on. */
    clientSecret?: string;
    /** Username that client credentials run as; the bridge's own user unless given. */
    runAs?: string;
    /** Where its web-server flow may lead. */
    callbackUrls?: readonly string[];
}

const INTEGRATION_USERNAME = 'bridge@local.org';
/** The permission set of the bridge's own user. */
const INTEGRATION_PERMISSION_SET = 'SoftphoneIntegration';

/** The bridge's app, set up as an administrator would: for its own user and for administrators, approved beforehand. */
export function bridgeApp(options: BridgeAppOptions): ConnectedApp {
    const { clientId, publicKeyPem, clientSecret, runAs = INTEGRATION_USERNAME, callbackUrls = [] } = options;
    return {
        clientId,
        name: 'Softphone',
        scopes: ['api', 'id', 'refresh_token'],
        callbackUrls,
        permittedUsers: {
            kind: 'adminApproved',
            profiles: [ADMINISTRATOR_PROFILE],
            permissionSets: [INTEGRATION_PERMISSION_SET]
        },
        publicKeyPem,
        ...(clientSecret ? { clientSecret, runAs } : {})
    };
}
