import { CommandRefused } from '../telephonyAdapter.ts';
import { endCall } from './leaving.ts';
import type { Line } from './line.ts';
import { replyAfterMs, replyOf } from './playing.ts';
import { offer, reach } from './ringing.ts';
import type { SimulatedCall } from './simulatedCall.ts';
import { digitsOf } from './transferTarget.ts';

/** Extensions of agents have four digits here; Brazil's short codes have three or five, and numbers more. */
const EXTENSION = /^\d{4}$/;

/** Calls a number for the agent: a signed-in colleague's telephone rings, everybody else is played. */
export function dial(line: Line, agent: string, number: string): SimulatedCall {
    const digits = digitsOf(number);
    if (digits === agent) throw new CommandRefused('Este é o seu próprio ramal.', { reason: 'own-extension' });
    const isColleague = line.roster.isSignedIn(digits);
    const isInternal = isColleague || EXTENSION.test(number);
    line.holdAll(agent);
    const call = line.open({ direction: isInternal ? 'internal' : 'outbound', number, callerName: null, queue: null });
    const leg = call.addLeg(agent, 'outbound');
    call.tellLeg(leg, { type: 'callDialled' });
    if (isColleague) {
        offer(line, call, digits);
        return call;
    }
    call.hasCustomer = true;
    const reply = replyOf(digits);
    line.after(call, replyAfterMs(reply, line.timings), () => {
        if (reply === 'answers') return reach(line, call, leg);
        call.hasCustomer = false;
        endCall(call, { unreached: reply });
    });
    return call;
}
