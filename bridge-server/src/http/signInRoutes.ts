import { type Request, type Response, Router } from 'express';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Asker } from '../calls/listening.ts';
import type { SignInRefusal } from '../signInOutcome.ts';
import { askerOf } from './askerOf.ts';
import type { BrowserSignInWay, RefusedSignIn } from './browserSignIn.ts';
import { toRefusal } from './errorHandler.ts';
import { reasonPage } from './pages/reasonPage.ts';
import { showPage } from './pages/showPage.ts';
import { type Words, wordsFor } from './pages/words.ts';
import { pageReason } from './recordingPages.ts';
import { protocolOfPath, safeReturnPath } from './recordingAddress.ts';

/** A browser that nobody let in began no attempt here; all others the org or the bridge refused. */
const statusOf = ({ reason }: RefusedSignIn): number => (reason === 'attempt-unknown' ? 400 : 403);

/** Anybody may come back with nothing, a thousand times: of each reason the log has one line a minute. */
const LOGGED_MS = 60_000;
const MAX_REASONS = 10;

export interface SignInRoutes {
    readonly way: BrowserSignInWay;
    /** Notes in the audit that somebody was not let in; the protocol is null where nobody knows what they came for. */
    readonly noteSignInRefused: (reason: SignInRefusal, protocol: string | null, asker: Asker) => Promise<void>;
    readonly log: Logger;
}

/** How people sign in with a browser: back from the org's page, and as somebody else. */
export function createSignInRoutes({ way, noteSignInRefused, log }: SignInRoutes): Router {
    const router = Router();
    const logged = new LRUCache<RefusedSignIn['reason'], true>({ max: MAX_REASONS, ttl: LOGGED_MS });

    router.get('/auth/callback', async (request, response) => {
        response.set('Referrer-Policy', 'no-referrer');
        try {
            const refused = await way.comeBack(request, response);
            if (!refused) return;
            if (!logged.has(refused.reason)) {
                logged.set(refused.reason, true);
                log.warn({ reason: refused.reason }, 'Somebody could not sign in with a browser');
            }
            await noteSignInRefused(refused.reason, protocolOfPath(refused.returnPath), askerOf(request));
            showRefusal(request, response, refused);
        } catch (error) {
            const refusal = toRefusal(error);
            log.error({ err: error }, 'A sign-in with a browser failed');
            showRefusedPage(response, wordsFor(request), refusal.status, pageReason(refusal), null);
        }
    });

    router.get('/auth/again', async (request, response) => {
        const returnPath = safeReturnPath(request.query['return']);
        if (!way.isConfigured) return showRefusedPage(response, wordsFor(request), 501, 'sign-in-off', null);
        if (returnPath === null) return showRefusedPage(response, wordsFor(request), 404, 'protocol-unknown', null);
        await way.leave(response, returnPath, true);
    });

    function showRefusal(request: Request, response: Response, refused: RefusedSignIn): void {
        showRefusedPage(response, wordsFor(request), statusOf(refused), refused.reason, refused.returnPath);
    }

    function showRefusedPage(
        response: Response,
        words: Words,
        status: number,
        reason: ReturnType<typeof pageReason>,
        returnPath: string | null
    ): void {
        const again = `/auth/again?return=${encodeURIComponent(returnPath ?? '')}`;
        const actions =
            returnPath === null
                ? []
                : [
                      { label: words.tryAgain, href: way.addressOf(returnPath) },
                      { label: words.signInAsOther, href: way.addressOf(again) }
                  ];
        showPage(response, words, reasonPage(words, { status, reason, protocol: null, who: null, actions }));
    }
    return router;
}
