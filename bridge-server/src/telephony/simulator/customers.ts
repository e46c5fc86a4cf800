import { endCall } from './leaving.ts';
import type { SimulatedCall } from './simulatedCall.ts';

/** The customer hangs up, and with them goes the call. */
export function customerLeaves(call: SimulatedCall): void {
    call.hasCustomer = false;
    if (!call.wasAnswered && call.facts.direction === 'inbound') call.tell({ type: 'callAbandoned' });
    endCall(call);
}

/** A call with a customer of the line's, as whoever plays the customers sees it. */
export interface CustomerCall {
    readonly callId: string;
    readonly number: string | null;
    readonly name: string | null;
    readonly state: 'waiting' | 'talking';
}

/** Null for a call that no customer is part of. */
export function describeCustomer({ id, facts, hasCustomer, wasAnswered }: SimulatedCall): CustomerCall | null {
    if (!hasCustomer || facts.direction === 'internal') return null;
    return {
        callId: id,
        number: facts.number ?? null,
        name: facts.callerName ?? null,
        state: wasAnswered ? 'talking' : 'waiting'
    };
}
