import { once } from 'node:events';
import type { SnapshotCall } from '../../calls/reconcileSnapshot.ts';
import type { CallEvent } from '../../contract/callEvent.ts';
import type { Instant } from '../../contract/instant.ts';
import type { TelephonySink } from '../telephonyAdapter.ts';
import type { AgentOf } from './agentPhone.ts';
import { AmiConnection, type AmiConnectionOptions } from './amiConnection.ts';
import type { AmiMessage } from './amiMessage.ts';
import { type AsteriskSnapshot, readSnapshot, toSnapshotCalls } from './asteriskSnapshot.ts';
import { createKeepComplete, type MissedCalls } from './callLog/keepComplete.ts';
import { isOfSupervision } from './commands/supervise.ts';
import { OrderedDelivery } from './orderedDelivery.ts';
import type { ProtocolVariable } from './protocolVariable.ts';
import { stayConnected } from './stayConnected.ts';
import { createSnapshotTaking } from './takeSnapshot.ts';
import { SOURCE, type TrackedCalls } from './trackedCalls.ts';
import { concernsCalls, eventNameOf, translateEvent } from './translateEvent.ts';

export interface CallWatchOptions extends Omit<AmiConnectionOptions, 'signal' | 'onEvent'> {
    /** What lives on the PBX; changed as it tells. */
    readonly calls: TrackedCalls;
    readonly agentOf: AgentOf;
    readonly protocols: ProtocolVariable;
    readonly missed: MissedCalls | null;
    /** How long until a call log that could not be read is tried again. */
    readonly missedIntervalMs: number;
    readonly maxBackoffMs: number;
    /** How many events may wait for the sink before the PBX is no longer listened to. */
    readonly maxWaiting: number;
    /** How long stopping may take while the sink is away. */
    readonly stopLimitMs: number;
    readonly countIgnored: (eventName: string) => void;
    readonly now: () => Instant;
    /** Told every event, whatever it means. */
    readonly onMessage: (message: AmiMessage) => void;
    /** Told each connection once its snapshot is taken. */
    readonly onConnected: (connection: AmiConnection, snapshot: AsteriskSnapshot) => void;
}

export interface CallWatch {
    start(sink: TelephonySink): void;
    /** Resolves once everything that was told is stored, or the time is up. */
    stop(): Promise<void>;
    /** Null while the PBX is out of reach. */
    connection(): AmiConnection | null;
}

type Item =
    | { readonly kind: 'snapshot'; readonly snapshot: AsteriskSnapshot }
    | { readonly kind: 'recovered'; readonly event: CallEvent }
    | { readonly kind: 'known'; readonly until: Instant }
    | { readonly kind: 'event'; readonly message: AmiMessage; readonly receivedAt: Instant };

const FIRST_BACKOFF_MS = 250;

/**
 * Listens to the PBX as long as it is not stopped, and hands over what it tells of calls. Each connection begins with
 * what was missed, as its log has it, and with a snapshot of what lives.
 */
