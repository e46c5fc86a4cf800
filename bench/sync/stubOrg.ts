import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { createStubRecords } from './stubRecords.ts';

/**
 * An org that answers in 150 ms and does next to nothing: it remembers which Cases and Tasks it was given and finds
 * nobody. What else it is asked it passes on to a local org. It is for draining a backlog only, where the local org
 * would need the processor that the bridge is to have. Away until `POST /_stub/open`; `GET /_stub/counts` says what it
 * has.
 */
const { STUB_PORT = '0', STUB_LATENCY_MS = '0', ORG_URL = '', ORG_TOKEN = '' } = process.env;
const LIMIT_INFO = { 'Sforce-Limit-Info': 'api-usage=1/5000000' };

const records = createStubRecords();
let isOpen = false;
let requests = 0;

createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
}).listen(Number(STUB_PORT), '127.0.0.1');

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    const body = await text(request);
    switch (url) {
        case '/readyz':
            return send(response, 200, {});
        case '/_stub/open':
            isOpen = true;
            return send(response, 200, {});
        case '/_stub/counts':
            return send(response, 200, { ...records.counts(), requests });
        case '/services/oauth2/token':
            return send(response, 200, { access_token: ORG_TOKEN, instance_url: `http://${request.headers.host}` });
    }
    await wait(Number(STUB_LATENCY_MS));
    if (!isOpen) return send(response, 503, [{ errorCode: 'SERVER_UNAVAILABLE', message: 'The stub org is away.' }]);
    requests += 1;
    const answered = records.answer(method, url, body === '' ? null : JSON.parse(body));
    if (answered) send(response, answered.status, answered.body);
    else await passOn(request, body, response);
}

async function passOn({ method = '', url = '' }: IncomingMessage, body: string, response: ServerResponse) {
    const answer = await fetch(`${ORG_URL}${url}`, {
        method,
        headers: { authorization: `Bearer ${ORG_TOKEN}`, 'content-type': 'application/json' },
        ...(body !== '' && { body })
    });
    send(response, answer.status, await answer.json());
}

function send(response: ServerResponse, status: number, body: unknown): void {
    response.writeHead(status, { 'content-type': 'application/json', ...LIMIT_INFO }).end(JSON.stringify(body));
}
