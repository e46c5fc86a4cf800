import type { Call } from '../calls/call.ts';
import { sourceOf } from '../calls/call.ts';
import type { Agent, CallView, Presence, Settings, Snapshot } from '../contract/agentApi.ts';
import { callView, lastLegOf, type Surroundings } from './callView.ts';

/** One open stream to one softphone. `id` is what the softphone sends back as Last-Event-ID. */
export interface StreamMessage {
    readonly event: 'snapshot' | 'call' | 'presence';
    readonly id: number;
    readonly data: Snapshot | CallView | Presence;
}

/** What the streams read of the calls. */
export interface CallReader {
    callById(id: string): Promise<Call | null>;
    liveCallsOf(agent: string): Promise<Call[]>;
    changedCallsOf(agent: string, afterChangeId: number): Promise<{ changeId: number; call: Call }[]>;
}

interface AgentStreamsOptions {
    readonly calls: CallReader;
    readonly surroundingsOf: (source: string) => Surroundings;
    readonly presenceOf: (agent: Agent) => Promise<Presence>;
    readonly settings: Settings;
    readonly now: () => Date;
    readonly onError: (error: unknown) => void;
}

interface Stream {
    readonly agent: Agent;
    /** What the softphone had heard before this stream. */
    readonly lastEventId: number | null;
    readonly send: (message: StreamMessage) => void;
}

/** Change ids are given before their commit, so what has a somewhat smaller one may have been missed. */
const OVERLAP = 1_000;
/** Of calls that changed so long ago nobody tells any more. */
const REMEMBERED_CHANGES = 10_000;

/** Tells every softphone what happens to its agent and to their calls, on whatever replica it happened. */
export function createAgentStreams(options: AgentStreamsOptions) {
    const { calls, surroundingsOf, presenceOf, settings, now, onError } = options;
    const streams = new Map<string, Set<Stream>>();
    const told = new Map<string, number>();
    let lastChangeId = 0;

    const view = (call: Call, agent: string): CallView | null => {
        const leg = lastLegOf(call, agent);
        return leg && callView(call, leg, surroundingsOf(sourceOf(call.id)));
    };

    /** What the softphone sends back as Last-Event-ID never takes it behind what it heard before. */
    const heardBy = ({ lastEventId }: Stream): number => Math.max(lastChangeId, lastEventId ?? 0);

    function tell(call: Call, changeId: number): void {
        for (const agent of new Set(call.legs.map((leg) => leg.agent))) {
            const data = view(call, agent);
            for (const stream of streams.get(agent) ?? []) if (data) stream.send({ event: 'call', id: changeId, data });
        }
    }

    /** Whether this change is news; what came by a shortcut comes again by the database's notification. */
    function isNews(callId: string, changeId: number): boolean {
        lastChangeId = Math.max(lastChangeId, changeId);
        if ((told.get(callId) ?? 0) >= changeId) return false;
        told.delete(callId);
        told.set(callId, changeId);
        const [oldest] = told.keys();
        if (told.size > REMEMBERED_CHANGES && oldest !== undefined) told.delete(oldest);
        return true;
    }

    return {
        /** A call that this replica just changed: its softphones hear of it at once. */
        callChanged(call: Call, changeId: number): void {
            if (isNews(call.id, changeId)) tell(call, changeId);
        },

        /** A call that some replica changed. */
        async changeNoticed(callId: string, changeId: number): Promise<void> {
            if (!isNews(callId, changeId) || streams.size === 0) return;
            try {
                const call = await calls.callById(callId);
                // a newer change noticed meanwhile is told by its own reading
                if (call && told.get(callId) === changeId) tell(call, changeId);
            } catch (error) {
                told.delete(callId);
                onError(error);
            }
        },

        /** The agent's presence, as some replica changed it. */
        presenceChanged(extension: string, presence: Presence): void {
            for (const stream of streams.get(extension) ?? [])
                stream.send({ event: 'presence', id: heardBy(stream), data: presence });
        },

        /**
         * Opens a stream: the snapshot first, then what changed since `lastEventId`, then every change.
         * Returns what closes it.
         */
        async open(agent: Agent, lastEventId: number | null, send: Stream['send']): Promise<() => void> {
            const waiting: StreamMessage[] = [];
            let deliver: Stream['send'] = (message) => void waiting.push(message);
            const stream: Stream = { agent, lastEventId, send: (message) => deliver(message) };
            const own = streams.get(agent.extension) ?? new Set();
            streams.set(agent.extension, own.add(stream));
            const close = () => {
                own.delete(stream);
                if (own.size === 0 && streams.get(agent.extension) === own) streams.delete(agent.extension);
            };
            try {
                send({ event: 'snapshot', ...(await takeSnapshot(stream)) });
                if (lastEventId !== null) await catchUp(agent.extension, lastEventId, send);
            } catch (error) {
                close();
                throw error;
            }
            for (const message of waiting) send(message);
            deliver = send;
            return close;
        }
    };

    async function takeSnapshot(stream: Stream): Promise<{ id: number; data: Snapshot }> {
        const { agent } = stream;
        const [live, presence] = await Promise.all([calls.liveCallsOf(agent.extension), presenceOf(agent)]);
        const views = live.flatMap((call) => view(call, agent.extension) ?? []);
        const data = { agent, serverTime: now().toISOString(), presence, settings, calls: views };
        return { id: heardBy(stream), data };
    }

    async function catchUp(agent: string, lastEventId: number, send: Stream['send']): Promise<void> {
        for (const { call, changeId } of await calls.changedCallsOf(agent, lastEventId - OVERLAP)) {
            const data = view(call, agent);
            if (data) send({ event: 'call', id: Math.max(changeId, lastEventId), data });
        }
    }
}

export type AgentStreams = ReturnType<typeof createAgentStreams>;
