import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A way to the org on which requests and answers can be held up. */
export interface OrgGateway {
    readonly url: string;
    /**
     * Holds the answer of the next matching request back for good: the org did what was asked, and the asker never
     * hears of it. `answered` resolves once the org has answered.
     */
    holdAnswer(method: string, pathIncludes: string): { readonly answered: Promise<void> };
    /**
     * Holds the next matching request up: it reaches the org once it is released, also when its asker is gone by then.
     * `release` resolves once the org has answered.
     */
    holdRequest(method: string, pathIncludes: string): { readonly arrived: Promise<void>; release(): Promise<void> };
    close(): Promise<void>;
}

interface Hold {
    readonly method: string;
    readonly pathIncludes: string;
    /** Awaited before the request is passed on. */
    readonly untilReleased: () => Promise<void>;
    readonly whenAnswered: () => 'answer' | 'keepSilent';
}

const TOKEN_PATH = '/services/oauth2/token';

/**
 * Stands between a bridge and its org. It signs the bridge in itself, because the org wants assertions that are made
 * out to its own address.
 */
export async function startOrgGateway(orgUrl: string): Promise<OrgGateway> {
    const holds: Hold[] = [];
    const server = createServer((request, response) => {
        void pass(request, response).catch(() => response.destroy());
    });

    async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const { method = '', url: path = '' } = request;
        if (path === TOKEN_PATH) return sendJson(response, { ...(await logIn(orgUrl)), instance_url: url() });
        const body = await readBody(request);
        const hold = takeHold(method, path);
        await hold?.untilReleased();
        const answer = await fetch(`${orgUrl}${path}`, {
            method,
            headers: headersToPass(request),
            ...(method !== 'GET' && { body })
        });
        const text = await answer.text();
        if (hold?.whenAnswered() === 'keepSilent') return;
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
        response.end(text);
    }

    function takeHold(method: string, path: string): Hold | undefined {
        const index = holds.findIndex((hold) => hold.method === method && path.includes(hold.pathIncludes));
        return index < 0 ? undefined : holds.splice(index, 1)[0];
    }

    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return {
        url: url(),
        holdAnswer(method, pathIncludes) {
            const answered: PromiseWithResolvers<void> = Promise.withResolvers();
            holds.push({
                method,
                pathIncludes,
                untilReleased: () => Promise.resolve(),
                whenAnswered() {
                    answered.resolve();
                    return 'keepSilent';
                }
            });
            return { answered: answered.promise };
        },
        holdRequest(method, pathIncludes) {
            const arrived: PromiseWithResolvers<void> = Promise.withResolvers();
            const released: PromiseWithResolvers<void> = Promise.withResolvers();
            const answered: PromiseWithResolvers<void> = Promise.withResolvers();
            holds.push({
                method,
                pathIncludes,
                untilReleased() {
                    arrived.resolve();
                    return released.promise;
                },
                whenAnswered() {
                    answered.resolve();
                    return 'answer';
                }
            });
            return {
                arrived: arrived.promise,
                release() {
                    released.resolve();
                    return answered.promise;
                }
            };
        },
        async close() {
            const closed = once(server, 'close');
            server.close();
            server.closeAllConnections();
            await closed;
        }
    };
}

const PASSED_HEADERS = ['authorization', 'content-type', 'sforce-auto-assign', 'sforce-call-options'];

const headersToPass = ({ headers }: IncomingMessage): Record<string, string> =>
    Object.fromEntries(
        PASSED_HEADERS.flatMap((name) => {
            const value = headers[name];
            return typeof value === 'string' ? [[name, value]] : [];
        })
    );

async function logIn(orgUrl: string): Promise<{ access_token: string; token_type: string }> {
    const response = await fetch(`${orgUrl}/_org/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'bridge@local.org' })
    });
    const { accessToken } = (await response.json()) as { accessToken: string };
    return { access_token: accessToken, token_type: 'Bearer' };
}

function sendJson(response: ServerResponse, body: unknown): void {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
}
