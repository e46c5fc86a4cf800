import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { CodeOutcome, SignInRefusal } from '../signInOutcome.ts';
import type { BrowserUser } from './browserSessions.ts';
import { createSealed } from './sealed.ts';

interface BrowserSignInOptions {
    /** At least 32 characters, the same on all replicas. */
    readonly secret: string;
    /** The org's page that asks the person; `anew` asks also whom the org knows already. */
    readonly authorizeUrl: (attempt: { state: string; verifier: string; anew: boolean }) => string;
    /** Throws RequestRefused (503). */
    readonly exchangeCode: (code: string, verifier: string) => Promise<CodeOutcome>;
    readonly userById: (userId: string) => Promise<{ name: string; active: boolean } | null>;
    readonly now: () => Date;
}

/** Of a browser that goes to the org's page: what is kept in a cookie until it comes back. */
export interface SignInAttempt {
    /** Where the browser goes. */
    readonly url: string;
    /** Tells the attempts of several tabs apart. */
    readonly id: string;
    readonly cookie: string;
    readonly lifeMs: number;
}

/** What the org's page sent the browser back with. */
export interface SignInAnswer {
    readonly state: string;
    readonly code: string | null;
    /** OAuth's name of why there is no code. */
    readonly error: string | null;
}

export type SignInOutcome =
    | { readonly kind: 'signedIn'; readonly user: BrowserUser; readonly returnPath: string }
    | { readonly kind: 'refused'; readonly reason: SignInRefusal; readonly returnPath: string | null };

const ATTEMPT_MS = 10 * 60_000;
/** So many are remembered as used up; of earlier ones the org refuses the code. */
const MAX_USED = 10_000;
/** OAuth's word for a person who said no (RFC 6749, 4.1.2.1). */
const DENIED = 'access_denied';
const STATE = /^[\w-]{43}$/;
const ID_LENGTH = 10;
const SECRET_BYTES = 32;
/** 64 characters, of the 43 to 128 that are allowed (RFC 7636, 4.1). */
const VERIFIER_BYTES = 48;

const attemptSchema = z.object({ state: z.string(), verifier: z.string(), returnPath: z.string() });

/**
 * OAuth 2.0 web-server flow with PKCE: the browser proves by its cookie that it is the one that went to the org, and by
 * the verifier, which only that cookie holds, that the code is of use to nobody else.
 */
export function createBrowserSignIn({ secret, authorizeUrl, exchangeCode, userById, now }: BrowserSignInOptions) {
    const attempts = createSealed({
        secret,
        purpose: 'sign-in-attempt',
        content: attemptSchema,
        lifeMs: ATTEMPT_MS,
        now
    });
    const used = new LRUCache<string, true>({ max: MAX_USED });

    return {
        /** @param returnPath of this bridge, and checked already */
        async begin(returnPath: string, anew: boolean): Promise<SignInAttempt> {
            const state = randomBytes(SECRET_BYTES).toString('base64url');
            const verifier = randomBytes(VERIFIER_BYTES).toString('base64url');
            const { text } = await attempts.seal({ state, verifier, returnPath });
            return {
                url: authorizeUrl({ state, verifier, anew }),
                id: attemptId(state),
                cookie: text,
                lifeMs: ATTEMPT_MS
            };
        },

        /** Of which attempt the state is; null when it is none of ours. */
        attemptOf: (state: string): string | null => (STATE.test(state) ? attemptId(state) : null),

        /** The attempt is used up, whatever comes of it. Throws RequestRefused (503). */
        async complete({ state, code, error }: SignInAnswer, cookie: string | null): Promise<SignInOutcome> {
            const attempt = cookie === null ? null : await attempts.open(cookie);
            if (!attempt || !isSame(state, attempt.value.state)) return refused('attempt-unknown', null);
            // who kept the cookie would have the org asked again and again
            if (used.has(state)) return refused('attempt-unknown', null);
            used.set(state, true);
            const { verifier, returnPath } = attempt.value;
            if (code === null) return refused(error === DENIED ? 'denied' : 'not-permitted', returnPath);
            const owner = await exchangeCode(code, verifier);
            if (owner.kind === 'refused') return refused(owner.reason, returnPath);
            const { userId, accessToken } = owner;
            const user = await userById(userId);
            if (!user?.active) return refused('user-unknown', returnPath);
            return { kind: 'signedIn', user: { userId, name: user.name, accessToken }, returnPath };
        }
    };
}

export type BrowserSignIn = ReturnType<typeof createBrowserSignIn>;

/** The same attempt has the same name for its cookie, whatever the browser brings back. */
const attemptId = (state: string): string => state.slice(0, ID_LENGTH);

const refused = (reason: SignInRefusal, returnPath: string | null): SignInOutcome => ({
    kind: 'refused',
    reason,
    returnPath
});

const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
