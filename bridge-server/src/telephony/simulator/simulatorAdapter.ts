import { randomUUID } from 'node:crypto';
import { eventKeys } from '../../calls/eventKeys.ts';
import type { CallEvent, CallFacts } from '../../contract/callEvent.ts';
import { CommandRefused, type TelephonyAdapter, type TelephonySink } from '../telephonyAdapter.ts';

const SOURCE = 'simulator';
const QUEUE = 'Suporte';
/** How long a simulated customer waits for somebody to answer. */
const PATIENCE_MS = 60_000;
const RETRY_MS = 1_000;

export interface SimulatedCustomer {
    /** As a carrier would announce it; null calls with a withheld number. */
    readonly number: string | null;
    readonly name: string | null;
    /** The extension that the line rings at. */
    readonly agent: string;
}

export interface SimulatorAdapter extends TelephonyAdapter {
    /** Rings at the agent; resolves to the call's id once the bridge has stored that it rings. */
    placeCall(customer: SimulatedCustomer): Promise<string>;
}

interface SimulatorOptions {
    readonly now: () => Date;
    /** Puts the audio of a finished call where recordings are fetched from. */
    readonly saveRecording: (name: string, format: string) => Promise<void>;
    /** Told when the calls of an earlier run could not be ended. */
    readonly onError: (error: unknown) => void;
}

interface SimulatedCall {
    readonly callId: string;
    readonly legId: string;
    readonly agent: string;
    readonly facts: CallFacts;
    readonly startedAt: Date;
    answered: boolean;
    patience: NodeJS.Timeout | undefined;
}

/** A telephone line for demonstrations and tests: a queue of one agent, whose customers wait, talk and are recorded. */
export function createSimulatorAdapter({ now, saveRecording, onError }: SimulatorOptions): SimulatorAdapter {
    const alive = new Map<string, SimulatedCall>();
    let sink: TelephonySink | null = null;

    const tell = async (...events: CallEvent[]) => {
        for (const event of events) await sink?.event(event);
    };
    const aboutCall = (
        { callId, facts }: SimulatedCall,
        type: 'callArrived' | 'callAbandoned' | 'callEnded' | 'recordingStarted' | 'recordingReady'
    ) => ({
        key: eventKeys.call(callId, type),
        callId,
        at: now().toISOString(),
        facts
    });
    const aboutLeg = (
        { callId, legId, agent, facts }: SimulatedCall,
        type: 'legOffered' | 'legAnswered' | 'legEnded'
    ) => ({
        key: eventKeys.leg(legId, type),
        callId,
        legId,
        agent,
        at: now().toISOString(),
        facts
    });

    /** The customer's patience is over; while that cannot be stored they wait on. */
    async function giveUp(call: SimulatedCall): Promise<void> {
        if (call.answered || !alive.has(call.callId)) return;
        try {
            await tell(
                { type: 'callAbandoned', ...aboutCall(call, 'callAbandoned') },
                { type: 'callEnded', ...aboutCall(call, 'callEnded') }
            );
            alive.delete(call.callId);
        } catch {
            waitFor(call, RETRY_MS);
        }
    }

    function waitFor(call: SimulatedCall, patienceMs: number): void {
        clearTimeout(call.patience);
        call.patience = setTimeout(() => void giveUp(call), patienceMs);
    }

    async function answer(call: SimulatedCall): Promise<void> {
        if (call.answered) return;
        await tell(
            { type: 'recordingStarted', ...aboutCall(call, 'recordingStarted') },
            { type: 'legAnswered', ...aboutLeg(call, 'legAnswered') }
        );
        call.answered = true;
        clearTimeout(call.patience);
    }

    async function hangUp(call: SimulatedCall): Promise<void> {
        if (call.answered) {
            const name = call.callId.replace(':', '-');
            await saveRecording(name, 'wav');
            await tell({ type: 'recordingReady', ...aboutCall(call, 'recordingReady'), name, format: 'wav' });
        }
        await tell(
            { type: 'legEnded', ...aboutLeg(call, 'legEnded'), reason: call.answered ? 'hungUp' : 'refused' },
            { type: 'callEnded', ...aboutCall(call, 'callEnded') }
        );
        clearTimeout(call.patience);
        alive.delete(call.callId);
    }

    return {
        source: SOURCE,
        capabilities: ['answer', 'hangup'],
        start(events) {
            sink = events;
            // the line lives in this process: what was under way before it is gone
            void events.snapshot(SOURCE, [], now().toISOString()).catch(onError);
        },
        async placeCall({ number, name, agent }) {
            const id = randomUUID();
            const call: SimulatedCall = {
                callId: `${SOURCE}:${id}`,
                legId: `${SOURCE}:${id}.1`,
                agent,
                facts: { direction: 'inbound', number, callerName: name, queue: QUEUE },
                startedAt: now(),
                answered: false,
                patience: undefined
            };
            alive.set(call.callId, call);
            waitFor(call, PATIENCE_MS);
            await tell(
                { type: 'callArrived', ...aboutCall(call, 'callArrived') },
                { type: 'legOffered', ...aboutLeg(call, 'legOffered'), kind: 'offer' }
            );
            return call.callId;
        },
        async command({ action, callId }) {
            const call = alive.get(callId);
            if (!call) throw new CommandRefused('Esta ligação já terminou.');
            await (action === 'answer' ? answer(call) : hangUp(call));
        },
        stop() {
            for (const { patience } of alive.values()) clearTimeout(patience);
            alive.clear();
            return Promise.resolve();
        }
    };
}
