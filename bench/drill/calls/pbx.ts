import { setTimeout as wait } from 'node:timers/promises';
import { type CuttableProxy, startCuttableProxy } from '../../../bridge-server/test/support/cuttableProxy.ts';
import { AmiServer } from '../../../bridge-server/tools/replay/amiServer.ts';
import { answerAction } from '../../../bridge-server/tools/replay/answerAction.ts';
import { LiveChannels } from '../../../bridge-server/tools/replay/liveChannels.ts';
import type { Known, RecordedCall } from './recordedCall.ts';

/** A PBX on which recorded calls take place at the same time, with a way of its own for each replica. */
export interface Pbx {
    /** Where each replica finds it. */
    readonly ports: readonly number[];
    readonly counts: { told: number; missed: number; cuts: number };
    /**
     * Plays a call to its end. Nothing ends before a bridge `heard` that it began: what begins and ends while nobody
     * listens is not recovered (README.md, "Not there yet").
     */
    play(call: RecordedCall, heard: (known: Known) => Promise<unknown>, signal: AbortSignal): Promise<void>;
    /** Cuts the way of one replica for so long; what is told meanwhile never reaches it. */
    cut(replica: number, forMs: number, signal: AbortSignal): Promise<void>;
    close(): Promise<void>;
}

const HOST = '127.0.0.1';

export async function startPbx(replicas: number): Promise<Pbx> {
    const live = new LiveChannels();
    const server = new AmiServer((action) => answerAction(action, live, Date.now()));
    const port = await server.listen(0, HOST);
    const ways: CuttableProxy[] = [];
    for (let replica = 0; replica < replicas; replica++) ways.push(await startCuttableProxy({ host: HOST, port }));
    const isCut = new Set<number>();
    const counts = { told: 0, missed: 0, cuts: 0 };

    return {
        ports: ways.map((way) => way.port),
        counts,
        async play({ messages, gates }, heard, signal) {
            for (const [index, { message, afterMs }] of messages.entries()) {
                const known = gates.get(index);
                if (known) await heard(known);
                // what a PBX says in one breath nothing comes in between
                if (afterMs > 0) await wait(afterMs, undefined, { signal });
                live.apply(message, Date.now());
                server.broadcast(message);
                counts.told += 1;
                counts.missed += isCut.size;
            }
        },
        async cut(replica, forMs, signal) {
            if (isCut.has(replica)) return;
            isCut.add(replica);
            ways[replica]?.cut();
            counts.cuts += 1;
            await wait(forMs, undefined, { signal }).catch(() => undefined);
            ways[replica]?.mend();
            isCut.delete(replica);
        },
        async close() {
            await Promise.all(ways.map((way) => way.close()));
            await server.close();
        }
    };
}
