import type { CallView } from '../../bridge-server/src/contract/agentApi.ts';
import type { PlayedCalls } from './pageApi.ts';
import type { MeasuredPage } from './softphonePage.ts';

/** What a page keeps once its garbage is collected. */
export interface Kept {
    readonly calls: number;
    readonly megabytes: number;
    readonly nodes: number;
    readonly listeners: number;
}

/** The heap is measured when so many calls have come and gone, in all: first when the day's list is full (`softphoneState/historyCalls.ts`). */
const MEASURED_AFTER = [2_000, 5_000, 10_000];
const BYTES_PER_MEGABYTE = 1e6;
const PATIENCE_MS = 120_000;

/**
 * Calls come and go in the page itself (`page/playCalls.ts`), as fast as it takes them: the bridge, which signed the
 * agent in and whose stream stays open, would take much longer.
 */
export async function measureHeap(page: MeasuredPage, openedCase: CallView['case']): Promise<Kept[]> {
    const kept: Kept[] = [];
    let first = 0;
    for (const calls of MEASURED_AFTER) {
        const played: PlayedCalls = { first, count: calls - first, case: openedCase };
        await withLimit(page.page.evaluate(`playCalls(${JSON.stringify(played)})`), calls);
        kept.push({ calls, ...(await readKept(page)) });
        first = calls;
    }
    return kept;
}

async function readKept({ browserView }: MeasuredPage): Promise<Omit<Kept, 'calls'>> {
    // what a first collection finalises a second one frees
    for (let collection = 0; collection < 2; collection += 1) await browserView.send('HeapProfiler.collectGarbage');
    const { usedSize } = await browserView.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await browserView.send('Memory.getDOMCounters');
    return { megabytes: usedSize / BYTES_PER_MEGABYTE, nodes, listeners: jsEventListeners };
}

async function withLimit(playing: Promise<unknown>, calls: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error(`The page did not take ${calls} calls in time.`)), PATIENCE_MS);
    });
    await Promise.race([playing, limit]).finally(() => clearTimeout(timer));
}
