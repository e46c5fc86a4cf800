import type { CallView, Handshake, History, Presence, Session, Snapshot } from '../../src/contract/agentApi.ts';

const API = '/services/data/v66.0';
const WAIT_MS = 10_000;

interface Heard {
    event: 'snapshot' | 'call' | 'presence';
    id: number;
    data: Snapshot | CallView | Presence;
}

/** An agent at a softphone: signed in by the record handshake, listening to the stream. */
export interface TestAgent {
    readonly session: Session;
    readonly heard: readonly Heard[];
    /** Resolves with the first view of a call, heard already or later, that satisfies the condition. */
    seesCall(condition: (call: CallView) => boolean): Promise<CallView>;
    command(callId: string, action: string, body?: object): Promise<Response>;
    history(): Promise<History>;
    request(method: string, path: string, body?: unknown): Promise<Response>;
    leave(): void;
}

/** Signs in as the platform's user `username`, exactly as the softphone does. */
export async function signIn(bridgeUrl: string, orgUrl: string, username: string): Promise<Session> {
    const handshake = await postJson<Handshake>(`${bridgeUrl}/agent/handshake`, {});
    const { accessToken } = await postJson<{ accessToken: string }>(`${orgUrl}/_org/login`, { username });
    const { id } = await postJson<{ id: string }>(
        `${orgUrl}${API}/sobjects/SoftphoneHandshake__c`,
        { Nonce__c: handshake.nonce },
        accessToken
    );
    const { handshakeId, proof } = handshake;
    return postJson<Session>(`${bridgeUrl}/agent/session`, { handshakeId, proof, recordId: id });
}

export async function joinAsAgent(
    bridgeUrl: string,
    orgUrl: string,
    username: string,
    lastEventId?: number
): Promise<TestAgent> {
    const session = await signIn(bridgeUrl, orgUrl, username);
    const authorization = { authorization: `Bearer ${session.token}` };
    const leaving = new AbortController();
    const headers = { ...authorization, ...(lastEventId !== undefined && { 'last-event-id': String(lastEventId) }) };
    const stream = await fetch(`${bridgeUrl}/agent/events`, { headers, signal: leaving.signal });
    const heard: Heard[] = [];
    const listeners = new Set<() => void>();
    void readStream(stream, (message) => {
        heard.push(message);
        for (const listener of listeners) listener();
    }).catch(() => undefined);

    const callsHeard = () =>
        heard.flatMap(({ event, data }) => {
            if (event === 'presence') return [];
            return event === 'call' ? [data as CallView] : (data as Snapshot).calls;
        });
    const request = (method: string, path: string, body?: unknown) =>
        fetch(`${bridgeUrl}${path}`, {
            method,
            headers: { ...authorization, 'content-type': 'application/json' },
            ...(body !== undefined && { body: JSON.stringify(body) })
        });
    return {
        session,
        heard,
        seesCall: (condition) =>
            new Promise((resolve, reject) => {
                const listener = () => {
                    const call = callsHeard().findLast(condition);
                    if (!call) return;
                    clearTimeout(timer);
                    listeners.delete(listener);
                    resolve(call);
                };
                const timer = setTimeout(() => {
                    listeners.delete(listener);
                    reject(
                        new Error(`The agent waited in vain; heard ${JSON.stringify(callsHeard().slice(-3), null, 1)}`)
                    );
                }, WAIT_MS);
                listeners.add(listener);
                listener();
            }),
        command: (callId, action, body) =>
            request('POST', `/agent/calls/${encodeURIComponent(callId)}/${action}`, body),
        history: async () => (await request('GET', '/agent/history')).json() as Promise<History>,
        request,
        leave: () => leaving.abort()
    };
}

async function readStream(response: Response, onMessage: (message: Heard) => void): Promise<void> {
    if (!response.ok || !response.body) throw new Error(`The stream answered ${response.status}`);
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
            const fields = Object.fromEntries(
                block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)])
            );
            if (fields['event']) {
                onMessage({
                    event: fields['event'] as Heard['event'],
                    id: Number(fields['id']),
                    data: JSON.parse(fields['data'] ?? 'null') as Heard['data']
                });
            }
        }
    }
}

async function postJson<T>(url: string, body: unknown, token?: string): Promise<T> {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
}
