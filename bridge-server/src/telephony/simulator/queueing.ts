import type { Directory } from '../../contract/presence.ts';
import { customerLeaves } from './customers.ts';
import { dismiss, endConsult } from './leaving.ts';
import type { Line } from './line.ts';
import { offer } from './ringing.ts';
import type { Queueing, SimulatedCall, SimulatedLeg } from './simulatedCall.ts';

/** Every agent serves both until they leave one: the first takes the calls of customers, the other those handed over. */
export const QUEUES = ['Suporte', 'Vendas'] as const;

/** Who waits is offered to every free agent, whoever is there first; nobody free: to the next who is. */
export function enterQueue(
    line: Line,
    call: SimulatedCall,
    queue: string,
    { asker = null, without = [] }: { asker?: SimulatedLeg | null; without?: readonly string[] } = {}
): void {
    const queueing: Queueing = { queue, asker, excluded: new Set(without), resting: new Set() };
    call.queueing = queueing;
    line.after(call, line.timings.patienceMs, () => {
        if (call.queueing === queueing) giveUp(call, queueing);
    });
}

function giveUp(call: SimulatedCall, { asker }: Queueing): void {
    if (!asker) return customerLeaves(call);
    dismissQueue(call, 'noAnswer');
    endConsult(call, asker);
}

/** Nobody of the queue is asked any longer. */
export function dismissQueue(call: SimulatedCall, reason: 'noAnswer' | 'callerGone'): void {
    if (!call.queueing) return;
    call.queueing = null;
    dismiss(
        call,
        call.legs.filter(({ state }) => state === 'ringing'),
        reason
    );
}

export function offerWaiting(line: Line): void {
    for (const call of line.calls.values()) {
        const { queueing } = call;
        if (!queueing) continue;
        const present = call.liveLegs().map(({ agent }) => agent);
        for (const agent of freeAgentsOf(line, queueing.queue))
            if (!queueing.excluded.has(agent) && !queueing.resting.has(agent) && !present.includes(agent))
                offer(line, call, agent, queueing.asker);
    }
}

const freeAgentsOf = (line: Line, queue: string): string[] =>
    line.freeAgents().filter((agent) => line.roster.serves(agent, queue));

export function describeQueues(line: Line): Directory['queues'] {
    const waiting = [...line.calls.values()].filter(({ queueing }) => queueing?.asker === null);
    return QUEUES.map((name) => ({
        name,
        waiting: waiting.filter(({ queueing }) => queueing?.queue === name).length,
        free: freeAgentsOf(line, name).length
    }));
}
