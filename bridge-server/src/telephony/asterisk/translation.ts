import { eventKeys } from '../../calls/eventKeys.ts';
import type { CallEvent, CallFacts } from '../../contract/callEvent.ts';
import type { Instant } from '../../contract/instant.ts';
import type { AgentOf } from './agentPhone.ts';
import type { AmiMessage } from './amiMessage.ts';
import { nameOf, numberOf, queueOf } from './cleanText.ts';
import { fieldOf } from './amiMessage.ts';
import type { LegOfCall, TrackedCall, TrackedCalls } from './trackedCalls.ts';

/** What a translation needs to know beside the message; `calls` is what it remembers and changes. */
export interface TranslationContext {
    readonly calls: TrackedCalls;
    readonly agentOf: AgentOf;
}

/** What one kind of AMI event means. */
export type EventMeaning = (message: AmiMessage, at: Instant, context: TranslationContext) => CallEvent[];

type Base<Type extends CallEvent['type']> = {
    readonly type: Type;
    readonly key: string;
    readonly callId: string;
    readonly at: Instant;
    readonly facts: CallFacts;
};

export const ofCall = <Type extends CallEvent['type']>(type: Type, call: TrackedCall, at: Instant): Base<Type> => ({
    type,
    key: eventKeys.call(call.callId, type),
    callId: call.callId,
    at,
    facts: call.facts
});

export const ofLeg = <Type extends CallEvent['type']>(type: Type, { call, leg }: LegOfCall, at: Instant) => ({
    ...ofCall(type, call, at),
    key: eventKeys.leg(leg.legId, type),
    legId: leg.legId,
    agent: leg.agent
});

/** The facts of a call whose customer's channel the message is about. */
export const inboundFacts = (message: AmiMessage): CallFacts => ({
    direction: 'inbound',
    number: numberOf(message, 'CallerIDNum'),
    callerName: nameOf(message, 'CallerIDName'),
    queue: queueOf(fieldOf(message, 'Queue'))
});

/** A recording may begin before the call concerns anybody here; it is told as soon as the call is. */
export function earlyRecording(call: TrackedCall, at: Instant, { calls }: TranslationContext): CallEvent[] {
    if (call.recorded || !calls.earlyRecordings.delete(call.linkedid)) return [];
    call.recorded = true;
    return [ofCall('recordingStarted', call, at)];
}
