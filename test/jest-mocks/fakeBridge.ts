import type { CallView, History, Problem, Snapshot } from 'bridge/contract';
import { ana } from './callViews';

interface RecordedRequest {
    readonly method: string;
    readonly path: string;
    readonly headers: Headers;
    readonly body: unknown;
}

type Answer = (request: RecordedRequest) => Response;

const json = (body: unknown): Response => new Response(JSON.stringify(body), { status: 200 });

export const problemResponse = (status: number, problem: Partial<Problem> = {}): Response =>
    new Response(JSON.stringify({ type: 'about:blank', title: `HTTP ${status}`, detail: '', ...problem, status }), {
        status,
        headers: { 'content-type': 'application/problem+json' }
    });

/** The bridge as the softphone sees it: answers like the real one and is played by remote control. */
export function createFakeBridge() {
    const requests: RecordedRequest[] = [];
    const overrides = new Map<string, Answer>();
    let stream: ReadableStreamDefaultController<Uint8Array> | null = null;
    let history: History = { day: '2026-11-23', calls: [] };
    let sessions = 0;
    let isDown = false;
    let lastId = 0;

    function openStream(signal: AbortSignal | null | undefined): Response {
        const body = new ReadableStream<Uint8Array>({
            start(controller) {
                stream = controller;
                signal?.addEventListener('abort', () => {
                    if (stream === controller) stream = null;
                    controller.error(signal.reason);
                });
            }
        });
        return new Response(body, { status: 200, headers: { 'content-type': 'text/event-stream' } });
    }

    function answer(request: RecordedRequest, signal: AbortSignal | null | undefined): Response {
        const route = `${request.method} ${request.path.replace(/\?.*/, '')}`;
        const override = overrides.get(route);
        if (override) return override(request);
        if (route === 'POST /agent/handshake')
            return json({ handshakeId: 'h', nonce: 'nonce-1', proof: 'proof-1', expiresAt: minutesFromNow(1) });
        if (route === 'POST /agent/session') {
            sessions += 1;
            return json({ token: `token-${sessions}`, expiresAt: minutesFromNow(10), agent: ana });
        }
        if (route === 'GET /agent/events') return openStream(signal);
        if (route === 'GET /agent/history') return json(history);
        return new Response(null, { status: 204 });
    }

    function send(event: string, data: unknown): void {
        if (!stream) throw new Error('nobody listens to the stream');
        lastId += 1;
        stream.enqueue(new TextEncoder().encode(`id: ${lastId}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
    }

    return {
        requests,
        async fetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
            if (isDown) throw new TypeError('Failed to fetch');
            const { pathname, search } = new URL(String(input));
            const request = {
                method: init.method ?? 'GET',
                path: pathname + search,
                headers: new Headers(init.headers),
                body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined
            };
            requests.push(request);
            return answer(request, init.signal);
        },
        /** Answers a route, such as `POST /agent/session`, in another way from now on. */
        answerWith: (route: string, response: Answer) => overrides.set(route, response),
        answerAsUsual: (route: string) => overrides.delete(route),
        requestsTo: (route: string) => requests.filter(({ method, path }) => `${method} ${path}` === route),
        get isListenedTo() {
            return stream !== null;
        },
        setHistory: (calls: CallView[]) => {
            history = { ...history, calls };
        },
        sendSnapshot: (snapshot: Snapshot) => send('snapshot', snapshot),
        sendCall: (call: CallView) => send('call', call),
        /** An event that is cut off within. */
        sendBrokenEvent: () => stream?.enqueue(new TextEncoder().encode('event: call\ndata: {"callId":\n\n')),
        sendHeartbeat: () => stream?.enqueue(new TextEncoder().encode(': still here\n\n')),
        /** Cuts the stream; the next connection succeeds. */
        dropStream() {
            stream?.close();
            stream = null;
        },
        goDown() {
            isDown = true;
            this.dropStream();
        },
        comeBack() {
            isDown = false;
        }
    };
}

const minutesFromNow = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
