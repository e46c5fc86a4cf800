import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type AmiMessage, fieldOf } from '../../src/telephony/asterisk/amiMessage.ts';
import { type AgentGate, findAgentGates } from './agentGates.ts';
import { AmiServer } from './amiServer.ts';
import { answerAction } from './answerAction.ts';
import { LiveChannels } from './liveChannels.ts';
import type { CaptureMessage } from './readCapture.ts';

export interface ReplayOptions {
    readonly messages: readonly CaptureMessage[];
    /** 1 plays as fast as it was recorded, 10 ten times as fast, Infinity without waiting. */
    readonly speed: number;
    /** Whether agents answer and hang up as recorded, or when a softphone asks for it. */
    readonly agents?: 'recorded' | 'softphone';
    /** Playing pauses before each message for which this is true. */
    readonly pauseBefore?: (message: AmiMessage) => boolean;
    /** Awaited before a message is sent: what the PBX does beside telling of it. */
    readonly beforeMessage?: (message: AmiMessage) => Promise<void>;
    /** Told when a message was sent, and how many of all. */
    readonly onSent?: (sent: number, total: number) => void;
    /** Told when the recorded call waits for a softphone. */
    readonly onWaiting?: (gate: AgentGate) => void;
}

export interface ReplayServer {
    /** Resolves with the port; 0 picks a free one. */
    listen(port?: number, host?: string): Promise<number>;
    /** Resolves once a bridge is logged in. Rejects with a TimeoutError. */
    bridgeConnected(limitMs: number): Promise<void>;
    /** Plays on to the end or to the next pause, and says which. */
    play(): Promise<'end' | 'paused'>;
    /** Makes `play` pause after the message that is under way. */
    pause(): void;
    /** Back to the beginning, with nobody on the line. */
    rewind(): void;
    /** Resolves once the bridge took all that was sent. */
    drained(): Promise<void>;
    /** Cuts the bridge's connection; it may come back. */
    disconnect(): void;
    close(): Promise<void>;
    /** Every action that came, in its order. */
    readonly actions: readonly AmiMessage[];
    /** How often a bridge left. */
    readonly disconnections: number;
}

/** Plays a recorded AMI stream to every bridge that connects, and answers as the PBX would have at that moment. */
export function createReplayServer(options: ReplayOptions): ReplayServer {
    const { messages, speed } = options;
    const gates = options.agents === 'softphone' ? findAgentGates(messages.map(({ message }) => message)) : [];
    const live = new LiveChannels();
    const server = new AmiServer((action) => answerAction(action, live, Date.now()));
    const actions: AmiMessage[] = [];
    const stopped = new AbortController();
    let interrupt = new AbortController();
    let position = 0;
    let pausedAt = -1;
    let firstActionOfRound = 0;
    let disconnections = 0;

    server.on('action', (action) => actions.push(action));
    server.on('logout', () => (disconnections += 1));

    const hasCome = ({ command, channel }: AgentGate): boolean =>
        actions
            .slice(firstActionOfRound)
            .some((action) => fieldOf(action, 'Action') === command && fieldOf(action, 'Channel') === channel);

    async function passGates(signal: AbortSignal): Promise<void> {
        for (const gate of gates.filter(({ before }) => before === position)) {
            if (!hasCome(gate)) options.onWaiting?.(gate);
            while (!hasCome(gate)) await once(server, 'action', { signal });
        }
    }

    async function send({ message }: CaptureMessage): Promise<void> {
        await options.beforeMessage?.(message);
        live.apply(message, Date.now());
        server.broadcast(message);
        position += 1;
        options.onSent?.(position, messages.length);
    }

    async function playOn(signal: AbortSignal): Promise<'end' | 'paused'> {
        for (let next = messages[position]; next; next = messages[position]) {
            if (pausedAt !== position && options.pauseBefore?.(next.message)) {
                pausedAt = position;
                return 'paused';
            }
            await wait(next.afterMs / speed, undefined, { signal });
            await passGates(signal);
            await send(next);
        }
        return 'end';
    }

    return {
        actions,
        get disconnections() {
            return disconnections;
        },
        listen: (port = 0, host = '127.0.0.1') => server.listen(port, host),
        async bridgeConnected(limitMs) {
            const signal = AbortSignal.any([AbortSignal.timeout(limitMs), stopped.signal]);
            if (!server.isAnybodyThere) await once(server, 'login', { signal }).catch(() => signal.throwIfAborted());
        },
        async play() {
            interrupt = new AbortController();
            try {
                return await playOn(AbortSignal.any([interrupt.signal, stopped.signal]));
            } catch (error) {
                if (interrupt.signal.aborted || stopped.signal.aborted) return 'paused';
                throw error;
            }
        },
        pause: () => interrupt.abort(),
        rewind() {
            position = 0;
            pausedAt = -1;
            firstActionOfRound = actions.length;
            live.clear();
        },
        drained: () => server.drained(),
        disconnect: () => server.disconnect(),
        async close() {
            stopped.abort();
            await server.close();
        }
    };
}
