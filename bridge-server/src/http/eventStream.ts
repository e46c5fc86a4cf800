import type { Request, Response } from 'express';
import type { Agent } from '../contract/agentApi.ts';

export interface StreamMessage {
    readonly event: string;
    readonly id: number;
    readonly data: unknown;
}

type Send = (message: StreamMessage) => void;
export type OpenStream = (agent: Agent, lastEventId: number | null, send: Send) => Promise<() => void>;

const HEARTBEAT_MS = 15_000;
/** A softphone that reads so slowly is better off reconnecting, which gives it the state as it then is. */
const MAX_UNREAD_BYTES = 1_000_000;

/**
 * Serves server-sent events until the other side goes or the session ends (WHATWG HTML, 9.2). A softphone whose
 * session was renewed comes back with the new one.
 */
export async function serveEventStream(
    request: Request,
    response: Response,
    expiresAt: Date,
    open: (lastEventId: number | null, send: Send) => Promise<() => void>
): Promise<void> {
    const write = (text: string) => {
        if (response.writableEnded || response.destroyed) return;
        response.write(text);
        if (response.writableLength > MAX_UNREAD_BYTES) response.destroy();
    };
    const begin = () => {
        if (response.headersSent) return;
        response.status(200).set({
            'Content-Type': 'text/event-stream; charset=utf-8',
            'Cache-Control': 'no-cache, no-transform',
            'X-Accel-Buffering': 'no'
        });
        response.flushHeaders();
    };
    const close = await open(readLastEventId(request), ({ event, id, data }) => {
        begin();
        write(`event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
    });
    begin();
    const heartbeat = setInterval(() => write(': \n\n'), HEARTBEAT_MS);
    const expiry = setTimeout(() => response.end(), Math.max(0, expiresAt.getTime() - Date.now()));
    const end = () => {
        clearInterval(heartbeat);
        clearTimeout(expiry);
        close();
    };
    if (response.destroyed) end();
    else response.once('close', end);
}

function readLastEventId({ headers }: Request): number | null {
    const text = headers['last-event-id'];
    return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
