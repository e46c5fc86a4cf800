import { applyEvent } from '../../src/calls/applyEvent.ts';
import type { Call } from '../../src/calls/call.ts';
import type { CallEvent } from '../../src/contract/callEvent.ts';

const EVENTS = [
    { type: 'callArrived', at: '2026-11-23T12:00:00.000Z' },
    { type: 'legOffered', at: '2026-11-23T12:00:01.000Z', legId: 'asterisk:leg-1', agent: '1001', kind: 'offer' },
    { type: 'legAnswered', at: '2026-11-23T12:00:05.000Z', legId: 'asterisk:leg-1', agent: '1001' },
    { type: 'legOffered', at: '2026-11-23T12:04:00.000Z', legId: 'asterisk:leg-2', agent: '1003', kind: 'consult' }
] as const;

/** A call on which 1001 speaks, while it rings at 1003, who is to be asked. */
export function answeredCall(): Call {
    const facts = { direction: 'inbound', number: '5511987654321', queue: 'suporte' } as const;
    const told = EVENTS.map((event, index) => ({
        ...event,
        key: `key-${index}`,
        callId: 'asterisk:1',
        facts
    })) as readonly CallEvent[];
    const call = told.reduce<Call | null>((before, event) => applyEvent(before, event), null);
    if (!call) throw new Error('The events tell of no call');
    return { ...call, protocol: '20261123000001' };
}
