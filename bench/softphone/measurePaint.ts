import { setTimeout as wait } from 'node:timers/promises';
import { pseudoRandom } from '../../local-org/src/faults/pseudoRandom.ts';
import type { Timings } from '../timings.ts';
import { readSeconds } from './measureCpu.ts';
import type { ProbeFigures, SeenEvent } from './pageApi.ts';
import type { RingingCalls } from './ringingCalls.ts';
import { type MeasuredPage, waitForProbe } from './softphonePage.ts';

export interface PaintFigures {
    /** From the bytes of an event being given to the page to the frame that shows it, ms. */
    readonly untilPainted: Timings;
    /** The part of it until the elements have changed, ms. */
    readonly untilChanged: Timings;
    readonly countOf: Readonly<Record<SeenEvent['what'], number>>;
    readonly longTasksMs: Timings;
    /** Processor time of the page's thread for each event, ms: what else the machine does is not in it. */
    readonly threadMs: number;
    /** The fewest rows that the list had. */
    readonly fewestRinging: number;
}

/** So many ring all the time. */
export const RINGING = 50;
/** Each brings a row, its caller's name and the end of another row. */
const CHANGES = 120;
/** Calls come and go as they do, each by itself (a Poisson process): ten webhooks a second. */
const MEAN_GAP_MS = 100;
const MS_PER_SECOND = 1_000;
const SEED = 5;
/** What every customer's name begins with. */
const NAME = 'Contato Número';

/**
 * From the stream to the screen, with 50 calls ringing all the while; `page/probe.ts` takes the times in the page.
 *
 * Counted: reading the bytes, the softphone's work, LWC's rendering, styles and layout, and waiting for the next frame
 * (up to 16.7 ms, as a screen shows 60 a second), up to the end of that frame on the page's thread. Not counted: what
 * lies before, in the bridge and on the network; bytes that wait because the page's thread is busy (what keeps it busy
 * for more than 50 ms is a long task); and what lies behind, where the browser draws the frame outside of the page.
 * Each event is looked for by itself: the row of its call has come, carries the caller's name, or has gone.
 */
export async function measurePaint(page: MeasuredPage, calls: RingingCalls): Promise<PaintFigures> {
    while (calls.count < RINGING) await calls.ring();
    await waitForProbe(page, isSettled);
    await page.page.evaluate('softphoneProbe.reset()');
    const before = await readSeconds(page);

    const random = pseudoRandom(SEED);
    const pause = () => wait(-Math.log(1 - random()) * MEAN_GAP_MS);
    let fewestRinging = calls.count;
    for (let change = 0; change < CHANGES; change += 1) {
        await calls.ring();
        await pause();
        await calls.endOldest();
        fewestRinging = Math.min(fewestRinging, calls.count);
        await pause();
    }
    const { seen, longTasksMs } = await waitForProbe(page, isSettled);
    const after = await readSeconds(page);
    const countOf = { rings: 0, named: 0, gone: 0 };
    for (const { what } of seen) countOf[what] += 1;
    return {
        untilPainted: seen.map(({ deliveredMs, paintedMs }) => paintedMs - deliveredMs),
        untilChanged: seen.map(({ deliveredMs, changedMs }) => changedMs - deliveredMs),
        countOf,
        longTasksMs,
        threadMs: (MS_PER_SECOND * (after.thread - before.thread)) / seen.length,
        fewestRinging
    };
}

/** Everything that was told is on screen, the callers' names too. */
const isSettled = ({ rows, awaited }: ProbeFigures): boolean =>
    awaited === 0 && rows.length === RINGING && rows.every((row) => row.includes(NAME));
