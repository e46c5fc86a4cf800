import { createRequire } from 'node:module';
import path from 'node:path';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';
import { createOrgProxy } from './orgProxy.ts';
import { createOrgSessions, SignInError } from './orgSessions.ts';

const DEFAULT_USERNAME = 'ana@local.org';
const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);
const distFolder = path.resolve(import.meta.dirname, '../dist');
const designSystemFolder = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@salesforce-ux/design-system/package.json')),
    'assets'
);

/** The page, its session and the way to the org. */
export function createApp({ orgUrl, bridgeUrl }: { orgUrl: string; bridgeUrl: string }): Express {
    const sessions = createOrgSessions(orgUrl);
    const policy = contentSecurityPolicy(bridgeUrl);
    const app = express();
    app.disable('x-powered-by');
    app.use(refuseForeignHosts);
    app.use((_request, response, next) => {
        response.set({ 'content-security-policy': policy, 'x-content-type-options': 'nosniff' });
        next();
    });
    app.get('/session', async (request, response) => {
        const username = typeof request.query.user === 'string' ? request.query.user : DEFAULT_USERNAME;
        const { userId, name } = await sessions.get(username);
        response.set('cache-control', 'no-store').json({ userId, name, username, bridgeUrl });
    });
    app.use(createOrgProxy(orgUrl, sessions));
    app.use('/slds', express.static(designSystemFolder, { maxAge: '1d' }));
    app.use(express.static(distFolder));
    app.use(reportError);
    return app;
}

/** A page of another site that resolves its own name to this machine gets nothing. */
const refuseForeignHosts: RequestHandler = (request, response, next) => {
    const host = (request.get('host') ?? '').replace(/:\d+$/, '');
    if (LOOPBACK_HOSTS.has(host)) next();
    else response.status(421).type('text').send('This server answers on this machine only.\n');
};

/** Every error body is RFC 9457 problem details. */
const reportError: ErrorRequestHandler = (error, _request, response, _next) => {
    const status = error instanceof SignInError ? error.status : 502;
    const detail = error instanceof Error ? error.message : String(error);
    response.status(status).type('application/problem+json');
    response.send(JSON.stringify({ type: 'about:blank', title: 'The org could not be asked', status, detail }));
};
