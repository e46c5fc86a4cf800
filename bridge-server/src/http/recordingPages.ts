import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import type { HeardParts } from '../calls/listening.ts';
import { RecordingRefused } from '../calls/recordingRefused.ts';
import type { RequestRefused } from '../contract/requestRefused.ts';
import type { BrowserSignInWay } from './browserSignIn.ts';
import { toRefusal } from './errorHandler.ts';
import { partsPage } from './pages/partsPage.ts';
import { deletionText, type PageSurroundings, reasonPage } from './pages/reasonPage.ts';
import { showPage } from './pages/showPage.ts';
import { type PageReason, wordsFor } from './pages/words.ts';
import { recordingPath } from './recordingAddress.ts';

interface RecordingPagesOptions extends PageSurroundings {
    readonly way: BrowserSignInWay;
    readonly log: Logger;
}

/** What a browser asked for. */
export interface AskedRecording {
    readonly protocol: string;
    readonly part: number | null;
    readonly saved: boolean;
}

/** Reasons that pass by themselves, or by what somebody else does. */
const PASSING: readonly PageReason[] = [
    'recording-not-ready',
    'recording-lost',
    'no-case',
    'salesforce-away',
    'bridge-away',
    'failed'
];
/** Reasons that another user might not meet. */
const OF_THE_USER: readonly PageReason[] = ['case-not-readable', 'api-off', 'token-refused'];

/** What people see instead of audio. */
export function createRecordingPages({ way, log, ...surroundings }: RecordingPagesOptions) {
    const again = (asked: AskedRecording): string =>
        way.addressOf(`/auth/again?return=${encodeURIComponent(pathOf(asked))}`);

    return {
        choice(request: Request, response: Response, parts: HeardParts): void {
            const words = wordsFor(request);
            const addressOf = (part: number) => way.addressOf(recordingPath(parts.protocol, part, false));
            const all = { protocol: parts.protocol, part: null, saved: false };
            showPage(response, words, partsPage(words, parts, addressOf, again(all)));
        },

        /** With nothing that whoever reads it could do about it here. */
        plain(
            request: Request,
            response: Response,
            { protocol }: AskedRecording,
            status: number,
            reason: PageReason
        ): void {
            const words = wordsFor(request);
            showPage(response, words, reasonPage(words, { status, reason, protocol, who: null, actions: [] }));
        },

        refusal(request: Request, response: Response, asked: AskedRecording, error: unknown): void {
            const refusal = toRefusal(error);
            if (refusal.status >= 500) log.error({ err: error }, 'A recording could not be given');
            const reason = pageReason(refusal);
            const words = wordsFor(request);
            const text = deletionText(words, error, surroundings);
            const actions = [
                ...(PASSING.includes(reason) ? [{ label: words.tryAgain, href: way.addressOf(pathOf(asked)) }] : []),
                ...(OF_THE_USER.includes(reason) ? [{ label: words.signInAsOther, href: again(asked) }] : [])
            ];
            const who = refusal instanceof RecordingRefused ? refusal.facts.who : null;
            const page = { status: refusal.status, reason, protocol: asked.protocol, who, actions };
            showPage(response, words, reasonPage(words, { ...page, ...(text !== undefined && { text }) }));
        }
    };
}

export type RecordingPages = ReturnType<typeof createRecordingPages>;

const pathOf = ({ protocol, part, saved }: AskedRecording): string => recordingPath(protocol, part, saved);

/** What a page says of a refusal that programs know by its name. */
export function pageReason(refusal: RequestRefused): PageReason {
    if (refusal instanceof RecordingRefused && refusal.problem !== 'ticket-refused') return refusal.problem;
    const name = refusal.type.slice(refusal.type.lastIndexOf(':') + 1);
    switch (name) {
        case 'api-off':
        case 'token-refused':
        case 'salesforce-away':
            return name;
        case 'salesforce-refused':
            return 'failed';
        default:
            return refusal.status === 503 ? 'bridge-away' : 'failed';
    }
}
