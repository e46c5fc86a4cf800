import type { TransferTarget } from '../../contract/callActions.ts';
import { CommandRefused } from '../telephonyAdapter.ts';
import type { Line } from './line.ts';
import { type Reply, replyOf } from './playing.ts';
import { QUEUES } from './queueing.ts';
import type { SimulatedCall, SimulatedLeg } from './simulatedCall.ts';

export type Destination =
    | { readonly kind: 'colleague'; readonly agent: string }
    | { readonly kind: 'queue'; readonly queue: string }
    | { readonly kind: 'played'; readonly reply: Reply };

/** Where a call to the target would go. Throws CommandRefused: there is no such place, or they are on the call. */
export function findDestination(
    line: Line,
    call: SimulatedCall,
    { agent }: SimulatedLeg,
    to: TransferTarget
): Destination {
    switch (to.kind) {
        case 'queue':
            if (!QUEUES.some((name) => name === to.name))
                throw new CommandRefused(`A fila ${to.name} não existe.`, { reason: 'no-such-target' });
            return { kind: 'queue', queue: to.name };
        case 'agent':
            refuseParties(call, agent, to.extension);
            return line.roster.isSignedIn(to.extension)
                ? { kind: 'colleague', agent: to.extension }
                : { kind: 'played', reply: 'answers' };
        case 'number': {
            const digits = digitsOf(to.number);
            refuseParties(call, agent, digits);
            return line.roster.isSignedIn(digits)
                ? { kind: 'colleague', agent: digits }
                : { kind: 'played', reply: replyOf(digits) };
        }
    }
}

function refuseParties(call: SimulatedCall, agent: string, extension: string): void {
    if (extension === agent) throw new CommandRefused('Este é o seu próprio ramal.', { reason: 'own-extension' });
    if (call.liveLegs().some((leg) => leg.agent === extension))
        throw new CommandRefused('Este colega já está nesta ligação.', { reason: 'target-busy' });
}

/** Throws CommandRefused where there is nothing to dial. */
export function digitsOf(number: string): string {
    const digits = number.replace(/\D/g, '');
    if (digits === '')
        throw new CommandRefused('Digite um número de telefone ou um ramal.', { reason: 'no-such-target' });
    return digits;
}
