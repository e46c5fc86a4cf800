import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { controlRouter } from '../control/controlRouter.ts';
import { notFound } from '../errors/refusals.ts';
import { SalesforceError } from '../errors/salesforceError.ts';
import { sendAnswer } from './answerRequest.ts';
import { authRouter } from './authRouter.ts';
import { errorAnswer } from './errorAnswer.ts';
import { readForm } from './readForm.ts';
import type { LocalOrgServer } from './localOrgServer.ts';
import { restRouter } from './restRouter.ts';
import { soapRouter } from './soapRouter.ts';

const LARGEST_BODY = '10mb';
/** Room for a package's zip of 39 MB, the largest that the Metadata API takes. */
const LARGEST_FORM = '40mb';
const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** The org's web application: control routes, OAuth, REST, and Salesforce's 404 for the rest. */
export function createApp(server: LocalOrgServer): Express {
    const app = express();
    app.disable('x-powered-by');
    app.disable('etag');
    app.use(refuseForeignHosts);
    app.use(dropDoubledSlash);
    app.use('/_org', controlRouter(server));
    app.use(authRouter(server));
    app.use(soapRouter(server));
    app.use('/services/data', express.raw({ type: 'multipart/form-data', limit: LARGEST_FORM }), readForm);
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

/** Clients whose instance URL ends in a slash, such as the Salesforce CLI, ask for `//services/data`. */
const dropDoubledSlash: RequestHandler = (request, _response, next) => {
    request.url = request.url.replace(/^\/{2,}/, '/');
    next();
};

/** What the framework refuses before a handler runs: bodies too large, broken escapes in a URL. */
const answerHttpErrors: ErrorRequestHandler = (error, _request, response, _next) => {
    const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined;
    const isRequestFault =
        !(error instanceof SalesforceError) && typeof status === 'number' && status >= 400 && status < 500;
    const refusal = isRequestFault
        ? new SalesforceError(status, [{ errorCode: 'INVALID_REQUEST', message: String(error.message) }])
        : error;
    sendAnswer(response, errorAnswer(refusal));
};
