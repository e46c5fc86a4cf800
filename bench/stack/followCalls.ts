import { setTimeout as wait } from 'node:timers/promises';

const RECONNECT_MS = 50;

/**
 * Listens to server-sent events and gives each `call`, and each call of a `snapshot`. Resolves once it listens; comes
 * back by itself after the connection broke, until the signal.
 */
export async function followCalls<Call>(
    url: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
    onCall: (call: Call) => void
): Promise<void> {
    const open = async () => {
        const response = await fetch(url, { headers, signal });
        if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}`);
        return response.body;
    };
    let body: ReadableStream<Uint8Array> | null = await open();
    void (async () => {
        while (!signal.aborted) {
            if (body) await readCalls(body, onCall).catch(() => undefined);
            await wait(RECONNECT_MS);
            body = await open().catch(() => null);
        }
    })();
}

async function readCalls<Call>(body: ReadableStream<Uint8Array>, onCall: (call: Call) => void): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of body) {
        text += decoder.decode(chunk, { stream: true });
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
            for (const call of callsOf<Call>(text.slice(0, end))) onCall(call);
            text = text.slice(end + 2);
        }
    }
}

function callsOf<Call>(block: string): Call[] {
    const fields = new Map(block.split('\n').map((line) => [line.split(':', 1)[0], line.slice(line.indexOf(':') + 2)]));
    const data = fields.get('data');
    if (data === undefined) return [];
    if (fields.get('event') === 'call') return [JSON.parse(data) as Call];
    return fields.get('event') === 'snapshot' ? (JSON.parse(data) as { calls: Call[] }).calls : [];
}
