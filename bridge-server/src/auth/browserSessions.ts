import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { createSealed } from './sealed.ts';

const SESSION_MS = 60 * 60_000;
/** Browsers drop a cookie of more than 4096 characters with its name, and the sign-in would begin again without end. */
const LONGEST_COOKIE = 4000;

const sessionSchema = z.object({
    /** Tells one session from another. */
    id: z.string(),
    userId: z.string(),
    /** The user's name. */
    name: z.string(),
    /** Speaks to Salesforce as the user. */
    accessToken: z.string(),
    /** ISO 8601. */
    startedAt: z.string()
});

interface BrowserSessionsOptions {
    /** At least 32 characters, the same on all replicas. */
    readonly secret: string;
    readonly now: () => Date;
}

export interface BrowserUser {
    readonly userId: string;
    readonly name: string;
    readonly accessToken: string;
}

/**
 * Who is signed in with a browser, for an hour, in a cookie that only bridges of one secret can read. The user's access
 * token lies in it and nowhere else: no table holds a key to Salesforce, and every replica knows every session.
 */
export function createBrowserSessions({ secret, now }: BrowserSessionsOptions) {
    const sessions = createSealed({
        secret,
        purpose: 'browser-session',
        content: sessionSchema,
        lifeMs: SESSION_MS,
        now
    });
    return {
        /** Gives the cookie's value. Throws CookieTooLongError. */
        async start(user: BrowserUser): Promise<string> {
            const { text } = await sessions.seal({ id: randomUUID(), startedAt: now().toISOString(), ...user });
            if (text.length > LONGEST_COOKIE) throw new CookieTooLongError();
            return text;
        },

        /** Null for one that is forged or over. */
        async read(cookie: string) {
            const opened = await sessions.open(cookie);
            return opened && { ...opened.value, expiresAt: opened.expiresAt };
        }
    };
}

/** The message is for who runs the bridge. */
export class CookieTooLongError extends Error {
    override readonly name = 'CookieTooLongError';

    constructor() {
        super('The access token does not fit into a cookie: turn JWT-based access tokens off for the app for people');
    }
}

export type BrowserSessions = ReturnType<typeof createBrowserSessions>;
