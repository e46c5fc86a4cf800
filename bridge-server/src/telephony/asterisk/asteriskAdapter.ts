import type { Logger } from 'pino';
import type { AgentAction } from '../../contract/callActions.ts';
import type { CallEvent } from '../../contract/callEvent.ts';
import type { Instant } from '../../contract/instant.ts';
import { CommandRefused, type TelephonyAdapter, type TelephonySink } from '../telephonyAdapter.ts';
import { createAgentOf, DEFAULT_AGENT_CHANNEL } from './agentPhone.ts';
import { AmiConnection } from './amiConnection.ts';
import { AmiRefused } from './amiError.ts';
import type { AmiMessage } from './amiMessage.ts';
import type { AriClient } from './ari/ariClient.ts';
import { createAsteriskPresence } from './asteriskPresence.ts';
import { type AsteriskSnapshot, readSnapshot, toSnapshotCalls } from './asteriskSnapshot.ts';
import { ACTIONS, carryOut } from './commands/carryOut.ts';
import type { AnswerMethod } from './commands/commandScene.ts';
import { createPbx } from './commands/pbx.ts';
import { createDialPlan, DEFAULT_DIAL_PLAN, type DialPlanOptions } from './dialPlan.ts';
import { OrderedDelivery } from './orderedDelivery.ts';
import { createProtocolVariable } from './protocolVariable.ts';
import { stayConnected } from './stayConnected.ts';
import { SOURCE, TrackedCalls } from './trackedCalls.ts';
import { concernsCalls, eventNameOf, translateEvent } from './translateEvent.ts';

export interface AsteriskAdapterOptions {
    readonly host: string;
    readonly port: number;
    readonly username: string;
    readonly secret: string;
    readonly tls?: boolean;
    /** Which channels are agents' phones; the first group is the agent's extension. */
    readonly agentChannel?: RegExp;
    /** How each agent's phone is answered; `notify-talk` where nothing is said. */
    readonly answerMethodOf?: (agent: string) => AnswerMethod;
    /** The PBX's REST interface; null: what needs it is not offered. */
    readonly ari?: AriClient | null;
    readonly dialPlan?: Partial<DialPlanOptions>;
    /** The channel variable with the protocol; null: neither read nor set. */
    readonly protocolVariable?: string | null;
    /** The longest wait before the next attempt to connect, or to hand an event over. */
    readonly maxBackoffMs?: number;
    readonly pingIntervalMs?: number;
    /** How long the PBX may take to answer an action. */
    readonly deadlineMs?: number;
    /** How many events may wait for the sink before the PBX is no longer listened to. */
    readonly maxWaiting?: number;
    /** How long stopping may take while the sink is away. */
    readonly stopLimitMs?: number;
    readonly log: Logger;
    /** Told the name of each AMI event that means nothing here. */
    readonly countIgnored?: (eventName: string) => void;
    readonly clock?: () => Date;
}

const FIRST_BACKOFF_MS = 250;
const MAX_BACKOFF_MS = 10_000;
const MAX_WAITING = 1_000;
const STOP_LIMIT_MS = 5_000;
const NEEDS_ARI: readonly AgentAction[] = ['hold', 'resume'];
const NOT_CONNECTED = 'A central telefônica está fora de alcance. Use o próprio aparelho.';

type Item =
    | { readonly kind: 'snapshot'; readonly snapshot: AsteriskSnapshot }
    | { readonly kind: 'event'; readonly message: AmiMessage; readonly receivedAt: Instant };

