import type { Call } from '../calls/call.ts';
import { sourceOf } from '../calls/call.ts';
import type { Agent, AgentAction, CallView, Snapshot } from '../contract/agentApi.ts';
import { callView, lastLegOf } from './callView.ts';

/** One open stream to one softphone. `id` is what the softphone sends back as Last-Event-ID. */
export interface StreamMessage {
    readonly event: 'snapshot' | 'call';
    readonly id: number;
    readonly data: Snapshot | CallView;
}

/** What the streams read of the calls. */
export interface CallReader {
    callById(id: string): Promise<Call | null>;
    liveCallsOf(agent: string): Promise<Call[]>;
    changedCallsOf(agent: string, afterChangeId: number): Promise<{ changeId: number; call: Call }[]>;
}

interface AgentStreamsOptions {
    readonly calls: CallReader;
    readonly capabilitiesOf: (source: string) => readonly AgentAction[];
    readonly now: () => Date;
    readonly onError: (error: unknown) => void;
}

interface Stream {
    readonly agent: Agent;
    readonly send: (message: StreamMessage) => void;
}

/** Change ids are given before their commit, so what has a somewhat smaller one may have been missed. */
const OVERLAP = 1_000;
/** Of calls that changed so long ago nobody tells any more. */
const REMEMBERED_CHANGES = 10_000;

/** Tells every softphone what happens to its agent's calls, on whatever replica it happened. */
export function createAgentStreams({ calls, capabilitiesOf, now, onError }: AgentStreamsOptions) {
    const streams = new Map<string, Set<Stream>>();
    const told = new Map<string, number>();
    let lastChangeId = 0;

    const view = (call: Call, agent: string): CallView | null => {
        const leg = lastLegOf(call, agent);
        return leg && callView(call, leg, capabilitiesOf(sourceOf(call.id)));
    };

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

        /**
         * Opens a stream: the snapshot first, then what changed since `lastEventId`, then every change.
         * Returns what closes it.
         */
        async open(agent: Agent, lastEventId: number | null, send: Stream['send']): Promise<() => void> {
            const waiting: StreamMessage[] = [];
            let deliver: Stream['send'] = (message) => void waiting.push(message);
            const stream: Stream = { agent, send: (message) => deliver(message) };
            const own = streams.get(agent.extension) ?? new Set();
            streams.set(agent.extension, own.add(stream));
            const close = () => {
                own.delete(stream);
                if (own.size === 0 && streams.get(agent.extension) === own) streams.delete(agent.extension);
            };
            try {
                const live = await calls.liveCallsOf(agent.extension);
                const views = live.flatMap((call) => view(call, agent.extension) ?? []);
                const snapshot = { agent, serverTime: now().toISOString(), calls: views };
                send({ event: 'snapshot', id: Math.max(lastChangeId, lastEventId ?? 0), data: snapshot });
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

    async function catchUp(agent: string, lastEventId: number, send: Stream['send']): Promise<void> {
        for (const { call, changeId } of await calls.changedCallsOf(agent, lastEventId - OVERLAP)) {
            const data = view(call, agent);
            if (data) send({ event: 'call', id: Math.max(changeId, lastEventId), data });
        }
    }
}

export type AgentStreams = ReturnType<typeof createAgentStreams>;
