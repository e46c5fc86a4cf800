import { CommandRefused, type TelephonyCommand } from '../telephonyAdapter.ts';
import { blindTransfer } from './blindTransfer.ts';
import { cancelTransfer, completeTransfer, conference, consult, handToAsked } from './consulting.ts';
import { leave } from './leaving.ts';
import type { Line } from './line.ts';
import { answer, reject } from './ringing.ts';
import type { SimulatedCall, SimulatedLeg } from './simulatedCall.ts';
import { hold, mute, pauseRecording, pressKeys, resume, resumeRecording } from './talking.ts';

/** Carries out what an agent asks of their leg. Throws CommandRefused, and has changed nothing then. */
export function carryOut(line: Line, command: TelephonyCommand): void {
    const { call, leg } = find(line, command);
    switch (command.action) {
        case 'answer':
            return answer(line, call, leg);
        case 'reject':
            return reject(call, leg);
        case 'hangup':
            return hangUp(line, call, leg);
        case 'hold':
            return hold(call, leg);
        case 'resume':
            return resume(line, call, leg);
        case 'mute':
            return mute(call, leg, true);
        case 'unmute':
            return mute(call, leg, false);
        case 'dtmf':
            return pressKeys(call, leg, command.digits);
        case 'blindTransfer':
            return blindTransfer(line, call, leg, command.to);
        case 'consult':
            return consult(line, call, leg, command.to);
        case 'completeTransfer':
            return completeTransfer(line, call, leg);
        case 'cancelTransfer':
            return cancelTransfer(line, call, leg);
        case 'conference':
            return conference(line, call, leg);
        case 'pauseRecording':
            return pauseRecording(call, leg);
        case 'resumeRecording':
            return resumeRecording(call, leg);
    }
}

/** Who hangs up on a ringing telephone refuses; who asks somebody leaves them with the customer, as on Asterisk. */
function hangUp(line: Line, call: SimulatedCall, leg: SimulatedLeg): void {
    if (leg.state === 'ringing') return reject(call, leg);
    if (leg.consult && leg.consult.state !== 'joined') return completeTransfer(line, call, leg);
    if (leg.consult) handToAsked(line, call, leg);
    leave(call, leg, 'hungUp');
}

function find(line: Line, { callId, legId, agent }: TelephonyCommand): { call: SimulatedCall; leg: SimulatedLeg } {
    const call = line.calls.get(callId);
    const leg = call?.legs.find((each) => each.id === legId && each.agent === agent);
    if (!call || !leg || leg.state === 'ended')
        throw new CommandRefused(
            leg?.endReason === 'answeredElsewhere'
                ? 'Um colega já atendeu esta ligação.'
                : 'Esta ligação já terminou para você.',
            { reason: leg?.endReason === 'answeredElsewhere' ? 'not-ringing' : 'call-over' }
        );
    return { call, leg };
}
