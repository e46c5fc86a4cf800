import { setTimeout as wait } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import type { Fault } from '../faults/fault.ts';
import type { Answer } from '../rest/apiCall.ts';
import { errorAnswer } from './errorAnswer.ts';
import type { LocalOrgServer } from './localOrgServer.ts';

type ProduceAnswer = (request: Request) => Answer | Promise<Answer>;
/** The path as the ledger writes it, known once the request is matched. */
type PathPattern = (request: Request) => string;

/** Answers a request of the emulated API: strikes it with the fault that is due, and enters it in the ledger. */
export function answerRequest(server: LocalOrgServer, pattern: PathPattern, produce: ProduceAnswer): RequestHandler {
    return async (request, response) => {
        const fault = server.faults.take(request.method, request.originalUrl);
        if (fault?.delayMs && (await waitOrClose(fault.delayMs, server.closing)) === 'closed') {
            request.socket.destroy();
            return;
        }
        const answer = await produceUnder(fault, request, produce);
        server.ledger.record({
            at: server.org.clock().toISOString(),
            method: request.method,
            path: pattern(request),
            outcome: answer?.status ?? 'dropped'
        });
        if (answer) sendAnswer(response, answer);
        else request.socket.destroy();
    };
}

async function waitOrClose(delayMs: number, closing: AbortSignal): Promise<'waited' | 'closed'> {
    try {
        return await wait(delayMs, 'waited', { signal: closing });
    } catch {
        return 'closed';
    }
}

/** The answer to send, null when the fault cuts the connection instead. */
async function produceUnder(fault: Fault | null, request: Request, produce: ProduceAnswer): Promise<Answer | null> {
    switch (fault?.kind) {
        case 'status':
            return { status: fault.status, body: [{ message: fault.message, errorCode: fault.errorCode }] };
        case 'dropBeforeCommit':
            return null;
        case 'dropAfterCommit':
            await produceOrRefuse(request, produce);
            return null;
        case 'delay':
        case undefined:
            return produceOrRefuse(request, produce);
    }
}

async function produceOrRefuse(request: Request, produce: ProduceAnswer): Promise<Answer> {
    try {
        return await produce(request);
    } catch (error) {
        return errorAnswer(error);
    }
}

export function sendAnswer(response: Response, { status, body, headers = {} }: Answer): void {
    response.status(status).set(headers);
    if (body === undefined) response.end();
    else if (typeof body === 'string') response.type('text').send(body);
    else response.type('json').send(JSON.stringify(body));
}
