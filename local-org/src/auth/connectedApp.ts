import type { PermittedUsers } from './permittedUsers.ts';
import type { Scope } from './scopes.ts';

/** An app that may ask for tokens, as an administrator has set it up. PKCE is required of all, as in new orgs. */
export interface ConnectedApp {
    /** The consumer key. */
    clientId: string;
    /** What the login page calls it. */
    name: string;
    scopes: readonly Scope[];
    /** Where a login may send its code: compared to the letter. */
    callbackUrls: readonly string[];
    permittedUsers: PermittedUsers;
    /** The consumer secret; an app that has one must show it. */
    clientSecret?: string;
    /** PEM of the public key, or of the certificate that holds it, for assertions signed by the app. */
    publicKeyPem?: string;
    /** Username that the client credentials flow runs as; without it the flow is off. */
    runAs?: string;
}
