import { EventEmitter, once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type AmiMessage, fieldOf } from '../../src/telephony/asterisk/amiMessage.ts';
import { AmiParser } from '../../src/telephony/asterisk/amiParser.ts';
import { formatMessage } from '../../src/telephony/asterisk/formatAction.ts';

/** The blocks that answer an action, without its ActionID. */
export type Answer = (action: AmiMessage) => readonly AmiMessage[];

const BANNER = 'Asterisk Call Manager/11.0.0\r\n';

interface ServerEvents {
    /** A client logged in. */
    login: [];
    /** A client that was logged in is gone. */
    logout: [];
    /** An action came and was answered. */
    action: [AmiMessage];
}

/** The server side of AMI: any user name and secret are let in, every event goes to everybody who is. */
export class AmiServer extends EventEmitter<ServerEvents> {
    readonly #server: Server;
    readonly #sockets = new Set<Socket>();
    readonly #listening = new Set<Socket>();
    readonly #answer: Answer;

    constructor(answer: Answer) {
        super();
        this.#answer = answer;
        this.#server = createServer((socket) => this.#serve(socket));
    }

    /** Resolves with the port; 0 picks a free one. Rejects when it is taken. */
    async listen(port: number, host: string): Promise<number> {
        this.#server.listen(port, host);
        await once(this.#server, 'listening');
        return (this.#server.address() as AddressInfo).port;
    }

    get isAnybodyThere(): boolean {
        return this.#listening.size > 0;
    }

    broadcast(message: AmiMessage): void {
        const bytes = formatMessage(message);
        for (const socket of this.#listening) socket.write(bytes);
    }

    /** Resolves once the clients took all that was sent to them. */
    async drained(): Promise<void> {
        await Promise.all([...this.#listening].map(taken));
    }

    /** Cuts every connection, as a network or a restarting PBX does. */
    disconnect(): void {
        for (const socket of this.#sockets) socket.destroy();
    }

    async close(): Promise<void> {
        if (!this.#server.listening) return;
        const closed = once(this.#server, 'close');
        this.#server.close();
        this.disconnect();
        await closed;
    }

    #serve(socket: Socket): void {
        const parser = new AmiParser();
        this.#sockets.add(socket);
        socket.setNoDelay(true);
        socket.write(BANNER);
        socket.on('data', (chunk: Buffer) => {
            for (const action of parser.push(chunk)) this.#handle(socket, action);
        });
        // what broke the connection is told by its end
        socket.on('error', () => undefined);
        socket.on('close', () => {
            this.#sockets.delete(socket);
            if (this.#listening.delete(socket)) this.emit('logout');
        });
    }

    #handle(socket: Socket, action: AmiMessage): void {
        const name = fieldOf(action, 'Action').toLowerCase();
        const isLogin = name === 'login';
        const isAllowed = isLogin || this.#listening.has(socket);
        const answers = isAllowed ? this.#answer(action) : [{ Response: 'Error', Message: 'Permission denied' }];
        const id = fieldOf(action, 'ActionID');
        for (const answer of answers) {
            const [[first, value] = ['Response', ''], ...rest] = Object.entries(answer);
            socket.write(formatMessage({ [first]: value, ...(id && { ActionID: id }), ...Object.fromEntries(rest) }));
        }
        if (isLogin) this.#listening.add(socket);
        this.emit('action', action);
        if (isLogin) this.emit('login');
        if (name === 'logoff') socket.end();
    }
}

/** The call-back of a write comes after everything written before it, and also when the connection breaks. */
const taken = (socket: Socket): Promise<void> => new Promise((resolve) => void socket.write('', () => resolve()));
