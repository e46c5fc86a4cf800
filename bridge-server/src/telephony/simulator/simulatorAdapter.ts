import { agentActionSchema } from '../../contract/callActions.ts';
import type { TelephonyAdapter, TelephonySink } from '../telephonyAdapter.ts';
import { carryOut } from './agentCommands.ts';
import { type CustomerCall, customerLeaves, describeCustomer } from './customers.ts';
import { dial } from './dialling.ts';
import { EventOutbox } from './eventOutbox.ts';
import { Line, SOURCE } from './line.ts';
import { describeQueues, enterQueue, offerWaiting, QUEUES } from './queueing.ts';
import { queueLogins, setQueueLogin } from './queueMembers.ts';
import { ringAt } from './ringing.ts';
import { SIMULATOR_TIMINGS, type SimulatorTimings } from './timings.ts';

export interface SimulatedCustomer {
    /** As a carrier would announce it; null calls with a withheld number. */
    readonly number: string | null;
    readonly name: string | null;
    /** The extension of whoever asks for the call. */
    readonly agent: string;
    /** `me`: straight to that agent, whatever their presence. `everybody`: into the queue. */
    readonly ring: 'me' | 'everybody';
}

export interface SimulatorAdapter extends TelephonyAdapter {
    /** A customer calls; resolves to the call's id once the bridge has stored that it is there. */
    placeCall(customer: SimulatedCustomer): Promise<string>;
    /** The calls that customers are part of now, the newest first. */
    customerCalls(): CustomerCall[];
    /** The customer hangs up; resolves to false where there is none. */
    hangUpCustomer(callId: string): Promise<boolean>;
    /** The keys that the other side of a live call heard. */
    digitsHeard(callId: string): string;
}

export interface SimulatorOptions {
    readonly now: () => Date;
    /** Told what could not be handed over: the end of an earlier run's calls, an event refused for good. */
    readonly onError: (error: unknown) => void;
    readonly timings?: Partial<SimulatorTimings>;
}

/** A small PBX for demonstrations and tests: its customers, and the colleagues who are not there, are played. */
export function createSimulatorAdapter({ now, onError, timings }: SimulatorOptions): SimulatorAdapter {
    const outbox = new EventOutbox(onError);
    let sink: TelephonySink | null = null;
    const line = new Line(
        { ...SIMULATOR_TIMINGS, ...timings },
        {
            now,
            event: (event) => outbox.push(event.callId, async () => sink?.event(event))
        },
        offerWaiting
    );

    return {
        source: SOURCE,
        capabilitiesOf: () => agentActionSchema.options,
        start(events) {
            sink = events;
            // the line lives in this process: what was under way before it is gone
            void events.snapshot(SOURCE, [], now().toISOString()).catch(onError);
        },
        async placeCall({ number, name, agent, ring }) {
            const call = line.act(() => {
                const queue = ring === 'everybody' ? QUEUES[0] : null;
                const placed = line.open({ direction: 'inbound', number, callerName: name, queue });
                placed.hasCustomer = true;
                placed.tell({ type: 'callArrived' });
                if (queue) enterQueue(line, placed, queue);
                else {
                    const leg = ringAt(placed, agent);
                    line.after(placed, line.timings.patienceMs, () => {
                        if (leg.state === 'ringing') customerLeaves(placed);
                    });
                }
                return placed;
            });
            await outbox.told(call.id);
            return call.id;
        },
        async command(command) {
            line.act(() => carryOut(line, command));
            await outbox.told(command.callId);
        },
        async dial(agent, number) {
            const { id } = line.act(() => dial(line, agent, number));
            await outbox.told(id);
            return id;
        },
        async setPresence(agent, presence) {
            line.act(() => line.roster.set(agent, presence));
        },
        queues: async () => describeQueues(line),
        queueLogins: async (agent) => queueLogins(line, agent),
        async setQueueLogin(agent, queue, isIn) {
            line.act(() => setQueueLogin(line, agent, queue, isIn));
        },
        customerCalls: () =>
            [...line.calls.values()]
                .map(describeCustomer)
                .filter((call) => call !== null)
                .toReversed(),
        async hangUpCustomer(callId) {
            const call = line.calls.get(callId);
            if (!call || !describeCustomer(call)) return false;
            line.act(() => customerLeaves(call));
            await outbox.told(callId);
            return true;
        },
        digitsHeard: (callId) => line.calls.get(callId)?.digits ?? '',
        async stop() {
            line.stop();
            await outbox.stop();
        }
    };
}
