import { type Call, sourceOf } from './calls/call.ts';
import { reconcileSnapshot } from './calls/reconcileSnapshot.ts';
import type { CallEvent } from './contract/callEvent.ts';
import type { Metrics } from './metrics.ts';
import type { Store } from './store/openStore.ts';
import type { TelephonySink } from './telephony/telephonyAdapter.ts';

interface EventIntakeOptions {
    readonly store: Pick<Store, 'recordEvent' | 'calls' | 'storedKeys'>;
    readonly metrics: Metrics;
    /** Told after an event was stored, before the telephony side gets its acknowledgement. */
    readonly onCallChanged: (call: Call, changeId: number) => void;
    /** Told once of a call whose telephony side gave it no protocol, with the one that it was given. */
    readonly onProtocolIssued: (callId: string, protocol: string) => void;
}

/** The way in: stores what the telephony sides tell, each call's events in their order, and passes the change on. */
export function createEventIntake({
    store,
    metrics,
    onCallChanged,
    onProtocolIssued
}: EventIntakeOptions): TelephonySink {
    const lanes = new Map<string, Promise<void>>();

    /** Events of one call wait for one another; those of different calls do not. */
    function inOrder(callId: string, record: () => Promise<void>): Promise<void> {
        const before = lanes.get(callId) ?? Promise.resolve();
        const done = before.then(record);
        const settled = done.catch(() => undefined);
        lanes.set(callId, settled);
        void settled.then(() => {
            if (lanes.get(callId) === settled) lanes.delete(callId);
        });
        return done;
    }

    async function record(event: CallEvent): Promise<void> {
        const outcome = await store.recordEvent(event);
        metrics.eventRecorded(sourceOf(event.callId), outcome.kind);
        if (outcome.kind !== 'stored') return;
        const { call, changeId, version } = outcome.stored;
        onCallChanged(call, changeId);
        if (version === 1 && !call.recovered && call.protocol !== null && call.protocol !== event.facts.protocol)
            onProtocolIssued(call.id, call.protocol);
    }

    const take = (event: CallEvent): Promise<void> => inOrder(event.callId, () => record(event));

    /** Stops at the first that cannot be stored: what follows must not come before it. */
    async function takeInTurn(events: readonly CallEvent[]): Promise<void> {
        for (const event of events) await take(event);
    }

    return {
        event: take,
        async snapshot(source, calls, takenAt) {
            const open = await store.calls.openCalls(source);
            const events = reconcileSnapshot(open, calls, takenAt);
            // most of what lives is known, and live events wait for this
            const stored = await store.storedKeys(events.map(({ key }) => key));
            const unseen = events.filter(({ key }) => !stored.has(key));
            await Promise.all(
                Map.groupBy(unseen, ({ callId }) => callId)
                    .values()
                    .map(takeInTurn)
            );
        }
    };
}
