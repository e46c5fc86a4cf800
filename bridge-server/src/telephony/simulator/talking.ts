import { CommandRefused } from '../telephonyAdapter.ts';
import type { Line } from './line.ts';
import { hasOtherSide, type SimulatedCall, type SimulatedLeg } from './simulatedCall.ts';

/** What is asked for a second time is done already. */

export function hold(call: SimulatedCall, leg: SimulatedLeg): void {
    requireOtherSide(leg);
    if (leg.state === 'held') return;
    leg.state = 'held';
    call.tellLeg(leg, { type: 'legHeld' });
}

export function resume(line: Line, call: SimulatedCall, leg: SimulatedLeg): void {
    requireOtherSide(leg);
    if (leg.state === 'talking') return;
    if (leg.consult && leg.consult.state !== 'joined')
        throw new CommandRefused('Cancele a consulta para voltar ao cliente.', { reason: 'not-possible-now' });
    line.connect(leg);
    call.tellLeg(leg, { type: 'legResumed' });
}

export function mute(call: SimulatedCall, leg: SimulatedLeg, muted: boolean): void {
    if (leg.state === 'ringing') throw new CommandRefused('Atenda a ligação primeiro.', { reason: 'not-possible-now' });
    if (leg.muted === muted) return;
    leg.muted = muted;
    call.tellLeg(leg, { type: muted ? 'legMuted' : 'legUnmuted' });
}

/** Keys reach whoever hears the agent: the other side, whom the agent asks, or who asks the agent. */
export function pressKeys(call: SimulatedCall, leg: SimulatedLeg, digits: string): void {
    if (leg.state === 'consulting') return;
    const isHeard = leg.state === 'talking' || leg.consult?.state === 'talking';
    if (!isHeard)
        throw new CommandRefused('Ninguém ouve as teclas agora: volte antes à ligação.', {
            reason: 'not-possible-now'
        });
    call.digits += digits;
}

export function pauseRecording(call: SimulatedCall, leg: SimulatedLeg): void {
    requireOtherSide(leg);
    if (call.recording === 'paused') return;
    call.recording = 'paused';
    call.tell({ type: 'recordingPaused' });
}

export function resumeRecording(call: SimulatedCall, leg: SimulatedLeg): void {
    requireOtherSide(leg);
    if (call.recording === 'running') return;
    call.recording = 'running';
    call.tell({ type: 'recordingResumed' });
}

function requireOtherSide(leg: SimulatedLeg): void {
    if (!hasOtherSide(leg))
        throw new CommandRefused('Você ainda não está com o cliente.', { reason: 'not-possible-now' });
}
