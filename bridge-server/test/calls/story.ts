import { applyEvent } from '../../src/calls/applyEvent.ts';
import type { Call, CallCase, Caller } from '../../src/calls/call.ts';
import type { Candidate } from '../../src/contract/agentApi.ts';
import type { CallEvent, CallEventType } from '../../src/contract/callEvent.ts';

export const CALL_ID = 'test:1';

/** `second(3)`: three seconds into the story. */
export const second = (seconds: number): string =>
    new Date(Date.UTC(2026, 10, 23, 12, 0, 0) + seconds * 1000).toISOString();

type Details = Partial<{ [Key in keyof CallEvent]: unknown }> & Record<string, unknown>;

/** An event of the story's call, so many seconds in. */
export const event = (type: CallEventType, seconds: number, details: Details = {}): CallEvent =>
    ({
        type,
        key: `${type}|${seconds}|${String(details['legId'])}`,
        callId: CALL_ID,
        at: second(seconds),
        facts: {},
        ...details
    }) as CallEvent;

/** An event of an agent's leg; the first leg of extension 1001 is `1001`. */
export const legEvent = (type: CallEventType, seconds: number, agent: string, details: Details = {}): CallEvent =>
    event(type, seconds, { legId: `test:${agent}`, agent, ...DEFAULTS[type], ...details });

const DEFAULTS: Partial<Record<CallEventType, Details>> = {
    legOffered: { kind: 'offer' },
    legEnded: { reason: 'hungUp' },
    consultStarted: { to: { kind: 'agent', extension: '1002' } },
    legTransferred: { mode: 'blind', to: '1002' }
};

/** Plays events from nothing. */
export function play(...events: CallEvent[]): Call {
    const call = events.reduce<Call | null>((before, each) => applyEvent(before, each), null);
    if (!call) throw new Error('A story needs an event');
    return call;
}

export const inbound = {
    facts: { direction: 'inbound', number: '5511987654321', callerName: 'Maria', queue: 'suporte' }
};

/** A lookup that found nobody. */
export const NOBODY: Caller = { who: null, reason: 'unknownNumber', others: [] };

export const candidate = (id: string, details: Partial<Candidate> = {}): Candidate => ({
    kind: 'contact',
    id,
    name: `Cliente ${id}`,
    phone: '(11) 98765-4321',
    accountId: null,
    accountName: null,
    taxId: null,
    ...details
});

/** Extension 1001's Case of the story's call. */
export const OPENED: CallCase = { id: '500', number: '00001042', ownerLeg: 'test:1001', who: null };
