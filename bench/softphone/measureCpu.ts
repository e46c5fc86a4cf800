import { setTimeout as wait } from 'node:timers/promises';
import { holdConsole, type MeasuredPage } from './softphonePage.ts';

/** Of one processor, 0 to 100. */
export interface CpuShare {
    /** The page's thread: timers and all that they lead to but drawing, so scripts, styles and layout. */
    readonly mainThread: number;
    /** The page's whole process: with drawing, which no graphics card does here, garbage collection and sound. */
    readonly process: number;
}

/** Until what was asked of the org before has been answered and drawn. */
const SETTLING_MS = 3_000;
const MEASURED_MS = 20_000;
const MS_PER_SECOND = 1_000;

/** What both pages cost when they are left alone for 20 s. Each has a process of its own. */
export async function measureCpu(softphone: MeasuredPage, blank: MeasuredPage): Promise<[CpuShare, CpuShare]> {
    const release = await holdConsole(softphone);
    await wait(SETTLING_MS);
    const shares = await Promise.all([measureShare(softphone), measureShare(blank)]);
    await release();
    return shares;
}

async function measureShare(page: MeasuredPage): Promise<CpuShare> {
    const before = await readSeconds(page);
    await wait(MEASURED_MS);
    const after = await readSeconds(page);
    const wallSeconds = (after.readAtMs - before.readAtMs) / MS_PER_SECOND;
    return {
        mainThread: (100 * (after.thread - before.thread)) / wallSeconds,
        process: (100 * (after.process - before.process)) / wallSeconds
    };
}

/** Processor time so far. */
export interface Seconds {
    readonly thread: number;
    readonly process: number;
    readonly readAtMs: number;
}

/** What its page has cost since it was opened. */
export async function readSeconds({ browserView }: MeasuredPage): Promise<Seconds> {
    const { metrics } = await browserView.send('Performance.getMetrics');
    const read = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return { thread: read('ThreadTime'), process: read('ProcessTime'), readAtMs: performance.now() };
}