export function createCallWatch(options: CallWatchOptions): CallWatch {
    const { calls, agentOf, protocols, missed, countIgnored, now, log } = options;
    const backoff = { firstMs: FIRST_BACKOFF_MS, maxMs: options.maxBackoffMs };
    const stopping = new AbortController();
    const stopped = once(stopping.signal, 'abort').then(() => undefined);
    const takeSnapshot = createSnapshotTaking({ now, log });
    let connection: AmiConnection | null = null;
    let finished: Promise<void> = Promise.resolve();
    let delivery: OrderedDelivery<Item> | null = null;

    const deliverTo = (sink: TelephonySink): OrderedDelivery<Item> =>
        new OrderedDelivery<Item>({
            // a snapshot says what is there at one moment, so everything before it has to be stored
            standsAlone: ({ kind }) => kind === 'snapshot' || kind === 'known',
            takeApart(item) {
                if (item.kind === 'snapshot') {
                    const living = takeOver(item.snapshot);
                    return [{ lane: SOURCE, deliver: () => sink.snapshot(SOURCE, living, item.snapshot.takenAt) }];
                }
                if (item.kind === 'known')
                    return [{ lane: SOURCE, deliver: async () => missed?.noteKnownUntil(SOURCE, item.until) }];
                const events = item.kind === 'recovered' ? [item.event] : translate(item.message, item.receivedAt);
                return events.map((event) => ({ lane: event.callId, deliver: () => sink.event(event) }));
            },
            capacity: options.maxWaiting,
            onFull: () => connection?.pause(),
            onRoom: () => connection?.resume(),
            backoff,
            log
        });

    function takeOver(snapshot: AsteriskSnapshot): SnapshotCall[] {
        const isKnown = (linkedid: string) => calls.find(linkedid) !== undefined;
        calls.replaceAll(readSnapshot(snapshot, agentOf, isKnown));
        return protocols.addToLiving(toSnapshotCalls([...calls.all()]), snapshot.channels);
    }

    const translate = (message: AmiMessage, receivedAt: Instant): CallEvent[] =>
        protocols.addTo(translateEvent(message, receivedAt, { calls, agentOf, countIgnored }), message);

    const keepComplete = (events: OrderedDelivery<Item>) =>
        missed &&
        createKeepComplete({
            ...{ missed, source: SOURCE, agentOf, log, signal: stopping.signal, intervalMs: options.missedIntervalMs },
            async recovered(told, { channels }) {
                for (const event of protocols.addToLiving([told], channels)) events.push({ kind: 'recovered', event });
                // a store that is away must not keep anybody from stopping
                await Promise.race([events.room(), stopped]);
            },
            knownUntil: (until) => events.push({ kind: 'known', until })
        });

    /** Opens connections whose events come after the snapshot that begins each. */
    function listenTo(events: OrderedDelivery<Item>) {
        const missedCalls = keepComplete(events);
        let early: Item[] | null = [];
        let isReadingLog = false;
        const onEvent = (message: AmiMessage) => {
            options.onMessage(message);
            if (isOfSupervision(message) || !concernsCalls(message)) return countIgnored(eventNameOf(message));
            const item: Item = { kind: 'event', message, receivedAt: now() };
            if (!early) return events.push(item);
            early.push(item);
            if (isReadingLog && early.length >= options.maxWaiting) connection?.pause();
        };
        const flush = () => {
            const waiting = early ?? [];
            early = null;
            isReadingLog = false;
            for (const item of waiting) events.push(item);
            if (!events.isFull) connection?.resume();
        };
        return {
            ready: () => events.room(),
            async open() {
                early = [];
                return AmiConnection.open({ ...options, signal: stopping.signal, onEvent });
            },
            async prepare(opened: AmiConnection) {
                connection = opened;
                void opened.closed.then(() => {
                    if (connection === opened) connection = null;
                });
                try {
                    const snapshot = await takeSnapshot(opened);
                    isReadingLog = true;
                    // what is gone has its true end in the log, and its time of being missed in the snapshot
                    const follow = await missedCalls?.tellMissed(opened, snapshot);
                    if (stopping.signal.aborted) return;
                    events.push({ kind: 'snapshot', snapshot });
                    follow?.();
                    options.onConnected(opened, snapshot);
                } finally {
                    if (!stopping.signal.aborted) flush();
                }
            }
        };
    }

    return {
        connection: () => connection,
        start(sink) {
            const events = (delivery = deliverTo(sink));
            finished = stayConnected({ ...listenTo(events), backoff, log, signal: stopping.signal });
        },
        async stop() {
            stopping.abort();
            await finished;
            const lost = (await delivery?.finish(options.stopLimitMs)) ?? 0;
            if (lost > 0) log.error({ lost }, 'stopped before everything that the PBX told was stored');
        }
    };
}
