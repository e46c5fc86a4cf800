import type { ClaimedRecording, FailedCopy, RecordingCopy } from '../../../src/calls/recording.ts';
import type { CallEvent } from '../../../src/contract/callEvent.ts';
import type { Store } from '../../../src/store/openStore.ts';
import { event } from '../../calls/story.ts';
import { queryDatabase } from '../../support/databaseClient.ts';
import type { TestDatabase } from '../../support/databaseProxy.ts';

/** A new database for each test costs more than emptying one. */
export const forgetRecordings = (address: TestDatabase) =>
    queryDatabase(address, 'TRUNCATE recording_sweeps, recording_holds, recordings, legs, call_events, calls');

export const LEASE_MS = 60_000;
export const DAY_MS = 86_400_000;

export const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

interface ToldCall {
    /** Null: it is not over. */
    readonly endedMsAgo?: number | null;
    readonly names?: readonly string[];
}

/** An event of the call `test:NUMBER`. */
export const eventOf = (number: string, type: CallEvent['type'], at: string, details: Record<string, unknown> = {}) =>
    ({
        ...event(type, 0, details),
        callId: `test:${number}`,
        at,
        key: `${number} ${type} ${at} ${String(details['name'])}`
    }) as CallEvent;

/** Tells of a call with the protocol `P-NUMBER` and of its recordings. */
export async function tellCall(
    store: Store,
    number: string,
    { endedMsAgo = 60_000, names = ['audio'] }: ToldCall = {}
) {
    const endedAt = ago(endedMsAgo ?? 0);
    const startedAt = ago((endedMsAgo ?? 0) + 30_000);
    await store.recordEvent(eventOf(number, 'callArrived', startedAt, { facts: { protocol: `P-${number}` } }));
    for (const name of names)
        await store.recordEvent(
            eventOf(number, 'recordingReady', endedAt, { name: `${name}-${number}`, format: 'wav' })
        );
    if (endedMsAgo !== null) await store.recordEvent(eventOf(number, 'callEnded', endedAt));
    return { startedAt, endedAt };
}

/** Whatever was told of a call long after its end was told at its end. */
export const backdateTold = (address: TestDatabase) =>
    queryDatabase(
        address,
        `UPDATE recordings SET told_at = ended_at, kept_since = ended_at FROM calls
         WHERE calls.id = call_id AND ended_at < now() - interval '7 days'`
    );

export async function claimOne(store: Store): Promise<ClaimedRecording> {
    const [claimed] = await store.recordings.queue.claim(1, LEASE_MS);
    if (!claimed) throw new Error('No recording is due');
    return claimed;
}

export const copyOf = ({ id, day }: Pick<ClaimedRecording, 'id' | 'day'>): RecordingCopy => ({
    source: 'folder',
    file: `${day.replaceAll('-', '/')}/${id}.wav`,
    bytes: 5_000_000_000,
    sha256: 'ab'.repeat(32),
    durationMs: 61_000,
    peaks: [0, 50, 100],
    whole: true
});

export const absent: FailedCopy = {
    code: 'absent',
    message: 'folder: no such file',
    retryInMs: 0,
    countsAsAttempt: true,
    partial: null
};

/** Resolves to the recordings of `P-NUMBER`. */
export async function recordingsOf(store: Store, number: string) {
    const found = await store.recordings.ofProtocol(`P-${number}`);
    if (!found) throw new Error(`No call has the protocol P-${number}`);
    return found.recordings;
}
