import type { CallEvent, CallFacts, LegEvent } from '../contract/callEvent.ts';
import type { Instant } from '../contract/instant.ts';
import { type Call, type Leg, isOver } from './call.ts';
import {
    answerConsult,
    answerLeg,
    endConsult,
    endLeg,
    holdLeg,
    joinLeg,
    muteLeg,
    resumeLeg,
    startConference,
    startConsult
} from './moveLeg.ts';

/**
 * Moves a call by one event. Total: any event in any state gives a legal call, and a late or repeated one does
 * no harm. Returns the very same call when nothing changed.
 *
 * @param call null when the event is the first that is heard of the call
 */
export function applyEvent(call: Call | null, event: CallEvent): Call {
    const known = fillFacts(call ?? openCall(event), event);
    switch (event.type) {
        case 'callArrived':
            return event.at < known.startedAt ? { ...known, startedAt: event.at } : known;
        case 'callDialled':
            return withLeg(known, event, 'outbound', (leg) => leg);
        case 'legOffered':
            return withLeg(known, event, event.kind, (leg) => leg);
        case 'legAnswered':
            return answer(known, event);
        case 'legHeld':
            return withLeg(known, event, 'offer', (leg) => holdLeg(leg, event.at));
        case 'legResumed':
            return withLeg(known, event, 'offer', (leg) => resumeLeg(leg, event.at));
        case 'legMuted':
            return withLeg(known, event, 'offer', (leg) => muteLeg(leg, true));
        case 'legUnmuted':
            return withLeg(known, event, 'offer', (leg) => muteLeg(leg, false));
        case 'consultStarted':
            return withLeg(known, event, 'offer', (leg) => startConsult(leg, event.to, event.at));
        case 'consultAnswered':
            return withLeg(known, event, 'offer', (leg) => answerConsult(leg, event.at));
        case 'consultEnded':
            return withLeg(known, event, 'offer', (leg) => endConsult(leg, event.at));
        case 'conferenceStarted':
            return joinEverybody(known, event, (leg) => startConference(leg, event.at));
        case 'legTransferred':
            return transfer(known, event);
        case 'legEnded':
            return withLeg(known, event, 'offer', (leg) => endLeg(leg, event.at, event.reason));
        case 'callAbandoned':
            return abandon(known, event.at);
        case 'callEnded':
            return endCall(known, event.at);
        case 'recordingStarted':
            return known.recording ? known : { ...known, recording: { name: null, format: null, paused: false } };
        case 'recordingPaused':
            return pauseRecording(known, true);
        case 'recordingResumed':
            return pauseRecording(known, false);
        case 'recordingReady':
            return known.recording?.name
                ? known
                : { ...known, recording: { name: event.name, format: event.format, paused: false } };
    }
}

function openCall({ callId, type, at, facts }: CallEvent): Call {
    return {
        id: callId,
        direction: facts.direction ?? (type === 'callDialled' ? 'outbound' : 'inbound'),
        number: null,
        callerName: null,
        queue: null,
        recovered: facts.recovered ?? false,
        protocol: null,
        startedAt: at,
        endedAt: null,
        abandonedAt: null,
        recording: null,
        recordingWasPaused: false,
        legs: [],
        caller: null,
        case: null,
        unansweredTaskId: null
    };
}

/** The first value told for a fact stays, except that a call taken for inbound by default may turn out not to be. */
function fillFacts(call: Call, { facts }: CallEvent): Call {
    const filled = {
        direction: call.direction === 'inbound' ? (facts.direction ?? call.direction) : call.direction,
        number: call.number ?? facts.number ?? null,
        callerName: call.callerName ?? facts.callerName ?? null,
        queue: call.queue ?? facts.queue ?? null,
        protocol: call.protocol ?? facts.protocol ?? null
    } satisfies CallFacts;
    const changed = Object.entries(filled).some(([fact, value]) => call[fact as keyof typeof filled] !== value);
    return changed ? { ...call, ...filled } : call;
}

