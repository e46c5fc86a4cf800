import type { TransferTarget } from '../../contract/callActions.ts';
import { nameOfTarget } from '../nameOfTarget.ts';
import { CommandRefused } from '../telephonyAdapter.ts';
import { requireCustomerAlone } from './consulting.ts';
import type { Line } from './line.ts';
import { play } from './playing.ts';
import { enterQueue } from './queueing.ts';
import { offer } from './ringing.ts';
import type { SimulatedCall, SimulatedLeg } from './simulatedCall.ts';
import { findDestination } from './transferTarget.ts';

/** Hands the customer over unasked. Nobody who takes them: the call ends, as on a PBX without a way back. */
export function blindTransfer(line: Line, call: SimulatedCall, leg: SimulatedLeg, to: TransferTarget): void {
    requireCustomerAlone(call, leg);
    const destination = findDestination(line, call, leg, to);
    if (destination.kind === 'played' && destination.reply === 'busy')
        throw new CommandRefused(`O número ${nameOfTarget(to)} está ocupado.`, { reason: 'target-busy' });
    leg.state = 'ended';
    leg.endReason = 'transferred';
    call.tellLeg(leg, { type: 'legTransferred', mode: 'blind', to: nameOfTarget(to) });
    switch (destination.kind) {
        case 'colleague':
            return offer(line, call, destination.agent);
        case 'queue':
            return enterQueue(line, call, destination.queue, { without: [leg.agent] });
        case 'played':
            return play(line, call, destination.reply, null);
    }
}
