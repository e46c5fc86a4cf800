import type { CallEvent, CallFacts } from '../../contract/callEvent.ts';
import type { Instant } from '../../contract/instant.ts';
import { localPairOf } from './agentPhone.ts';
import { type AmiMessage, fieldOf } from './amiMessage.ts';
import { cleanNumber, identifierOf, nameOf, numberOf } from './cleanText.ts';
import { answerConsult } from './consultEvents.ts';
import { createLeg, type LegOfCall, type TrackedCall, type TrackedLeg } from './trackedCalls.ts';
import { earlyRecording, type EventMeaning, inboundFacts, ofLeg, type TranslationContext } from './translation.ts';

/** One side of a dial: who dials, or who is dialled. */
interface DialSide {
    readonly name: string;
    readonly uniqueid: string;
    readonly linkedid: string;
}

export const dialBegin: EventMeaning = (message, at, context) => {
    const dialler = sideOf(message, '');
    const dialled = sideOf(message, 'Dest');
    if (!dialled) return [];
    if (!dialler) return rungByPbx(dialled, at, context);
    if (context.calls.legOf(dialled.uniqueid)) return [];
    const agent = context.agentOf(dialled.name);
    if (agent) return offerToAgent(message, dialler, dialled, agent, at, context);
    const diallingAgent = context.agentOf(dialler.name);
    const isOriginator = dialler.uniqueid === dialler.linkedid;
    return diallingAgent && isOriginator ? dialCustomer(message, dialler, dialled, diallingAgent, at, context) : [];
};

/** Only an answer is told at once. What failed may be tried again over another line, so it waits for the hang-up. */
export const dialEnd: EventMeaning = (message, at, { calls }) => {
    const uniqueid = fieldOf(message, 'DestUniqueid');
    const status = fieldOf(message, 'DialStatus');
    if (status === 'ANSWER') {
        const asking = calls.askerOf(({ nearEnd }) => nearEnd === uniqueid);
        if (asking) return asking.consult.to.kind === 'queue' ? [] : answerConsult(asking, at);
    }
    const offered = calls.legOf(uniqueid);
    if (offered) return finishRing(offered, message, status, at);
    const call = calls.callWithCustomer(uniqueid);
    const leg = call?.legs.get(call.linkedid);
    if (status === 'ANSWER') call?.customers.set(uniqueid, 'answered');
    return call && leg ? finishDial(call, leg, status, at) : [];
};

function finishRing({ call, leg }: LegOfCall, message: AmiMessage, status: string, at: Instant): CallEvent[] {
    // the telephone of the agent who dials was picked up: nobody is reached yet
    if (leg.kind === 'outbound' && status === 'ANSWER') return [];
    const dialler = call.legs.get(fieldOf(message, 'Uniqueid'));
    const reached = dialler?.kind === 'outbound' ? finishDial(call, dialler, status, at) : [];
    return [...finishDial(call, leg, status, at), ...reached];
}

function finishDial(call: TrackedCall, leg: TrackedLeg, status: string, at: Instant): CallEvent[] {
    if (status !== 'ANSWER') {
        leg.dialStatus = status;
        return [];
    }
    // a queue connects caller and agent some moments after the phone was picked up, and says so itself
    if (leg.answered || leg.offeredBy === 'queue') return [];
    leg.answered = true;
    return [ofLeg('legAnswered', { call, leg }, at)];
}

/**
 * The PBX rings a phone by itself, to connect it to something later: that of an agent who dials, which is known, or of one
 * who handed the customer to somebody who does not take them. Whatever else it rings is no call here.
 */
function rungByPbx(dialled: DialSide, at: Instant, { calls, agentOf }: TranslationContext): CallEvent[] {
    const known = calls.legOf(dialled.uniqueid);
    if (known) {
        known.leg.channels.set(dialled.uniqueid, dialled.name);
        return [];
    }
    const agent = agentOf(dialled.name);
    const before = agent === null ? undefined : calls.handedOverBy(agent);
    if (!agent || !before) return [];
    const { call } = before;
    const leg = createLeg(dialled, { agent, kind: 'offer', offeredBy: 'dial', since: at });
    call.legs.set(dialled.uniqueid, leg);
    return [{ ...ofLeg('legOffered', { call, leg }, at), kind: 'offer' }];
}

