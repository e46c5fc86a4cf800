import type { CallEvent } from '../../contract/callEvent.ts';
import type { Instant } from '../../contract/instant.ts';
import { localPairOf } from './agentPhone.ts';
import { type AmiMessage, fieldOf } from './amiMessage.ts';
import { identifierOf } from './cleanText.ts';
import { answerConsult } from './consultEvents.ts';
import { type AskingLeg, createLeg, type LegOfCall } from './trackedCalls.ts';
import {
    earlyRecording,
    type EventMeaning,
    inboundFacts,
    ofCall,
    ofLeg,
    type TranslationContext
} from './translation.ts';

/** A caller enters a queue: from here on the call concerns agents. */
export const queueCallerJoin: EventMeaning = (message, at, context) => {
    const linkedid = identifierOf(message, 'Linkedid');
    // an agent who asks a queue brings no new caller
    if (!linkedid || askerIn(message, context)) return [];
    // one who was sent on to another queue arrived long ago
    if (context.calls.findAlsoOver(linkedid)) return [];
    const call = context.calls.open(linkedid, at, inboundFacts(message));
    return [ofCall('callArrived', call, at), ...earlyRecording(call, at, context)];
};

/** The queue rings an agent. */
export const agentCalled: EventMeaning = (message, at, context) => {
    const offered = queueLeg(message, at, context);
    return offered?.isNew ? [legOffered(offered, at), ...earlyRecording(offered.call, at, context)] : [];
};

/** The queue connects caller and agent. */
export const agentConnect: EventMeaning = (message, at, context) => {
    const connected = queueLeg(message, at, context);
    if (!connected || connected.leg.answered) return [];
    connected.leg.answered = true;
    return [
        ofLeg('legAnswered', connected, at),
        ...answerConsult(askerIn(message, context), at),
        ...earlyRecording(connected.call, at, context)
    ];
};

/** The queue gives this agent up; how the offer came out is known when the agent's channel hangs up. */
export const agentRingNoAnswer: EventMeaning = (message, _at, { calls }) => {
    const offered = calls.legOf(fieldOf(message, 'DestUniqueid'));
    if (offered) offered.leg.rangOut = true;
    return [];
};

/** May come after the end of the channel with which the call began. */
export const queueCallerAbandon: EventMeaning = (message, at, { calls }) => {
    const call = calls.findAlsoOver(fieldOf(message, 'Linkedid'));
    // whoever has the customer may have asked a queue, and thought better of it
    if (!call || call.legs.values().some((leg) => leg.answered && !leg.transferred)) return [];
    call.abandoned = true;
    return [ofCall('callAbandoned', call, at)];
};

const legOffered = (offered: LegOfCall, at: Instant): CallEvent => ({
    ...ofLeg('legOffered', offered, at),
    kind: offered.leg.kind === 'consult' ? 'consult' : 'offer'
});

/** The leg that a queue's message is about; members that are nobody's phone have none. */
function queueLeg(
    message: AmiMessage,
    at: Instant,
    context: TranslationContext
): (LegOfCall & { readonly isNew: boolean }) | null {
    const { calls, agentOf } = context;
    const linkedid = identifierOf(message, 'Linkedid');
    const uniqueid = identifierOf(message, 'DestUniqueid');
    const name = fieldOf(message, 'DestChannel');
    const agent = agentOf(name) ?? agentOf(fieldOf(message, 'Interface'));
    if (!linkedid || !uniqueid || !agent) return null;
    const known = calls.legOf(uniqueid);
    if (known) return { ...known, isNew: false };
    const call = calls.open(linkedid, at, inboundFacts(message));
    const kind = askerIn(message, context) ? 'consult' : 'offer';
    const leg = createLeg({ uniqueid, name }, { agent, kind, offeredBy: 'queue', since: at });
    call.legs.set(uniqueid, leg);
    return { call, leg, isNew: true };
}

/** The agent who asks a queue, of which the message tells that their question is its caller. */
function askerIn(message: AmiMessage, { calls }: TranslationContext): AskingLeg | undefined {
    const pair = localPairOf(fieldOf(message, 'Channel'));
    const asking = pair === null ? undefined : calls.askerOf((consult) => consult.pair === pair);
    return asking?.leg.transferred ? undefined : asking;
}
