import { OAuth2 } from 'jsforce/lib/oauth2.js';
import { Transport } from 'jsforce/lib/transport.js';
import type { CodeOutcome } from '../../signInOutcome.ts';
import { askForAgent } from '../askForAgent.ts';
import { readIdentityUrl } from '../identityUrl.ts';
import type { OwnOrg } from '../salesforceConnection.ts';
import { SalesforceError, toSalesforceError } from '../salesforceError.ts';

interface PeopleAppOptions {
    readonly loginUrl: string;
    /** The consumer key of the app for people. */
    readonly clientId: string;
    readonly clientSecret: string | null;
    /** To the letter as the app names it. */
    readonly redirectUri: () => string;
    readonly ownOrg: () => Promise<OwnOrg>;
}

/** What the bridge does for a person: reads a Case as them, and knows who they are. */
const SCOPES = 'api id';
const TOKEN_TIMEOUT_MS = 15_000;

/** OAuth 2.0 web-server flow with PKCE, by an app of its own: it can do nothing that the person did not sign in for. */
export function createPeopleApp({ loginUrl, clientId, clientSecret, redirectUri, ownOrg }: PeopleAppOptions) {
    const flow = (verifier: string): OAuth2 => {
        const oauth2 = new OAuth2({
            loginUrl,
            clientId,
            redirectUri: redirectUri(),
            ...(clientSecret !== null && { clientSecret })
        });
        oauth2.codeVerifier = verifier;
        oauth2._transport = new BoundedTransport();
        return oauth2;
    };

    return {
        authorizeUrl: ({ state, verifier, anew }: { state: string; verifier: string; anew: boolean }): string =>
            flow(verifier).getAuthorizationUrl({
                scope: SCOPES,
                state,
                code_challenge_method: 'S256',
                ...(anew && { prompt: 'login' })
            }),

        /** Throws RequestRefused (503). */
        exchangeCode: (code: string, verifier: string): Promise<CodeOutcome> =>
            askForAgent(async () => {
                const { organizationId } = await ownOrg();
                try {
                    const token = await flow(verifier).requestToken(code);
                    const owner = readIdentityUrl(token.id);
                    if (!owner) return { kind: 'refused', reason: 'code-refused' };
                    if (owner.organizationId !== organizationId) return { kind: 'refused', reason: 'foreign-org' };
                    return { kind: 'taken', userId: owner.userId, accessToken: token.access_token };
                } catch (error) {
                    if (toSalesforceError(error).code === CODE_REFUSED)
                        return { kind: 'refused', reason: 'code-refused' };
                    throw isAppRefused(error) ? appRefused(error) : error;
                }
            })
    };
}

export type PeopleApp = ReturnType<typeof createPeopleApp>;

/** OAuth's word for a code that is used, too old or somebody else's (RFC 6749, 5.2). */
const CODE_REFUSED = 'invalid_grant';

/** OAuth's other words say that the app is not set up as the bridge is, such as with another secret. */
const isAppRefused = (error: unknown): error is Error =>
    error instanceof Error && /^[a-z]+(_[a-z]+)+$/.test(error.name);

/** Of a name of its own: the same words about the bridge's own app pass once somebody has mended it. */
const appRefused = (cause: Error): SalesforceError =>
    new SalesforceError(`people_app_${cause.name}`, cause.message, { cause });

/** jsforce would wait for half an hour, and follow a redirection with the code and the secret. */
class BoundedTransport extends Transport {
    override httpRequest(...[request, options]: Parameters<Transport['httpRequest']>) {
        return super.httpRequest(request, { ...options, timeout: TOKEN_TIMEOUT_MS, followRedirect: false });
    }
}
