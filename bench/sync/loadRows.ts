import { residentMegabytes } from '../processMemory.ts';
import { median, quantile, type Timings } from '../timings.ts';
import type { BenchOrg } from '../stack/benchOrg.ts';
import { runCallLoad } from './callLoad.ts';
import type { LatencyRecorder } from '../latencyRecorder.ts';
import type { Subject } from './subjects.ts';
import { createWebhookSender } from './webhookSender.ts';

/** How many calls a second, and for how long. */
export interface LoadRate {
    readonly callsPerSecond: number;
    readonly seconds: number;
    /** Which of the org's contacts calls first: no two rates up to 50 calls/s share a caller. */
    readonly firstCaller: number;
}

export const LOAD_RATES: readonly LoadRate[] = [
    { callsPerSecond: 1, seconds: 60, firstCaller: 0 },
    { callsPerSecond: 10, seconds: 30, firstCaller: 60 },
    { callsPerSecond: 50, seconds: 20, firstCaller: 360 },
    { callsPerSecond: 200, seconds: 15, firstCaller: 1360 }
];

export const CALLERS = 2_000;

export interface LoadRow {
    readonly subject: Subject['name'];
    readonly callsPerSecond: number;
    readonly calls: number;
    readonly mostAtOnce: number;
    readonly apiCallsPerCall: number;
    /** Answer → Case known, in ms. */
    readonly timings: Timings;
    /** Calls whose Case no softphone ever got to know. */
    readonly missing: number;
    readonly megabytes: number;
}

const SETTLE_LIMIT_MS = 60_000;

/** Puts a bridge under one load, and waits until Salesforce has everything of it. */
export async function measureLoad(
    subject: Subject,
    org: BenchOrg,
    agents: readonly string[],
    { callsPerSecond, seconds, firstCaller }: LoadRate,
    recorder: LatencyRecorder
): Promise<LoadRow> {
    const sender = createWebhookSender(subject.url);
    await org.clearCalls();
    const { calls, mostAtOnce } = await runCallLoad({
        callsPerSecond,
        seconds,
        seed: callsPerSecond,
        agents,
        firstCaller,
        callers: CALLERS,
        tell: sender.tell,
        onAnswering: recorder.begin
    });
    await subject.settled(SETTLE_LIMIT_MS);
    sender.close();
    return {
        subject: subject.name,
        callsPerSecond,
        calls,
        mostAtOnce,
        apiCallsPerCall: (await org.countCalls()) / calls,
        timings: recorder.timings,
        missing: recorder.missing,
        megabytes: residentMegabytes(subject.processId)
    };
}

export function printLoadRow(row: LoadRow): void {
    const { subject, callsPerSecond, calls, mostAtOnce, apiCallsPerCall, timings, missing, megabytes } = row;
    const known =
        timings.length > 0
            ? `answer → Case known p50 ${median(timings).toFixed(0)} ms, p99 ${quantile(timings, 0.99).toFixed(0)} ms`
            : 'no Case became known';
    console.log(
        [
            `${String(callsPerSecond).padStart(3)} calls/s, ${subject.padEnd(5)}: ${apiCallsPerCall.toFixed(2)} API calls a call`,
            known,
            `${calls} calls, ${mostAtOnce} at once`,
            ...(missing > 0 ? [`${missing} WITHOUT A CASE`] : []),
            `${megabytes.toFixed(0)} MB`
        ].join('; ')
    );
}
