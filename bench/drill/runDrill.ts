import { createBridgeLogs } from './bridgeLogs.ts';
import type { DrillArguments } from './drillArguments.ts';
import type { DrillOutcome } from './report.ts';
import { type PartResult, runPart } from './runPart.ts';
import { measureTakeover } from './takeover.ts';

const CALLS_PER_SECOND = 22;
/** Short runs too have time for each kind of trouble. */
const SHORTEST_LOAD_MS = 12_000;
/** Of the calls, when both parts run. */
const SHARE_OF_SINGLE = 0.25;
const MINUTE_MS = 60_000;

/**
 * Runs the parts at the same time, each with an org and a PostgreSQL of its own. Rejects when a part of the drill itself
 * fails, once everything is stopped and cleaned up.
 */
export async function runDrill(drill: DrillArguments, interrupted: AbortSignal): Promise<DrillOutcome> {
    const beganMs = Date.now();
    const failed = new AbortController();
    const signal = AbortSignal.any([interrupted, failed.signal]);
    const logs = createBridgeLogs();
    const readLine = (part: string) => (process: string, line: string) => {
        if (process.startsWith('bridge')) logs.read(line);
        if (drill.verbose) console.log(`[${part} ${process}] ${line}`);
    };
    const seconds = () => String(Math.round((Date.now() - beganMs) / 1000)).padStart(4);

    const parts = drill.parts.map((replicas) => {
        const name = replicas === 1 ? 'one replica' : 'two replicas';
        const told: PromiseWithResolvers<void> = Promise.withResolvers();
        const result = runPart({
            name: replicas === 1 ? 'one' : 'two',
            replicas,
            seed: drill.seed,
            calls: callsOf(replicas, drill),
            loadMs: Math.max(SHORTEST_LOAD_MS, (drill.calls / CALLS_PER_SECOND) * 1000),
            deadlineMs: beganMs + drill.limitMinutes * MINUTE_MS,
            onLine: readLine(name),
            onTold: told.resolve,
            say: (line) => console.log(`${seconds()} s  ${name}: ${line}`),
            signal
        });
        return { name, told: Promise.race([told.promise, result]), result };
    });
    // when the parts only wait for the last records: their load would be measured too
    const measured = Promise.all(parts.map(({ told }) => told)).then(() =>
        drill.parts.includes(2) ? measureTakeover({ seed: drill.seed, signal, onLine: readLine('takeover') }) : []
    );

    const running: readonly Promise<unknown>[] = [measured, ...parts.map(({ result }) => result)];
    for (const each of running) each.catch((error: unknown) => failed.abort(error));
    await Promise.allSettled(running);
    signal.throwIfAborted();
    const results = new Map<string, PartResult>();
    for (const { name, result } of parts) results.set(name, await result);
    return { parts: results, takeoverMs: await measured, logs, tookMs: Date.now() - beganMs };
}

function callsOf(replicas: 1 | 2, { calls, parts }: DrillArguments): number {
    if (parts.length === 1) return calls;
    const single = Math.round(calls * SHARE_OF_SINGLE);
    return replicas === 1 ? single : calls - single;
}
