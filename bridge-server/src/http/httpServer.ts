import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Router } from 'express';
import type { Logger } from 'pino';
import { allowOrigins } from './allowOrigins.ts';
import { createErrorHandler, notFound } from './errorHandler.ts';

interface HttpServerOptions {
    readonly host: string;
    /** 0 takes a free one. */
    readonly port: number;
    readonly allowedOrigins: readonly string[];
    readonly routers: readonly Router[];
    /** Whose word on where a request comes from is taken: addresses, or `loopback`, `linklocal`, `uniquelocal`. */
    readonly trustedProxies?: readonly string[];
    readonly log: Logger;
}

export interface HttpServer {
    /** Where the server listens, such as `http://127.0.0.1:4180`. */
    readonly url: string;
    /** Ends open streams and resolves once nothing is under way. */
    close(): Promise<void>;
}

/** Express with the bridge's routes, listening. */
export async function startHttpServer({
    host,
    port,
    allowedOrigins,
    routers,
    trustedProxies = [],
    log
}: HttpServerOptions): Promise<HttpServer> {
    const app = express();
    app.disable('x-powered-by');
    app.disable('etag');
    app.set('trust proxy', [...trustedProxies]);
    app.use((_request, response, next) => {
        response.set('X-Content-Type-Options', 'nosniff');
        next();
    });
    app.use(allowOrigins(allowedOrigins));
    for (const router of routers) app.use(router);
    app.use(notFound);
    app.use(createErrorHandler(log));

    const server = createServer(app);
    await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, resolve);
    });
    const { port: taken } = server.address() as AddressInfo;
    return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, close: () => closeServer(server) };
}

const GRACE_MS = 2_000;

function closeServer(server: Server): Promise<void> {
    return new Promise((resolve) => {
        const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
        server.close(() => {
            clearTimeout(force);
            resolve();
        });
        server.closeIdleConnections();
    });
}
