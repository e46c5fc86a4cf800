import type { CookieOptions, Request, Response } from 'express';

/** What the bridge keeps in a browser: who is signed in, and each attempt to sign in. */
export interface BrowserCookies {
    session(request: Request): string | null;
    /** Until the browser is closed: desks are shared. */
    keepSession(response: Response, value: string): void;
    attempt(request: Request, id: string): string | null;
    keepAttempt(response: Response, id: string, value: string, lifeMs: number): void;
    dropAttempt(response: Response, id: string): void;
}

const SESSION = 'recordings-session';
const ATTEMPT = 'recordings-sign-in-';

/**
 * No script reads them, and no page elsewhere sends them along but by a link that somebody follows (SameSite=Lax).
 * Over HTTPS their names say that nobody but this host may have set them (RFC 6265bis, 4.1.3).
 *
 * @param publicUrl where browsers reach the bridge
 */
export function createBrowserCookies(publicUrl: () => string): BrowserCookies {
    const isSecure = () => publicUrl().startsWith('https:');
    const sessionName = () => `${isSecure() ? '__Host-' : ''}${SESSION}`;
    const attemptName = (id: string) => `${isSecure() ? '__Secure-' : ''}${ATTEMPT}${id}`;
    const options = (path: string, maxAge?: number): CookieOptions => ({
        httpOnly: true,
        sameSite: 'lax',
        secure: isSecure(),
        path,
        ...(maxAge !== undefined && { maxAge })
    });
    const attemptPath = () => `${new URL(publicUrl()).pathname.replace(/\/$/, '')}/auth`;

    return {
        session: (request) => valueOf(request, sessionName()),
        keepSession: (response, value) => void response.cookie(sessionName(), value, options('/')),
        attempt: (request, id) => valueOf(request, attemptName(id)),
        keepAttempt: (response, id, value, lifeMs) =>
            void response.cookie(attemptName(id), value, options(attemptPath(), lifeMs)),
        dropAttempt: (response, id) => void response.cookie(attemptName(id), '', options(attemptPath(), 0))
    };
}

function valueOf({ headers }: Request, name: string): string | null {
    for (const pair of (headers.cookie ?? '').split(';')) {
        const cut = pair.indexOf('=');
        if (cut > 0 && pair.slice(0, cut).trim() === name) return pair.slice(cut + 1).trim();
    }
    return null;
}