function offerToAgent(
    message: AmiMessage,
    dialler: DialSide,
    dialled: DialSide,
    agent: string,
    at: Instant,
    context: TranslationContext
): CallEvent[] {
    const { calls, agentOf } = context;
    const known = calls.find(dialler.linkedid);
    const ledHere = known && legThrough(known, dialler.name);
    if (ledHere) {
        ledHere.channels.set(dialled.uniqueid, dialled.name);
        return [];
    }
    const caller = agentOf(dialler.name);
    const facts = caller ? internalFacts(message, caller) : inboundFacts(message);
    const call = known ?? calls.open(dialler.linkedid, at, facts);
    const kind = asksFirst(call, dialler) ? 'consult' : 'offer';
    const leg = createLeg(dialled, { agent, kind, offeredBy: 'dial', since: at });
    call.legs.set(dialled.uniqueid, leg);
    return [{ ...ofLeg('legOffered', { call, leg }, at), kind }, ...earlyRecording(call, at, context)];
}

function dialCustomer(
    message: AmiMessage,
    dialler: DialSide,
    dialled: DialSide,
    agent: string,
    at: Instant,
    context: TranslationContext
): CallEvent[] {
    const known = context.calls.find(dialler.linkedid);
    // an agent's phone that waits in a queue as a caller is sent on to a member outside
    if (known && known.facts.direction !== 'outbound') return [];
    const number = dialledNumber(fieldOf(message, 'DialString'));
    const call = known ?? context.calls.open(dialler.linkedid, at, { direction: 'outbound', number });
    call.customers.set(dialled.uniqueid, 'dialled');
    if (known) return [];
    const leg = createLeg(dialler, { agent, kind: 'outbound', offeredBy: 'dial', since: at });
    call.legs.set(dialler.uniqueid, leg);
    return [ofLeg('callDialled', { call, leg }, at), ...earlyRecording(call, at, context)];
}

/** `5511912345678@carrier`, `PJSIP/5511912345678@carrier` and `PJSIP/carrier/5511912345678` all dial the number. */
export function dialledNumber(dialString: string): string | null {
    const target = dialString.split('@')[0] ?? '';
    return cleanNumber(target.slice(target.lastIndexOf('/') + 1));
}

/** The leg whose Local channel leads to what is dialled here: the agent's telephone behind a queue member like `Local/1001@from-queue`. */
function legThrough(call: TrackedCall, dialler: string): TrackedLeg | undefined {
    const pair = localPairOf(dialler);
    if (!pair) return undefined;
    return call.legs.values().find((leg) => leg.channels.values().some((name) => localPairOf(name) === pair));
}

/** While an agent holds the customer, who rings a colleague from the side is asking before handing over. */
function asksFirst(call: TrackedCall, dialler: DialSide): boolean {
    const fromTheSide = localPairOf(dialler.name) !== null || call.legs.has(dialler.uniqueid);
    return fromTheSide && call.legs.values().some((leg) => leg.answered && !leg.transferred);
}

const internalFacts = (message: AmiMessage, caller: string): CallFacts => ({
    direction: 'internal',
    number: numberOf(message, 'CallerIDNum') ?? caller,
    callerName: nameOf(message, 'CallerIDName')
});

function sideOf(message: AmiMessage, prefix: '' | 'Dest'): DialSide | null {
    const uniqueid = identifierOf(message, `${prefix}Uniqueid`);
    const linkedid = identifierOf(message, `${prefix}Linkedid`);
    return uniqueid && linkedid ? { uniqueid, linkedid, name: fieldOf(message, `${prefix}Channel`) } : null;
}
