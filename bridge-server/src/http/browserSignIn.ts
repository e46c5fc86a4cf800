import type { Request, Response } from 'express';
import type { SignInRefusal } from '../signInOutcome.ts';
import { createBrowserCookies } from './browserCookies.ts';

export interface BrowserSignInRoutes {
    /** Null: no app for people is configured. */
    readonly signIn: {
        readonly begin: (returnPath: string, anew: boolean) => Promise<Attempt>;
        readonly attemptOf: (state: string) => string | null;
        /** Throws RequestRefused (503). */
        readonly complete: (answer: SignInAnswer, cookie: string | null) => Promise<SignInOutcome>;
    } | null;
    readonly startSession: (user: User) => Promise<string>;
    /** Where browsers reach the bridge. */
    readonly publicUrl: () => string;
}

interface User {
    readonly userId: string;
    readonly name: string;
    readonly accessToken: string;
}

interface Attempt {
    readonly url: string;
    readonly id: string;
    readonly cookie: string;
    readonly lifeMs: number;
}

interface SignInAnswer {
    readonly state: string;
    readonly code: string | null;
    readonly error: string | null;
}

type SignInOutcome =
    | { readonly kind: 'signedIn'; readonly user: User; readonly returnPath: string }
    | { readonly kind: 'refused'; readonly reason: SignInRefusal; readonly returnPath: string | null };

/** A browser on its way to the org's page and back, with what it carries in cookies. */
export function createBrowserSignInWay({ signIn, startSession, publicUrl }: BrowserSignInRoutes) {
    const cookies = createBrowserCookies(publicUrl);

    return {
        isConfigured: signIn !== null,

        /** The session's cookie as the browser sent it; null: none. */
        session: (request: Request): string | null => (signIn === null ? null : cookies.session(request)),

        /** The address of a path of this bridge. */
        addressOf: (path: string): string => `${publicUrl()}${path}`,

        /** Sends the browser to the org's page. */
        async leave(response: Response, returnPath: string, anew: boolean): Promise<void> {
            if (signIn === null) throw new Error('No app for people is configured');
            const { url, id, cookie, lifeMs } = await signIn.begin(returnPath, anew);
            cookies.keepAttempt(response, id, cookie, lifeMs);
            response.set('Cache-Control', 'no-store').redirect(303, url);
        },

        /** Lets in who comes back, and sends the browser to where it was. Throws RequestRefused (503). */
        async comeBack(request: Request, response: Response): Promise<RefusedSignIn | null> {
            if (signIn === null) return { reason: 'attempt-unknown', returnPath: null };
            const { state, code, error } = request.query;
            const answer = { state: textOf(state) ?? '', code: textOf(code), error: textOf(error) };
            const id = signIn.attemptOf(answer.state);
            const cookie = id === null ? null : cookies.attempt(request, id);
            if (id !== null && cookie !== null) cookies.dropAttempt(response, id);
            const outcome = await signIn.complete(answer, cookie);
            if (outcome.kind === 'refused') return outcome;
            const session = await startSession(outcome.user);
            cookies.keepSession(response, session);
            response.set('Cache-Control', 'no-store').redirect(303, `${publicUrl()}${outcome.returnPath}`);
            return null;
        }
    };
}

export interface RefusedSignIn {
    readonly reason: SignInRefusal;
    readonly returnPath: string | null;
}

export type BrowserSignInWay = ReturnType<typeof createBrowserSignInWay>;

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
