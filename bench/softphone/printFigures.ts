import { printBar } from '../printBar.ts';
import { median, quantile } from '../timings.ts';
import type { CpuShare } from './measureCpu.ts';
import type { Kept } from './measureHeap.ts';
import { type PaintFigures, RINGING } from './measurePaint.ts';
import type { BundleSize } from './measureSize.ts';

const BYTES_PER_KILOBYTE = 1_000;
const LISTED_BUNDLES = 10;

export function printSize(bundles: readonly BundleSize[]): void {
    const kilobytes = (bytes: number) => bytes / BYTES_PER_KILOBYTE;
    const total = bundles.reduce((sum, { bytes }) => sum + bytes, 0);
    const largest = bundles.slice(0, LISTED_BUNDLES).map(({ name, bytes }) => `${name} ${kilobytes(bytes).toFixed(1)}`);
    console.log(`${bundles.length} bundles, minified, in kB; the largest: ${largest.join(', ')}`);
    printBar({ name: 'softphone-size', figure: kilobytes(total), unit: 'kB', goal: { atMost: 80 } });
}

export function printPaint({
    untilPainted,
    untilChanged,
    countOf,
    longTasksMs,
    threadMs,
    fewestRinging
}: PaintFigures): void {
    const { rings, named, gone } = countOf;
    console.log(
        `${untilPainted.length} events while ${fewestRinging} to ${fewestRinging + 1} calls ring: ${rings} ring, ${named} get their caller's name, ${gone} end`
    );
    console.log(
        `event → elements changed: p50 ${median(untilChanged).toFixed(1)}, p99 ${quantile(untilChanged, 0.99).toFixed(1)} ms; → painted: p50 ${median(untilPainted).toFixed(1)}, p99 ${quantile(untilPainted, 0.99).toFixed(1)}, longest ${Math.max(...untilPainted).toFixed(1)} ms; ${threadMs.toFixed(1)} ms of processor time each`
    );
    printBar({ name: 'softphone-paint', figure: quantile(untilPainted, 0.99), unit: 'ms', goal: { atMost: 50 } });
    const longest = Math.max(...longTasksMs);
    console.log(`longest task: ${longTasksMs.length > 0 ? `${longest.toFixed(0)} ms` : 'none over 50 ms'}`);
    printBar({ name: 'softphone-long-tasks', figure: String(longTasksMs.length), goal: { equal: '0' } });
}

export interface CpuFigures {
    /** The softphone's page and a blank one, each at the same time. */
    readonly ringing: readonly [CpuShare, CpuShare];
    readonly talking: readonly [CpuShare, CpuShare];
}

export function printCpu(figures: CpuFigures): void {
    const rows = { [`${RINGING} ringing`]: figures.ringing, 'one talking': figures.talking };
    for (const [name, [softphone, blank]] of Object.entries(rows))
        console.log(`${name}: ${describe(softphone)}; a blank page: ${describe(blank)}`);
    for (const [name, [softphone, blank]] of Object.entries(figures))
        printBar({
            name: `softphone-idle-${name}`,
            figure: softphone.mainThread - blank.mainThread,
            unit: '%',
            goal: { atMost: 1 }
        });
}

const describe = ({ mainThread, process }: CpuShare): string =>
    `${mainThread.toFixed(2)} % of a processor, ${process.toFixed(2)} % with drawing and sound`;

export function printHeap(kept: readonly Kept[]): void {
    for (const { calls, megabytes, nodes, listeners } of kept)
        console.log(`after ${calls} calls: ${megabytes.toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners`);
    const [first, last] = [kept[0], kept.at(-1)];
    if (!first || !last) return;
    const growth = (before: number, after: number) => 100 * (after / before - 1);
    printBar({
        name: 'softphone-heap-growth',
        figure: growth(first.megabytes, last.megabytes),
        unit: '%',
        goal: { atMost: 10 }
    });
    printBar({
        name: 'softphone-nodes-growth',
        figure: growth(first.nodes, last.nodes),
        unit: '%',
        goal: { atMost: 10 }
    });
}
