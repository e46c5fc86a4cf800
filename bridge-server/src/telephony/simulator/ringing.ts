import type { Line } from './line.ts';
import { CommandRefused } from '../telephonyAdapter.ts';
import { dismiss, leave } from './leaving.ts';
import type { SimulatedCall, SimulatedLeg } from './simulatedCall.ts';

/** The call rings at an agent's telephone until somebody does something about it. */
export function ringAt(call: SimulatedCall, agent: string, asker: SimulatedLeg | null = null): SimulatedLeg {
    const kind = asker ? 'consult' : 'offer';
    const leg = call.addLeg(agent, kind, asker);
    call.tellLeg(leg, { type: 'legOffered', kind });
    return leg;
}

/** As ringAt, for as long as a telephone rings. */
export function offer(line: Line, call: SimulatedCall, agent: string, asker: SimulatedLeg | null = null): void {
    const leg = ringAt(call, agent, asker);
    line.after(call, line.timings.ringMs, () => {
        if (leg.state === 'ringing') letRing(line, call, leg);
    });
}

function letRing(line: Line, call: SimulatedCall, leg: SimulatedLeg): void {
    const { queueing } = call;
    leave(call, leg, 'noAnswer');
    if (!queueing) return;
    queueing.resting.add(leg.agent);
    line.after(call, line.timings.offerAgainMs, () => queueing.resting.delete(leg.agent));
}

/** A queue looks for somebody else; a call that was for this agent alone is over. */
export function reject(call: SimulatedCall, leg: SimulatedLeg): void {
    if (leg.state !== 'ringing')
        throw new CommandRefused('Esta ligação não está mais tocando para você.', { reason: 'not-ringing' });
    call.queueing?.excluded.add(leg.agent);
    leave(call, leg, 'refused');
}

/** The first to answer has the call; the telephones of the others fall silent. */
export function answer(line: Line, call: SimulatedCall, leg: SimulatedLeg): void {
    if (leg.state !== 'ringing')
        throw new CommandRefused('Esta ligação não está mais tocando para você.', { reason: 'not-ringing' });
    line.holdAll(leg.agent);
    startRecording(call);
    leg.state = leg.kind === 'consult' ? 'consulting' : 'talking';
    call.tellLeg(leg, { type: 'legAnswered' });
    call.queueing = null;
    dismiss(
        call,
        call.legs.filter(({ state }) => state === 'ringing'),
        'answeredElsewhere'
    );
    if (leg.asker?.consult) {
        leg.asker.consult.state = 'talking';
        call.tellLeg(leg.asker, { type: 'consultAnswered' });
    }
    for (const dialling of call.legs.filter(({ state }) => state === 'dialling')) reach(line, call, dialling);
}

/** Whom the agent called took it. */
export function reach(line: Line, call: SimulatedCall, dialling: SimulatedLeg): void {
    startRecording(call);
    line.connect(dialling);
    call.tellLeg(dialling, { type: 'legAnswered' });
}

function startRecording(call: SimulatedCall): void {
    if (call.wasAnswered) return;
    call.recording = 'running';
    call.tell({ type: 'recordingStarted' });
}
