import type { SnapshotCall } from '../../calls/reconcileSnapshot.ts';
import type { CallEvent } from '../../contract/callEvent.ts';
import type { Instant } from '../../contract/instant.ts';
import type { TelephonySink } from '../telephonyAdapter.ts';
import type { AgentOf } from './agentPhone.ts';
import { AmiConnection, type AmiConnectionOptions } from './amiConnection.ts';
import { type AmiMessage, fieldOf } from './amiMessage.ts';
import { type AsteriskSnapshot, readSnapshot, toSnapshotCalls } from './asteriskSnapshot.ts';
import type { CallLog } from './callLog/callLog.ts';
import { catchUp, type CatchUpOptions } from './callLog/catchUp.ts';
import type { LastSeen } from './callLog/catchUpWindow.ts';
import { isOfSupervision } from './commands/supervise.ts';
import { OrderedDelivery } from './orderedDelivery.ts';
import type { ProtocolVariable } from './protocolVariable.ts';
import { stayConnected } from './stayConnected.ts';
import { createSnapshotTaking } from './takeSnapshot.ts';
import { SOURCE, type TrackedCalls } from './trackedCalls.ts';
import { concernsCalls, eventNameOf, translateEvent } from './translateEvent.ts';

export interface MissedCalls {
    readonly callLog: CallLog;
    /** What is stored of this side. */
    readonly lastSeen: (source: string) => Promise<LastSeen>;
    readonly storedKeys: CatchUpOptions['storedKeys'];
}

export interface CallWatchOptions extends Omit<AmiConnectionOptions, 'signal' | 'onEvent'> {
    /** What lives on the PBX; changed as it tells. */
    readonly calls: TrackedCalls;
    readonly agentOf: AgentOf;
    readonly protocols: ProtocolVariable;
    readonly missed: MissedCalls | null;
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
    const takeSnapshot = createSnapshotTaking({ now, log });
    let connection: AmiConnection | null = null;
    let finished: Promise<void> = Promise.resolve();
    let delivery: OrderedDelivery<Item> | null = null;

    const deliverTo = (sink: TelephonySink): OrderedDelivery<Item> =>
        new OrderedDelivery<Item>({
            // a snapshot says what is there at one moment, so everything before it has to be stored
            standsAlone: ({ kind }) => kind === 'snapshot',
            takeApart(item) {
                if (item.kind === 'snapshot') {
                    const living = takeOver(item.snapshot);
                    return [{ lane: SOURCE, deliver: () => sink.snapshot(SOURCE, living, item.snapshot.takenAt) }];
                }
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
        return protocols.addToSnapshot(toSnapshotCalls([...calls.all()]), snapshot.channels);
    }

    const translate = (message: AmiMessage, receivedAt: Instant): CallEvent[] =>
        protocols.addTo(translateEvent(message, receivedAt, { calls, agentOf, countIgnored }), message);

    async function tellMissed(events: OrderedDelivery<Item>, { takenAt, channels }: AsteriskSnapshot): Promise<void> {
        if (!missed) return;
        await catchUp({
            ...{ callLog: missed.callLog, storedKeys: missed.storedKeys, agentOf, log, signal: stopping.signal },
            lastSeen: () => missed.lastSeen(SOURCE),
            snapshot: { takenAt, linkedids: new Set(channels.map((channel) => fieldOf(channel, 'Linkedid'))) },
            async deliver(event) {
                events.push({ kind: 'recovered', event });
                await events.room();
            }
        });
    }

    /** Opens connections whose events come after the snapshot that begins each. */
    function listenTo(events: OrderedDelivery<Item>) {
        let early: Item[] | null = [];
        const onEvent = (message: AmiMessage) => {
            options.onMessage(message);
            if (isOfSupervision(message) || !concernsCalls(message)) return countIgnored(eventNameOf(message));
            const item: Item = { kind: 'event', message, receivedAt: now() };
            if (early) early.push(item);
            else events.push(item);
        };
        const flush = () => {
            const waiting = early ?? [];
            early = null;
            for (const item of waiting) events.push(item);
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
                    // what is gone has its true end in the log, and its time of being missed in the snapshot
                    await tellMissed(events, snapshot);
                    events.push({ kind: 'snapshot', snapshot });
                    options.onConnected(opened, snapshot);
                } finally {
                    flush();
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
