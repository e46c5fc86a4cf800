import { randomUUID } from 'node:crypto';
import { eventKeys } from '../../calls/eventKeys.ts';
import type { CallEvent, CallFacts } from '../../contract/callEvent.ts';
import { CommandRefused, type TelephonyAdapter, type TelephonySink } from '../telephonyAdapter.ts';

const SOURCE = 'simulator';
const QUEUE = 'Suporte';
/** How long a simulated customer waits for somebody to answer. */
const PATIENCE_MS = 60_000;

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
export function createSimulatorAdapter({ now, saveRecording }: SimulatorOptions): SimulatorAdapter {
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

    async function giveUp(call: SimulatedCall): Promise<void> {
        alive.delete(call.callId);
        await tell(
            { type: 'callAbandoned', ...aboutCall(call, 'callAbandoned') },
            { type: 'callEnded', ...aboutCall(call, 'callEnded') }
        );
    }

    async function answer(call: SimulatedCall): Promise<void> {
        if (call.answered) return;
        call.answered = true;
        clearTimeout(call.patience);
        await tell(
            { type: 'recordingStarted', ...aboutCall(call, 'recordingStarted') },
            { type: 'legAnswered', ...aboutLeg(call, 'legAnswered') }
        );
    }

    async function hangUp(call: SimulatedCall): Promise<void> {
        alive.delete(call.callId);
        clearTimeout(call.patience);
        const reason = call.answered ? 'hungUp' : 'refused';
        if (call.answered) {
            const name = call.callId.replace(':', '-');
            await saveRecording(name, 'wav');
            await tell({ type: 'recordingReady', ...aboutCall(call, 'recordingReady'), name, format: 'wav' });
        }
        await tell(
            { type: 'legEnded', ...aboutLeg(call, 'legEnded'), reason },
            { type: 'callEnded', ...aboutCall(call, 'callEnded') }
        );
    }

    return {
        source: SOURCE,
        capabilities: ['answer', 'hangup'],
        start(events) {
            sink = events;
            // the line lives in this process: what was under way before it is gone
            void events.snapshot(SOURCE, []);
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
            call.patience = setTimeout(() => void giveUp(call), PATIENCE_MS);
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