/** Changes one leg, opening it first when this event is the first that is heard of it. */
function withLeg(call: Call, event: LegEvent, kind: Leg['kind'], change: (leg: Leg) => Leg): Call {
    const leg = call.legs.find(({ id }) => id === event.legId);
    if (leg) {
        const changed = change(leg);
        return changed === leg ? call : { ...call, legs: call.legs.map((one) => (one === leg ? changed : one)) };
    }
    const opened = openLeg(event, kind);
    const changed = change(call.endedAt === null ? opened : endLeg(opened, call.endedAt, endReasonOf(call)));
    return { ...call, legs: [...call.legs, changed] };
}

const openLeg = ({ legId, agent, at }: LegEvent, kind: Leg['kind']): Leg => ({
    id: legId,
    agent,
    kind,
    state: kind === 'outbound' ? 'dialling' : 'ringing',
    offeredAt: at,
    answeredAt: null,
    endedAt: null,
    endReason: null,
    heldSince: null,
    heldMs: 0,
    muted: false,
    consult: null,
    transfer: null,
    note: null,
    taskId: null,
    taskNote: null
});

/** Who takes the call silences the phones of the others that it rings at. */
function answer(call: Call, event: LegEvent): Call {
    const answered = withLeg(call, event, 'offer', (leg) => answerLeg(leg, event.at));
    if (answered === call) return call;
    const winner = answered.legs.find(({ id }) => id === event.legId);
    if (winner?.kind !== 'offer') return answered;
    const legs = answered.legs.map((leg) =>
        leg !== winner && leg.kind === 'offer' && leg.state === 'ringing' && leg.offeredAt <= event.at
            ? endLeg(leg, event.at, 'answeredElsewhere')
            : leg
    );
    return { ...answered, legs };
}

function transfer(call: Call, event: Extract<CallEvent, { type: 'legTransferred' }>): Call {
    const { mode, to, at } = event;
    const leave = (leg: Leg): Leg => {
        const ended = endLeg(leg, at, 'transferred');
        return ended.transfer ? ended : { ...ended, endReason: 'transferred', transfer: { mode, to, at } };
    };
    return mode === 'blind' ? withLeg(call, event, 'offer', leave) : joinEverybody(call, event, leave);
}

/** Changes the leg of whoever asked, and connects whom they asked with the customer. */
function joinEverybody(call: Call, event: LegEvent, change: (leg: Leg) => Leg): Call {
    const changed = withLeg(call, event, 'offer', change);
    return { ...changed, legs: changed.legs.map((leg) => (leg.id === event.legId ? leg : joinLeg(leg, event.at))) };
}

/** What is on tape is complete, and no pause that is told later changes it; that it lacks something is remembered. */
function pauseRecording(call: Call, paused: boolean): Call {
    const known = paused && !call.recordingWasPaused ? { ...call, recordingWasPaused: true } : call;
    const { recording } = known;
    if (!recording || recording.name !== null || recording.paused === paused) return known;
    return { ...known, recording: { ...recording, paused } };
}

function abandon(call: Call, at: Instant): Call {
    if (call.abandonedAt !== null) return call;
    const legs = call.legs.map((leg) => (leg.state === 'ringing' ? endLeg(leg, at, 'callerGone') : leg));
    return { ...call, abandonedAt: at, legs };
}

function endCall(call: Call, at: Instant): Call {
    if (call.endedAt !== null && call.endedAt <= at) return call;
    const ended = { ...call, endedAt: at };
    return { ...ended, legs: call.legs.map((leg) => (isOver(leg) ? leg : endLeg(leg, at, endReasonFor(leg)))) };
}

const endReasonFor = (leg: Leg) => (leg.state === 'ringing' ? 'callerGone' : 'hungUp');
const endReasonOf = (call: Call) => (call.abandonedAt === null ? 'hungUp' : 'callerGone');
