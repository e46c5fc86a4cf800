import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { AmiMessage } from '../../bridge-server/src/telephony/asterisk/amiMessage.ts';
import { AmiServer } from '../../bridge-server/tools/replay/amiServer.ts';
import { answerAction } from '../../bridge-server/tools/replay/answerAction.ts';
import { LiveChannels } from '../../bridge-server/tools/replay/liveChannels.ts';
import type { TimedMessage } from './queueCall.ts';

/** The recorded PBX, with many calls at once. */
export interface BenchPbx {
    readonly port: number;
    /** Resolves once a bridge is logged in. */
    bridgeConnected(): Promise<void>;
    /** Sends each message at its moment, with nobody on the line before. Resolves once the bridges took the last. */
    play(messages: readonly TimedMessage[], onSending: (message: AmiMessage) => void): Promise<void>;
    close(): Promise<void>;
}

const CONNECT_LIMIT_MS = 10_000;

/** Unlike the replay server it keeps to the clock: what Asterisk sent within a millisecond goes out together. */
export async function startBenchPbx(): Promise<BenchPbx> {
    const live = new LiveChannels();
    const server = new AmiServer((action) => answerAction(action, live, Date.now()));
    const port = await server.listen(0, '127.0.0.1');
    return {
        port,
        async bridgeConnected() {
            if (!server.isAnybodyThere) await once(server, 'login', { signal: AbortSignal.timeout(CONNECT_LIMIT_MS) });
        },
        async play(messages, onSending) {
            live.clear();
            const startedMs = performance.now();
            for (const { atMs, message } of messages) {
                const earlyMs = startedMs + atMs - performance.now();
                if (earlyMs > 0) await wait(earlyMs);
                live.apply(message, Date.now());
                onSending(message);
                server.broadcast(message);
            }
            await server.drained();
        },
        close: () => server.close()
    };
}
