import type { TransferTarget } from '../../contract/callActions.ts';
import { nameOfTarget } from '../nameOfTarget.ts';
import { CommandRefused } from '../telephonyAdapter.ts';
import { dismiss, endConsult } from './leaving.ts';
import type { Line } from './line.ts';
import { keepCustomer, play } from './playing.ts';
import { dismissQueue, enterQueue } from './queueing.ts';
import { offer } from './ringing.ts';
import { hasOtherSide, isLive, type SimulatedCall, type SimulatedLeg } from './simulatedCall.ts';
import { findDestination } from './transferTarget.ts';

/** Throws CommandRefused unless the agent has the customer, and nobody but them. */
export function requireCustomerAlone(call: SimulatedCall, leg: SimulatedLeg): void {
    if (!hasOtherSide(leg))
        throw new CommandRefused('Você ainda não está com o cliente.', { reason: 'not-possible-now' });
    if (leg.consult)
        throw new CommandRefused('Conclua ou cancele antes a consulta que está em curso.', {
            reason: 'not-possible-now'
        });
    if (call.legs.some(({ consult }) => consult))
        throw new CommandRefused('Isto não é possível numa conferência.', { reason: 'not-possible-now' });
}

/** The customer waits on hold while the agent asks somebody. */
export function consult(line: Line, call: SimulatedCall, leg: SimulatedLeg, to: TransferTarget): void {
    requireCustomerAlone(call, leg);
    const destination = findDestination(line, call, leg, to);
    if (leg.state === 'talking') {
        leg.state = 'held';
        call.tellLeg(leg, { type: 'legHeld' });
    }
    leg.consult = { to, state: 'ringing' };
    call.tellLeg(leg, { type: 'consultStarted', to });
    switch (destination.kind) {
        case 'colleague':
            return offer(line, call, destination.agent, leg);
        case 'queue':
            return enterQueue(line, call, destination.queue, { asker: leg });
        case 'played':
            return play(line, call, destination.reply, leg);
    }
}

/** Back to the customer; who was asked is off, out of a conference too. */
export function cancelTransfer(line: Line, call: SimulatedCall, leg: SimulatedLeg): void {
    requireConsult(leg);
    dismissQueue(call, 'callerGone');
    const asked = askedBy(call, leg);
    dismiss(
        call,
        asked.filter(({ state }) => state === 'ringing'),
        'callerGone'
    );
    dismiss(call, asked.filter(isLive), 'hungUp');
    if (call.played?.asker === leg) call.played = null;
    endConsult(call, leg);
    if (leg.state !== 'held') return;
    line.connect(leg);
    call.tellLeg(leg, { type: 'legResumed' });
}

/** The agent leaves the customer with whom they asked, though their telephone may still ring. */
export function completeTransfer(line: Line, call: SimulatedCall, leg: SimulatedLeg): void {
    const { to } = requireConsult(leg);
    leg.state = 'ended';
    leg.endReason = 'transferred';
    call.tellLeg(leg, { type: 'legTransferred', mode: 'attended', to: nameOfTarget(to) });
    handToAsked(line, call, leg);
}

export function conference(line: Line, call: SimulatedCall, leg: SimulatedLeg): void {
    const asking = requireConsult(leg);
    if (asking.state !== 'talking')
        throw new CommandRefused(
            asking.state === 'ringing' ? 'Espere até que a pessoa consultada atenda.' : 'A conferência já começou.',
            { reason: 'not-possible-now' }
        );
    asking.state = 'joined';
    call.tellLeg(leg, { type: 'conferenceStarted' });
    for (const each of [leg, ...askedBy(call, leg)]) line.connect(each);
}

/** Whoever was asked has the customer from here on. */
export function handToAsked(line: Line, call: SimulatedCall, leg: SimulatedLeg): void {
    leg.consult = null;
    for (const asked of askedBy(call, leg)) {
        asked.asker = null;
        if (asked.state === 'ringing') asked.kind = 'offer';
        else if (asked.state === 'consulting') line.connect(asked);
    }
    if (call.queueing) {
        call.queueing.asker = null;
        call.queueing.excluded.add(leg.agent);
    }
    if (call.played?.asker === leg) keepCustomer(line, call, call.played);
}

function requireConsult({ consult: asking }: SimulatedLeg) {
    if (!asking) throw new CommandRefused('Você não está consultando ninguém.', { reason: 'not-possible-now' });
    return asking;
}

const askedBy = (call: SimulatedCall, leg: SimulatedLeg): SimulatedLeg[] =>
    call.liveLegs().filter(({ asker }) => asker === leg);
