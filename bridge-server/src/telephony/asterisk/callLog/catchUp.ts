import type { Logger } from 'pino';
import type { CallEvent } from '../../../contract/callEvent.ts';
import type { Instant } from '../../../contract/instant.ts';
import type { AgentOf } from '../agentPhone.ts';
import type { CallLog } from './callLog.ts';
import { catchUpWindow, type LastSeen } from './catchUpWindow.ts';
import { gatherCalls, type LoggedCall } from './gatherCalls.ts';
import { recoverCall } from './recoverCall.ts';
import { unseenOf } from './unseenEvents.ts';

export interface CatchUpOptions {
    readonly callLog: CallLog;
    /** What is stored of this telephony side. */
    readonly lastSeen: () => Promise<LastSeen>;
    /** Which of these events are stored. */
    readonly storedKeys: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
    readonly agentOf: AgentOf;
    /** Takes the events of one call after the other, in their order; awaited, so that it can make the log wait. */
    readonly deliver: (event: CallEvent) => Promise<void> | void;
    /** With which the connection began: when it was taken, and the Linkedids of all that lived. */
    readonly snapshot: { readonly takenAt: Instant; readonly linkedids: ReadonlySet<string> };
    /** The snapshot was told already, so what lives, and what began after it, is seen live. */
    readonly isLate?: boolean;
    readonly log: Logger;
    /** Ends the reading. */
    readonly signal?: AbortSignal;
}

/** Not the log's fault: asked again with the next connection, nothing is lost. */
class StoreAway extends Error {
    override readonly name = 'StoreAway';
}

/**
 * Tells, from the PBX's own log, of the calls that happened while nobody listened, before the snapshot ends what is
 * gone. Every event has the key that its live twin has or would have had, so that none counts twice. A log that cannot
 * be read is warned of. Rejects when what is stored cannot be asked for.
 *
 * @returns whether everything up to the snapshot was told: false for a log that could not be read to its end
 */
export async function catchUp(options: CatchUpOptions): Promise<boolean> {
    const { callLog, lastSeen, snapshot, log, signal } = options;
    const window = catchUpWindow(await lastSeen(), snapshot.takenAt);
    if (!window) return true;
    const { missedFrom, readFrom, isCut } = window;
    if (isCut) log.warn({ readFrom, missedFrom }, 'calls of more than a day ago are not recovered');
    try {
        const told = await tellMissed(callLog.since(readFrom), missedFrom, options);
        log.info({ readFrom, ...told }, 'read the call log of the PBX');
        return signal?.aborted !== true;
    } catch (error) {
        if (error instanceof StoreAway) throw error.cause;
        log.warn({ err: error }, 'the call log of the PBX cannot be read: calls that nobody saw are not recovered yet');
        return false;
    }
}

async function tellMissed(
    records: ReturnType<CallLog['since']>,
    missedFrom: Instant,
    options: CatchUpOptions
): Promise<{ calls: number; events: number }> {
    const { deliver, signal } = options;
    let [calls, events] = [0, 0];
    for await (const unseen of unseenOf(missedCalls(records, missedFrom, options), storedKeysOf(options))) {
        if (signal?.aborted) break;
        for (const event of unseen) await deliver(event);
        calls += 1;
        events += unseen.length;
    }
    return { calls, events };
}

/** The events of each call of which something may have been missed. */
async function* missedCalls(
    records: ReturnType<CallLog['since']>,
    missedFrom: Instant,
    options: CatchUpOptions
): AsyncGenerator<CallEvent[]> {
    const { agentOf, snapshot, signal } = options;
    for await (const call of gatherCalls(records)) {
        if (signal?.aborted) return;
        if (mayBeMissed(call, missedFrom) && !isSeenLive(call, options))
            yield markRecovered(recoverCall(call.records, agentOf), call, snapshot.takenAt);
    }
}

const storedKeysOf =
    ({ storedKeys }: CatchUpOptions): CatchUpOptions['storedKeys'] =>
    (keys) =>
        storedKeys(keys).catch((cause: unknown) => {
            throw new StoreAway('what is stored cannot be asked for', { cause });
        });

const mayBeMissed = ({ records }: LoggedCall, missedFrom: Instant): boolean =>
    records.some(({ time }) => time * 1000 >= Date.parse(missedFrom));

/** The clocks of the PBX and of the bridge may differ by so much. */
const SKEW_MS = 10_000;

/** What began after the snapshot and lives is not in the snapshot, and must not pass for vanished. */
function isSeenLive({ records, isOver }: LoggedCall, { snapshot, isLate = false }: CatchUpOptions): boolean {
    const { takenAt, linkedids } = snapshot;
    const ageMs = Date.parse(takenAt) - (records[0]?.time ?? 0) * 1000;
    if (isLate) return !isOver || ageMs < -SKEW_MS;
    return !isOver && ageMs < SKEW_MS && !records.some(({ linkedid }) => linkedids.has(linkedid));
}

/** Nobody saw a call that was over before the snapshot was taken; the end of any other is seen live. */
function markRecovered(events: readonly CallEvent[], { records, isOver }: LoggedCall, takenAt: Instant): CallEvent[] {
    if (!isOver || records.some(({ time }) => time * 1000 > Date.parse(takenAt))) return [...events];
    const over = new Set(events.filter(({ type }) => type === 'callEnded').map(({ callId }) => callId));
    return events.map((event) =>
        over.has(event.callId) ? { ...event, facts: { ...event.facts, recovered: true } } : event
    );
}
