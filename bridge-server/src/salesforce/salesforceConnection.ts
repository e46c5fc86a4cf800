import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import type { HttpRequest } from 'jsforce';
// the package's root brings Bulk, SOAP, Metadata and Streaming along: 7 MB and half a second that the bridge does not use
import { Connection } from 'jsforce/lib/connection.js';
import { z } from 'zod';
import type { ApiBudget } from './apiBudget.ts';
import { readIdentityUrl } from './identityUrl.ts';
import { SalesforceError, toSalesforceError } from './salesforceError.ts';

export interface SalesforceConnectionOptions {
    readonly loginUrl: string;
    readonly clientId: string;
    readonly username: string;
    readonly privateKeyPem: string;
    readonly requestTimeoutMs?: number;
    /** Told of every request. */
    readonly budget?: Pick<ApiBudget, 'requestSent' | 'usageTold'>;
}

export interface OwnOrg {
    /** 18 characters. */
    readonly organizationId: string;
    /** Such as `https://acme.my.salesforce.com`. */
    readonly instanceUrl: string;
}

/** Pinned: jsforce would speak 50.0, and newer versions may change meanings under us. */
export const API_VERSION = '66.0';

const DEFAULT_REQUEST_TIMEOUT_MS = 20_000;
const TOKEN_TIMEOUT_MS = 15_000;
const ASSERTION_LIFETIME_S = 180;
/** jsforce signs in again without limit while a new token is refused too: no more than this many times a minute. */
const MAX_SIGN_INS_PER_MINUTE = 10;
const MINUTE_MS = 60_000;
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/**
 * A connection that signs in by itself as the integration user (OAuth 2.0 JWT bearer flow), with a deadline on every
 * request. jsforce repeats a GET that got no answer once; writes are never repeated behind our back.
 */
export class SalesforceConnection extends Connection {
    readonly #requestOptions: { timeout: number; retry: { maxRetries: number } };
    readonly #budget: SalesforceConnectionOptions['budget'];
    readonly #signIn: ReturnType<typeof createSignIn>;
    #organizationId: string | null = null;

    constructor(options: SalesforceConnectionOptions) {
        const signIn = createSignIn(options);
        super({
            version: API_VERSION,
            instanceUrl: options.loginUrl,
            // any token that Salesforce refuses makes jsforce sign in before the first request
            accessToken: 'none',
            refreshFn: (connection, done) => {
                (connection as SalesforceConnection).#renew().then(
                    (token) => done(null, token),
                    (error: Error) => done(error)
                );
            }
        });
        this.#signIn = signIn;
        this.#budget = options.budget;
        this.#requestOptions = {
            timeout: options.requestTimeoutMs ?? DEFAULT_REQUEST_TIMEOUT_MS,
            retry: { maxRetries: 1 }
        };
    }

    override request<R = unknown>(request: string | HttpRequest, options: object = {}) {
        this.#budget?.requestSent();
        const answer = super.request<R>(request, { ...this.#requestOptions, ...options });
        // jsforce reads the header of every answer and keeps the last
        const note = () => this.#noteUsage();
        answer.then(note, note);
        return answer;
    }

    /** The org in which the bridge works. Throws SalesforceError. */
    async ownOrg(): Promise<OwnOrg> {
        if (this.#organizationId === null) this.accessToken = await this.#renew();
        return { organizationId: this.#organizationId ?? '', instanceUrl: this.instanceUrl };
    }

    async #renew(): Promise<string> {
        const { access_token, instance_url, id } = await this.#signIn();
        this.instanceUrl = instance_url;
        this.#organizationId = readIdentityUrl(id)?.organizationId ?? '';
        return access_token;
    }

    #noteUsage(): void {
        const { apiUsage } = this.limitInfo;
        if (apiUsage) this.#budget?.usageTold(apiUsage.used, apiUsage.limit);
    }
}

function createSignIn({ loginUrl, clientId, username, privateKeyPem }: SalesforceConnectionOptions) {
    const key = createPrivateKey(privateKeyPem);
    let recent: number[] = [];
    return async (): Promise<Token> => {
        recent = recent.filter((at) => at > Date.now() - MINUTE_MS);
        if (recent.length >= MAX_SIGN_INS_PER_MINUTE) {
            throw new SalesforceError(
                'INVALID_SESSION_ID',
                'Salesforce refuses every token it gives; check the integration user and its IP ranges'
            );
        }
        recent.push(Date.now());
        const assertion = await new SignJWT()
            .setProtectedHeader({ alg: 'RS256' })
            .setIssuer(clientId)
            .setSubject(username)
            .setAudience(loginUrl)
            .setExpirationTime(`${ASSERTION_LIFETIME_S}s`)
            .sign(key);
        return requestToken(loginUrl, assertion);
    };
}

const tokenSchema = z.object({
    access_token: z.string(),
    instance_url: z.string(),
    /** The identity URL, which ends in the organization and the user. */
    id: z.string().default('')
});
type Token = z.output<typeof tokenSchema>;
const refusalSchema = z.object({ error: z.string(), error_description: z.string().default('') });

/** jsforce would wait half an hour for this answer. Throws SalesforceError with OAuth's own words. */
async function requestToken(loginUrl: string, assertion: string): Promise<Token> {
    try {
        const response = await fetch(`${loginUrl}/services/oauth2/token`, {
            method: 'POST',
            body: new URLSearchParams({ grant_type: JWT_BEARER, assertion }),
            signal: AbortSignal.timeout(TOKEN_TIMEOUT_MS)
        });
        const body: unknown = await response.json().catch(() => null);
        const token = tokenSchema.safeParse(body);
        if (token.success) return token.data;
        const refusal = refusalSchema.safeParse(body);
        throw refusal.success
            ? new SalesforceError(refusal.data.error, refusal.data.error_description)
            : new SalesforceError(`ERROR_HTTP_${response.status}`, 'The login URL gave no token');
    } catch (error) {
        throw toSalesforceError(error);
    }
}
