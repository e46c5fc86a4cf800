import { pseudoRandom } from '../../local-org/src/faults/pseudoRandom.ts';
import { median, quantile, type Timings } from '../timings.ts';
import { createRangeReader } from './rangeReader.ts';

export interface Seeks {
    readonly ours: Timings;
    readonly bare: Timings;
    /** Of the same place in the recording: the bridge's first byte by that of the bare server. */
    readonly ratios: readonly number[];
}

const WARM_UP_SEEKS = 300;
const SEEKS = 3_000;
/** What a player reads at once. */
const RANGE_BYTES = 64 * 1024;
const SEED = 7;

/**
 * Seeks to places drawn at random, each at both servers, one after the other and in turns first: whatever else the
 * machine does meanwhile falls on both alike.
 */
export async function measureSeeks(ourUrl: string, bareUrl: string, bytes: number): Promise<Seeks> {
    const random = pseudoRandom(SEED);
    const readers = { ours: createRangeReader(ourUrl), bare: createRangeReader(bareUrl) };
    const ours: number[] = [];
    const bare: number[] = [];
    try {
        for (let seek = 0; seek < WARM_UP_SEEKS + SEEKS; seek++) {
            const start = Math.floor(random() * (bytes - RANGE_BYTES));
            const times = { ours: 0, bare: 0 };
            const order = seek % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
            for (const name of order) times[name] = await readers[name].firstByteMs(start, start + RANGE_BYTES - 1);
            if (seek < WARM_UP_SEEKS) continue;
            ours.push(times.ours);
            bare.push(times.bare);
        }
    } finally {
        readers.ours.close();
        readers.bare.close();
    }
    return { ours, bare, ratios: ours.map((ms, index) => ms / (bare[index] ?? Number.NaN)) };
}

export function printSeeks({ ours, bare }: Seeks): void {
    for (const [name, timings] of Object.entries({ ours, bare }))
        console.log(
            `seek to first byte, ${name}: median ${median(timings).toFixed(3)} ms, 95% below ${quantile(timings, 0.95).toFixed(3)} ms, of ${timings.length}`
        );
}
