import { setTimeout as wait } from 'node:timers/promises';
import { pseudoRandom } from '../../local-org/src/faults/pseudoRandom.ts';
import { residentMegabytes } from '../processMemory.ts';
import { listen } from './listener.ts';

export interface Listening {
    readonly listeners: number;
    /** How many heard the whole recording. */
    readonly heardAll: number;
    readonly seconds: number;
    /** Resident memory of the bridge, in MB. */
    readonly before: number;
    readonly peak: number;
}

const LISTENERS = 100;
const BYTES_PER_SECOND = 2 * 1024 * 1024;
const LOOK_EVERY_MS = 400;

/** So many people hear one recording at once, while somebody looks at the bridge's memory. */
export async function measureListeners(url: string, bytes: number, bridgeProcessId: number): Promise<Listening> {
    const before = residentMegabytes(bridgeProcessId);
    let peak = before;
    let isOver = false;
    const watching = (async () => {
        while (!isOver) {
            peak = Math.max(peak, residentMegabytes(bridgeProcessId));
            await wait(LOOK_EVERY_MS);
        }
    })();
    const startedMs = performance.now();
    try {
        const heard = await Promise.all(
            Array.from({ length: LISTENERS }, (_, index) =>
                listen({ url, bytes, bytesPerSecond: BYTES_PER_SECOND, random: pseudoRandom(index) })
            )
        );
        return {
            listeners: LISTENERS,
            heardAll: heard.filter((count) => count === bytes).length,
            seconds: (performance.now() - startedMs) / 1000,
            before,
            peak
        };
    } finally {
        isOver = true;
        await watching;
    }
}
