import type { Logger } from 'pino';
import type { CallEvent } from '../../../contract/callEvent.ts';
import type { Instant } from '../../../contract/instant.ts';
import type { AgentOf } from '../agentPhone.ts';
import type { CallLog } from './callLog.ts';
import { catchUpWindow, type LastSeen } from './catchUpWindow.ts';
import { gatherCalls, type LoggedCall } from './gatherCalls.ts';
import { recoverCall } from './recoverCall.ts';

export interface CatchUpOptions {
    readonly callLog: CallLog;
    /** What is stored of this telephony side. */
    readonly lastSeen: () => Promise<LastSeen>;
    /** Which of these events are stored. */
    readonly storedKeys: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
    readonly agentOf: AgentOf;
    /** Takes the events of one call after the other, in their order; awaited, so that it can make the log wait. */
    readonly deliver: (event: CallEvent) => Promise<void> | void;
    /** The snapshot that will be told next: when it was taken, and the Linkedids of all that lived. */
    readonly snapshot: { readonly takenAt: Instant; readonly linkedids: ReadonlySet<string> };
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
 * be read is warned of, and what was missed stays missed. Rejects when what is stored cannot be asked for.
 */
export async function catchUp(options: CatchUpOptions): Promise<void> {
    const { callLog, lastSeen, snapshot, log } = options;
    const window = catchUpWindow(await lastSeen(), snapshot.takenAt);
    if (!window) return;
    const { missedFrom, readFrom, isCut } = window;
    if (isCut) log.warn({ readFrom, missedFrom }, 'calls of more than a day ago are not recovered');
    try {
        const told = await tellMissed(callLog.since(readFrom), missedFrom, options);
        log.info({ readFrom, ...told }, 'read the call log of the PBX');
    } catch (error) {
        if (error instanceof StoreAway) throw error.cause;
        log.warn({ err: error }, 'the call log of the PBX cannot be read: calls that nobody saw are not recovered');
    }
}

async function tellMissed(
    records: ReturnType<CallLog['since']>,
    missedFrom: Instant,
    { storedKeys, agentOf, deliver, snapshot, signal }: CatchUpOptions
): Promise<{ calls: number; events: number }> {
    let [calls, events] = [0, 0];
    for await (const call of gatherCalls(records)) {
        if (signal?.aborted) break;
        const isMissed = mayBeMissed(call, missedFrom) && !isYoungerThan(snapshot, call);
        const missed = isMissed ? markRecovered(recoverCall(call.records, agentOf)) : [];
        // most of what the log has was seen; to store it once more would only cost time
        const stored = await storedKeys(missed.map(({ key }) => key)).catch((cause: unknown) => {
            throw new StoreAway('what is stored cannot be asked for', { cause });
        });
        const unseen = missed.filter(({ key }) => !stored.has(key));
        for (const event of unseen) await deliver(event);
        calls += unseen.length > 0 ? 1 : 0;
        events += unseen.length;
    }
    return { calls, events };
}

const mayBeMissed = ({ records }: LoggedCall, missedFrom: Instant): boolean =>
    records.some(({ time }) => time * 1000 >= Date.parse(missedFrom));

/** The clocks of the PBX and of the bridge may differ by so much. */
const SKEW_MS = 10_000;

/** What began after the snapshot and lives is seen live: it is not in the snapshot, and must not pass for vanished. */
const isYoungerThan = ({ takenAt, linkedids }: CatchUpOptions['snapshot'], { records, isOver }: LoggedCall): boolean =>
    !isOver &&
    (records[0]?.time ?? 0) * 1000 > Date.parse(takenAt) - SKEW_MS &&
    !records.some(({ linkedid }) => linkedids.has(linkedid));

/** A call that still lives is seen live from now on. */
function markRecovered(events: readonly CallEvent[]): CallEvent[] {
    const over = new Set(events.filter(({ type }) => type === 'callEnded').map(({ callId }) => callId));
    return events.map((event) =>
        over.has(event.callId) ? { ...event, facts: { ...event.facts, recovered: true } } : event
    );
}
