import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { controlRouter } from '../control/controlRouter.ts';
import { notFound } from '../errors/refusals.ts';
import { SalesforceError } from '../errors/salesforceError.ts';
import { sendAnswer } from './answerRequest.ts';
import { authRouter } from './authRouter.ts';
import { errorAnswer } from './errorAnswer.ts';
import type { LocalOrgServer } from './localOrgServer.ts';
import { restRouter } from './restRouter.ts';

const LARGEST_BODY = '10mb';
const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** The org's web application: control routes, OAuth, REST, and Salesforce's 404 for the rest. */
export function createApp(server: LocalOrgServer): Express {
    const app = express();
    app.disable('x-powered-by');
    app.disable('etag');
    app.use(refuseForeignHosts);
    app.use('/_org', controlRouter(server));
    app.use(authRouter(server));
    app.use('/services/data', express.text({ type: () => true, limit: LARGEST_BODY }));
    app.use(restRouter(server));
    app.use((_request, response) => sendAnswer(response, errorAnswer(notFound())));
    app.use(answerHttpErrors);
    return app;
}

/** A page elsewhere whose name was made to point here would carry its own host name (DNS rebinding). */
const refuseForeignHosts: RequestHandler = (request, response, next) => {
    if (LOOPBACK_HOST.test(request.get('host') ?? '')) next();
    else response.status(403).type('text').send('The local org answers on loopback only.');
};

/** What the framework refuses before a handler runs: bodies too large, broken escapes in a URL. */
const answerHttpErrors: ErrorRequestHandler = (error, _request, response, _next) => {
    const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined;
    const isRequestFault = typeof status === 'number' && status >= 400 && status < 500;
    const refusal = isRequestFault
        ? new SalesforceError(status, [{ errorCode: 'INVALID_REQUEST', message: String(error.message) }])
        : error;
    sendAnswer(response, errorAnswer(refusal));
};