/** An Asterisk that owns its calls: it is observed, and asked, over its manager interface (AMI). */
export function createAsteriskAdapter(options: AsteriskAdapterOptions): TelephonyAdapter {
    const {
        answerMethodOf = () => 'notify-talk',
        ari = null,
        countIgnored = () => undefined,
        clock = () => new Date()
    } = options;
    const log = options.log.child({ pbx: `${options.host}:${options.port}` });
    const calls = new TrackedCalls();
    const dialPlan = createDialPlan({ ...DEFAULT_DIAL_PLAN, ...options.dialPlan });
    const protocols = createProtocolVariable(options.protocolVariable ?? null);
    const agentOf = createAgentOf(options.agentChannel ?? DEFAULT_AGENT_CHANNEL);
    const presence = createAsteriskPresence({ agentOf, log });
    const backoff = { firstMs: FIRST_BACKOFF_MS, maxMs: options.maxBackoffMs ?? MAX_BACKOFF_MS };
    const stopping = new AbortController();
    const now = (): Instant => clock().toISOString();
    let connection: AmiConnection | null = null;
    let finished: Promise<void> = Promise.resolve();
    let delivery: OrderedDelivery<Item> | null = null;

    const observe = (sink: TelephonySink): OrderedDelivery<Item> =>
        new OrderedDelivery<Item>({
            // a snapshot says what is there at one moment, so everything before it has to be stored
            standsAlone: ({ kind }) => kind === 'snapshot',
            takeApart(item) {
                if (item.kind === 'snapshot') {
                    const isKnown = (linkedid: string) => calls.find(linkedid) !== undefined;
                    calls.replaceAll(readSnapshot(item.snapshot, agentOf, isKnown));
                    const seen = protocols.addToSnapshot(toSnapshotCalls([...calls.all()]), item.snapshot.channels);
                    return [{ lane: SOURCE, deliver: () => sink.snapshot(SOURCE, seen, item.snapshot.takenAt) }];
                }
                const translation = { calls, agentOf, countIgnored };
                const told = translateEvent(item.message, item.receivedAt, translation);
                const events: CallEvent[] = protocols.addTo(told, item.message);
                return events.map((event) => ({ lane: event.callId, deliver: () => sink.event(event) }));
            },
            capacity: options.maxWaiting ?? MAX_WAITING,
            onFull: () => connection?.pause(),
            onRoom: () => connection?.resume(),
            backoff,
            log
        });

    return {
        source: SOURCE,
        capabilitiesOf: (agent) =>
            ACTIONS.filter(
                (action) =>
                    (action !== 'answer' || answerMethodOf(agent) === 'notify-talk') &&
                    (ari !== null || !NEEDS_ARI.includes(action))
            ),

        start(sink) {
            const events = (delivery = observe(sink));
            finished = stayConnected({ ...listenTo(events), backoff, log, signal: stopping.signal });
        },

        async command(command) {
            const current = connection;
            if (!current) throw new CommandRefused(NOT_CONNECTED, { reason: 'telephony-away' });
            const answerMethod = answerMethodOf(command.agent);
            await carryOut(command, calls, { pbx: createPbx(current), ari, dialPlan, answerMethod });
        },

        async protocolIssued(callId, protocol) {
            const call = calls.all().find((each) => each.callId === callId);
            const setting = call && protocols.setting(call.linkedid, protocol);
            if (setting) await connection?.request(setting);
        },

        setPresence: presence.set,
        queues: presence.queues,

        async stop() {
            stopping.abort();
            await finished;
            const lost = (await delivery?.finish(options.stopLimitMs ?? STOP_LIMIT_MS)) ?? 0;
            if (lost > 0) log.error({ lost }, 'stopped before everything that the PBX told was stored');
        }
    };

    /** Opens connections whose events come after the snapshot that begins each. */
    function listenTo(events: OrderedDelivery<Item>) {
        let early: Item[] | null = [];
        const onEvent = (message: AmiMessage) => {
            presence.observe(message);
            if (!concernsCalls(message)) return countIgnored(eventNameOf(message));
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
                return AmiConnection.open({ ...options, log, signal: stopping.signal, onEvent });
            },
            async prepare(opened: AmiConnection) {
                connection = opened;
                void opened.closed.then(() => {
                    if (connection === opened) connection = null;
                });
                try {
                    events.push({ kind: 'snapshot', snapshot: await takeSnapshot(opened, now, log) });
                } finally {
                    flush();
                }
                presence.connected(opened);
            }
        };
    }
}

async function takeSnapshot(connection: AmiConnection, now: () => Instant, log: Logger): Promise<AsteriskSnapshot> {
    // before asking: what begins while the PBX answers is not among what it lists
    const takenAt = now();
    const channels = await connection.list({ Action: 'CoreShowChannels' });
    const queueStatus = await connection.list({ Action: 'QueueStatus' }).catch((error: unknown) => {
        if (!(error instanceof AmiRefused)) throw error;
        log.warn({ err: error }, 'the PBX does not tell of its queues');
        return [];
    });
    return { channels, queueEntries: queueStatus.filter(({ Event }) => Event === 'QueueEntry'), takenAt };
}
