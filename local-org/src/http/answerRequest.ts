import { setTimeout as wait } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import { SalesforceError } from '../errors/salesforceError.ts';
import type { Fault } from '../faults/fault.ts';
import type { Answer } from '../rest/apiCall.ts';
import { errorAnswer } from './errorAnswer.ts';
import type { LocalOrgServer } from './localOrgServer.ts';

type ProduceAnswer = (request: Request) => Answer | Promise<Answer>;
/** The path as the ledger writes it, known once the request is matched. */
type PathPattern = (request: Request) => string;
/** What was thrown, as the API that was called words it. */
type Refuse = (error: unknown) => Answer;

/** Answers a request of the emulated API: strikes it with the fault that is due, and enters it in the ledger. */
export function answerRequest(
    server: LocalOrgServer,
    pattern: PathPattern,
    produce: ProduceAnswer,
    refuse: Refuse = errorAnswer
): RequestHandler {
    return async (request, response) => {
        const fault = server.faults.take(request.method, request.originalUrl);
        const answer = await produceUnder(fault, server.closing, refuse, async () => produce(request));
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

/** The answer to send, null when the connection is cut instead: by the fault, or because the org closes. */
async function produceUnder(
    fault: Fault | null,
    closing: AbortSignal,
    refuse: Refuse,
    attempt: () => Promise<Answer>
): Promise<Answer | null> {
    const produce = () => attempt().catch(refuse);
    if (!fault) return produce();
    const { effect, delayMs } = fault;
    if (effect.kind === 'delayAnswer') {
        const answer = await produce();
        return (await waitOrClose(delayMs, closing)) === 'waited' ? answer : null;
    }
    if (delayMs > 0 && (await waitOrClose(delayMs, closing)) === 'closed') return null;
    switch (effect.kind) {
        case 'status':
            return refuse(
                new SalesforceError(effect.status, [{ message: effect.message, errorCode: effect.errorCode }])
            );
        case 'dropBeforeCommit':
            return null;
        case 'dropAfterCommit':
            await produce();
            return null;
        case 'delay':
            return produce();
    }
}

export function sendAnswer(response: Response, { status, body, headers = {}, contentType = 'text' }: Answer): void {
    response.status(status).set(headers);
    if (body === undefined) response.end();
    else if (typeof body === 'string') response.type(contentType).send(body);
    else response.type('json').send(JSON.stringify(body));
}
