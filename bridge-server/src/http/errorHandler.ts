import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { RequestRefused } from '../contract/requestRefused.ts';

const RETRY_AFTER_S = 5;

export const notFound: RequestHandler = (request) => {
    throw new RequestRefused(404, `Nothing answers ${request.method} ${request.path}. docs/api.md lists what does.`);
};

/** Every error leaves as problem details (RFC 9457); what we did not foresee is logged and told without its inside. */
export function createErrorHandler(log: Logger): ErrorRequestHandler {
    return (error, request, response, next) => {
        if (response.headersSent) return next(error);
        const refused = toRefusal(error);
        if (refused.status >= 500)
            log.error({ err: error, method: request.method, path: request.path }, 'A request failed');
        if (refused.status === 503) response.set('Retry-After', String(RETRY_AFTER_S));
        if (refused.status === 401) response.set('WWW-Authenticate', 'Bearer');
        response.status(refused.status).type('application/problem+json').send(JSON.stringify(refused.toProblem()));
    };
}

/** What is answered to an error. */
export function toRefusal(error: unknown): RequestRefused {
    if (error instanceof RequestRefused) return error;
    const status = statusOf(error);
    if (status === 413) return new RequestRefused(413, `Send at most ${limitOf(error)} bytes.`, { cause: error });
    if (status >= 400 && status < 500) return new RequestRefused(400, messageOf(error), { cause: error });
    if (isRetryable(error))
        return new RequestRefused(503, 'A part that the bridge needs cannot be reached. Try again in a moment.', {
            cause: error
        });
    return new RequestRefused(500, 'The bridge failed; its log says why.', { cause: error });
}

/** Errors that pass by themselves say so: the database is away, Salesforce does not answer. */
const isRetryable = (error: unknown): boolean =>
    error instanceof Error &&
    (('retryable' in error && error.retryable === true) ||
        ('kind' in error && (error.kind === 'unavailable' || error.kind === 'passing')));

/** Express and its body parsers carry an HTTP status on their errors. */
const statusOf = (error: unknown): number =>
    error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;

/** The body parser that refused says how much it takes. */
const limitOf = (error: unknown): number =>
    error instanceof Error && 'limit' in error && typeof error.limit === 'number' ? error.limit : 0;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
