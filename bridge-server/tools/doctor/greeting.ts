import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, TLSSocket } from 'node:tls';

/** What a server says of itself before anybody logs in. */
export type Greeting =
    | { readonly kind: 'greeted'; readonly banner: string; readonly certificate: Certificate | null }
    /** Connected, and no line came in time, or the other side ended the connection. */
    | { readonly kind: 'silent' }
    /** @param code such as ECONNREFUSED */
    | { readonly kind: 'unreachable'; readonly code: string };

export interface Certificate {
    /** Why Node does not trust it, such as DEPTH_ZERO_SELF_SIGNED_CERT; null: it does. */
    readonly distrust: string | null;
    /** Epoch milliseconds. */
    readonly endsAt: number;
}

const DEADLINE_MS = 5_000;
const MAX_BANNER = 200;

interface Address {
    readonly host: string;
    readonly port: number;
    readonly tls: boolean;
}

/** Reads the first line that a server sends; looks at its certificate without refusing it. Never rejects. */
export function readGreeting({ host, port, tls }: Address, deadlineMs = DEADLINE_MS): Promise<Greeting> {
    return new Promise((resolve) => {
        const socket = tls ? connectTls({ host, port, rejectUnauthorized: false }) : connectTcp({ host, port });
        let text = '';
        const settle = (greeting: Greeting) => {
            clearTimeout(timer);
            socket.destroy();
            resolve(greeting);
        };
        const timer = setTimeout(() => {
            settle(socket.connecting ? { kind: 'unreachable', code: 'ETIMEDOUT' } : { kind: 'silent' });
        }, deadlineMs);
        socket.on('data', (chunk: Buffer) => {
            text += chunk.toString('latin1');
            if (!text.includes('\n') && text.length < MAX_BANNER) return;
            const [line = ''] = text.split('\n');
            settle({ kind: 'greeted', banner: line.trim().slice(0, MAX_BANNER), certificate: certificateOf(socket) });
        });
        socket.on('error', (error: NodeJS.ErrnoException) => {
            settle({ kind: 'unreachable', code: error.code ?? error.message });
        });
        socket.on('end', () => settle({ kind: 'silent' }));
    });
}

function certificateOf(socket: Socket): Certificate | null {
    if (!(socket instanceof TLSSocket)) return null;
    // the declared type is Error; what comes is its code
    const reason: unknown = socket.authorizationError;
    const distrust = socket.authorized ? null : reason instanceof Error ? reason.message : String(reason);
    return { distrust, endsAt: Date.parse(socket.getPeerCertificate().valid_to) };
}
