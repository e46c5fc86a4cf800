import { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { Asker, HeardParts, HeardRecording, ListeningRequest } from '../calls/listening.ts';
import type { Agent, RecordingTicket } from '../contract/agentApi.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import { bearerToken, type ReadSession } from './agentRoutes.ts';
import { askerOf } from './askerOf.ts';
import type { BrowserSignInWay } from './browserSignIn.ts';
import { readPart, recordingPath, safeReturnPath } from './recordingAddress.ts';
import type { AskedRecording, RecordingPages } from './recordingPages.ts';
import { sendAudio } from './sendAudio.ts';

export interface RecordingRoutes {
    readonly readSession: ReadSession;
    /** Throws RecordingRefused, RequestRefused (503). */
    readonly openForSoftphone: (agent: Agent, protocol: string, asker: Asker) => Promise<RecordingTicket>;
    /** Throws RecordingRefused, RequestRefused (401, 403, 503). */
    readonly listen: (request: ListeningRequest) => Promise<HeardRecording | HeardParts>;
    /** The file of an answer is gone. */
    readonly forget: (request: ListeningRequest) => void;
    /** Notes that somebody came with nothing to show, or with what nobody is known by. */
    readonly noteStranger: (protocol: string, part: number | null, asker: Asker) => Promise<void>;
    readonly way: BrowserSignInWay;
    readonly pages: RecordingPages;
    readonly log: Logger;
}

const NOT_READY_RETRY_S = '2';
/** The address may hold a ticket, and who may hear may change. */
const KEPT_BY_NOBODY = { 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'no-referrer' };

/** The link in a Task's Comments, and what a softphone's player asks. */
export function createRecordingRoutes(recordings: RecordingRoutes): Router {
    const { way, pages } = recordings;
    const router = Router();

    router.post('/recordings/:protocol/ticket', async (request, response) => {
        response.set(KEPT_BY_NOBODY);
        const { agent } = await recordings.readSession(bearerToken(request));
        const ticket = await retryLater(response, () =>
            recordings.openForSoftphone(agent, request.params.protocol, askerOf(request as Request))
        );
        response.status(201).json(ticket);
    });

    router.get<{ protocol: string; part?: string }>('/recordings/:protocol{/:part}', async (request, response) => {
        const asked = readAsked(request.params, request.query);
        response.set(KEPT_BY_NOBODY);
        try {
            await give(request as Request, response, asked);
        } catch (error) {
            if (response.headersSent) throw error;
            await (isNavigation(request as Request)
                ? showWhyNot(request as Request, response, asked, error)
                : refuseProgram(request as Request, asked, error));
        }
    });

    /** Throws what is not to be heard. */
    async function give(request: Request, response: Response, asked: AskedRecording): Promise<void> {
        const listening = readListening(request, asked);
        if (!listening) throw nothingShown();
        response.set('Cross-Origin-Resource-Policy', embeddingOf(listening));
        // a file that went since it was decided is decided about once more
        for (const isLast of [false, true]) {
            const heard = await retryLater(response, () => recordings.listen(listening));
            if (heard.kind === 'parts') return pages.choice(request, response, heard);
            if (await sendAudio(response, heard, asked.saved)) return;
            recordings.forget(listening);
            if (isLast) recordings.log.error('A recording is in the table and not in the store');
        }
        throw gone();
    }

    function readListening(request: Request, { protocol, part, saved }: AskedRecording): ListeningRequest | null {
        const { ticket } = request.query;
        const cookie = ticket === undefined ? way.session(request) : null;
        if (ticket === undefined && cookie === null) return null;
        return {
            protocol,
            part,
            credential:
                cookie === null
                    ? { kind: 'ticket', text: typeof ticket === 'string' ? ticket : '' }
                    : { kind: 'session', text: cookie },
            asker: askerOf(request),
            purpose: request.method === 'HEAD' ? 'look' : saved ? 'save' : 'hear'
        };
    }

    async function showWhyNot(request: Request, response: Response, asked: AskedRecording, error: unknown) {
        const isOver = isNamed(error, 'ticket-refused');
        if (!isOver && !isNamed(error, 'session-ended')) return pages.refusal(request, response, asked, error);
        const path = safeReturnPath(pathOf(asked));
        if (path === null) return pages.plain(request, response, asked, 404, 'protocol-unknown');
        if (isOver) return response.redirect(302, way.addressOf(path));
        if (!way.isConfigured) return pages.plain(request, response, asked, 501, 'sign-in-off');
        await way.leave(response, path, false);
    }

    /** Throws the refusal. */
    async function refuseProgram(request: Request, { protocol, part }: AskedRecording, error: unknown) {
        if (isNamed(error, 'session-ended')) await recordings.noteStranger(protocol, part, askerOf(request));
        throw error;
    }

    return router;
}

const readAsked = (
    { protocol, part }: { protocol: string; part?: string },
    { download }: Request['query']
): AskedRecording => ({ protocol, part: readPart(part), saved: download === '1' });

const pathOf = ({ protocol, part, saved }: AskedRecording): string => recordingPath(protocol, part, saved);

/** A page of a host beside the bridge would have the cookie sent along with its players; a ticket is for any page. */
const embeddingOf = ({ credential }: ListeningRequest): string =>
    credential.kind === 'session' ? 'same-origin' : 'cross-origin';

/** Whether a person looks at the answer, and no player or program: only then is a page of use. */
const isNavigation = ({ headers }: Request): boolean =>
    /\btext\/html\b/.test(headers.accept ?? '') && (headers['sec-fetch-dest'] ?? 'document') === 'document';

/** Says when to come back for a recording that is on its way. */
async function retryLater<Result>(response: Response, ask: () => Promise<Result>): Promise<Result> {
    try {
        return await ask();
    } catch (error) {
        if (isNamed(error, 'recording-not-ready')) response.set('Retry-After', NOT_READY_RETRY_S);
        throw error;
    }
}

const isNamed = (error: unknown, name: string): boolean =>
    error instanceof RequestRefused && error.type === `urn:softphone-bridge:${name}`;

const nothingShown = (): RequestRefused =>
    new RequestRefused(
        401,
        'Abra a gravação pelo softphone ou pela tarefa no Salesforce: este endereço só toca para quem entrou.',
        { name: 'session-ended' }
    );

const gone = (): RequestRefused =>
    new RequestRefused(500, 'A gravação não está onde deveria. Avise o administrador.', { name: 'recording-missing' });
