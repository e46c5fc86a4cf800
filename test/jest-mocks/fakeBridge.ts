import type {
    CallView,
    Candidate,
    CaseCall,
    Directory,
    History,
    Presence,
    PresenceRequest,
    Problem,
    Snapshot
} from 'bridge/contract';
import { ana, directory as usualDirectory, presenceOf } from './callViews';

interface RecordedRequest {
    readonly method: string;
    readonly path: string;
    readonly headers: Headers;
    readonly body: unknown;
    /** Whether it gets through although the page closes. */
    readonly keepalive: boolean;
}

type Answer = (request: RecordedRequest) => Response | Promise<Response>;

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });

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
    let contacts: readonly Candidate[] = [];
    let caseCalls: readonly CaseCall[] = [];
    let directory: Directory = usualDirectory;
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

    function answer(request: RecordedRequest, signal: AbortSignal | null | undefined): Response | Promise<Response> {
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
        if (route === 'GET /agent/contacts') return json({ contacts });
        if (route === 'GET /agent/directory') return json(directory);
        if (route === 'PUT /agent/presence') return json(presenceAsWanted(request.body as PresenceRequest));
        if (route === 'POST /agent/calls') return json({ callId: 'simulator:dialled' }, 201);
        if (/^GET \/agent\/cases\/\w+\/calls$/.test(route)) return json({ calls: caseCalls });
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
                body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
                keepalive: init.keepalive ?? false
            };
            requests.push(request);
            return answer(request, init.signal);
        },
        /** Answers a route, such as `POST /agent/session`, in another way from now on. */
        answerWith: (route: string, response: Answer) => overrides.set(route, response),
        /** Lets a route wait for its answer until the returned function gives it. */
        holdBack(route: string): (response: Response) => void {
            const { promise, resolve } = Promise.withResolvers<Response>();
            overrides.set(route, () => promise);
            return resolve;
        },
        answerAsUsual: (route: string) => overrides.delete(route),
        requestsTo: (route: string) => requests.filter(({ method, path }) => `${method} ${path}` === route),
        get isListenedTo() {
            return stream !== null;
        },
        setHistory: (calls: CallView[]) => {
            history = { ...history, calls };
        },
        setContacts: (found: readonly Candidate[]) => {
            contacts = found;
        },
        setDirectory: (known: Directory) => {
            directory = known;
        },
        setCaseCalls: (calls: readonly CaseCall[]) => {
            caseCalls = calls;
        },
        sendSnapshot: (snapshot: Snapshot) => send('snapshot', snapshot),
        sendCall: (call: CallView) => send('call', call),
        sendPresence: (presence: Presence) => send('presence', presence),
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

function presenceAsWanted(wanted: PresenceRequest): Presence {
    return presenceOf({ state: wanted.state, reason: wanted.state === 'paused' ? wanted.reason : null });
}
