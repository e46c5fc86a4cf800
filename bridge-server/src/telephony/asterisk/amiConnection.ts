import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Logger } from 'pino';
import type { AmiAction, AmiMessage } from './amiMessage.ts';
import { AmiUnreachable } from './amiError.ts';
import { AmiParser } from './amiParser.ts';
import { formatAction } from './formatAction.ts';
import { PendingActions } from './pendingActions.ts';

export interface AmiConnectionOptions {
    readonly host: string;
    readonly port: number;
    readonly username: string;
    readonly secret: string;
    /** AMI over TLS: the certificate must be one that Node trusts (`NODE_EXTRA_CA_CERTS` for an own authority). */
    readonly tls?: boolean;
    /** How long connecting and each action may take. */
    readonly deadlineMs?: number;
    /** How often the PBX must show that it is still there. */
    readonly pingIntervalMs?: number;
    /** Ends the connection. */
    readonly signal?: AbortSignal;
    readonly log: Logger;
    /** Told every event that is not the answer to an action, in the order in which it came. */
    readonly onEvent: (message: AmiMessage) => void;
}

const DEADLINE_MS = 5_000;
const PING_INTERVAL_MS = 15_000;

/** One connection to a PBX's manager interface, logged in; it is never opened again. */
export class AmiConnection {
    /** Resolves once the connection is over, with what ended it; null when this side closed it. */
    readonly closed: Promise<Error | null>;

    readonly #socket: Socket;
    readonly #options: AmiConnectionOptions;
    readonly #parser = new AmiParser();
    readonly #actions = new PendingActions();
    readonly #deadlineMs: number;
    #reason: Error | null = null;

    /** Connects and logs in. Rejects with AmiRefused (wrong credentials) or AmiUnreachable. */
    static async open(options: AmiConnectionOptions): Promise<AmiConnection> {
        const connection = new AmiConnection(options);
        try {
            const { username, secret } = options;
            await connection.request({ Action: 'Login', Username: username, Secret: secret, Events: 'on' });
        } catch (error) {
            connection.close();
            throw error;
        }
        connection.#keepAlive();
        return connection;
    }

    private constructor(options: AmiConnectionOptions) {
        this.#options = options;
        this.#deadlineMs = options.deadlineMs ?? DEADLINE_MS;
        const { host, port, tls } = options;
        this.#socket = tls ? connectTls({ host, port }) : connectTcp({ host, port });
        this.#socket.setNoDelay(true);
        this.#socket.on('data', (chunk: Buffer) => this.#read(chunk));
        this.#socket.on('error', (error) => (this.#reason ??= error));
        this.#socket.on('end', () => (this.#reason ??= new AmiUnreachable('the PBX closed the connection')));
        const close = () => this.close();
        if (options.signal?.aborted) close();
        options.signal?.addEventListener('abort', close);
        this.closed = new Promise((resolve) => {
            this.#socket.on('close', () => {
                options.signal?.removeEventListener('abort', close);
                this.#actions.failAll(new AmiUnreachable('the connection to the PBX is gone', { cause: this.#reason }));
                resolve(this.#reason);
            });
        });
    }

    /** Sends an action and gives its response. Rejects with AmiRefused or AmiUnreachable. */
    async request(action: AmiAction): Promise<AmiMessage> {
        const [response] = await this.#send(action, 'response');
        return response ?? {};
    }

    /** Sends an action whose answer is a list of events, and gives them. Rejects as `request` does. */
    async list(action: AmiAction): Promise<AmiMessage[]> {
        const messages = await this.#send(action, 'list');
        return messages.filter((message) => !('EventList' in message));
    }

    /** Stops reading: the PBX has to keep what it has to tell. Answers to actions wait too. */
    pause(): void {
        this.#socket.pause();
    }

    resume(): void {
        this.#socket.resume();
    }

    close(): void {
        this.#socket.destroy();
    }

    #send(action: AmiAction, kind: 'response' | 'list'): Promise<AmiMessage[]> {
        if (this.#socket.destroyed) return Promise.reject(new AmiUnreachable('the connection to the PBX is gone'));
        const { id, outcome } = this.#actions.open(kind, this.#deadlineMs);
        this.#socket.write(formatAction({ ...action, ActionID: id }));
        return outcome;
    }

    #read(chunk: Buffer): void {
        const droppedBefore = this.#parser.dropped;
        for (const message of this.#parser.push(chunk))
            if (!this.#actions.take(message)) this.#options.onEvent(message);
        if (this.#parser.dropped > droppedBefore)
            this.#options.log.warn({ dropped: this.#parser.dropped }, 'messages of the PBX were too long and dropped');
    }

    /** A connection whose other end vanished looks like a quiet one until something is asked. */
    #keepAlive(): void {
        const timer = setInterval(() => {
            // while nothing is read no answer can be seen
            if (this.#socket.isPaused()) return;
            this.request({ Action: 'Ping' }).catch((error: Error) => {
                if (this.#socket.isPaused()) return;
                this.#reason ??= error;
                this.close();
            });
        }, this.#options.pingIntervalMs ?? PING_INTERVAL_MS);
        void this.closed.then(() => clearInterval(timer));
    }
}
