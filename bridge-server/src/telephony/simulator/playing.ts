import { endConsult } from './leaving.ts';
import type { Line } from './line.ts';
import type { PlayedParty, SimulatedCall, SimulatedLeg } from './simulatedCall.ts';
import type { SimulatorTimings } from './timings.ts';

/** What comes of calling a number: its last digits say so. */
export type Reply = 'answers' | 'busy' | 'noAnswer';

export function replyOf(number: string): Reply {
    if (number.endsWith('0000')) return 'busy';
    return number.endsWith('9999') ? 'noAnswer' : 'answers';
}

export const replyAfterMs = (reply: Reply, timings: SimulatorTimings): number =>
    reply === 'noAnswer' ? timings.ringMs : timings.playedAnswerMs;

/** The line plays whoever is called: asked by an agent, or handed the customer. */
export function play(line: Line, call: SimulatedCall, reply: Reply, asker: SimulatedLeg | null): void {
    const party: PlayedParty = { isTalking: false, asker };
    call.played = party;
    line.after(call, replyAfterMs(reply, line.timings), () => {
        if (call.played !== party) return;
        if (reply === 'answers') take(line, call, party);
        else vanish(call, party);
    });
}

function take(line: Line, call: SimulatedCall, party: PlayedParty): void {
    party.isTalking = true;
    if (!party.asker?.consult) return talkAWhile(line, call, party);
    party.asker.consult.state = 'talking';
    call.tellLeg(party.asker, { type: 'consultAnswered' });
}

function vanish(call: SimulatedCall, { asker }: PlayedParty): void {
    call.played = null;
    if (asker) endConsult(call, asker);
}

/** Whoever asked them is gone: they have the customer now, and in the end hang up. */
export function keepCustomer(line: Line, call: SimulatedCall, party: PlayedParty): void {
    party.asker = null;
    if (party.isTalking) talkAWhile(line, call, party);
}

function talkAWhile(line: Line, call: SimulatedCall, party: PlayedParty): void {
    line.after(call, line.timings.playedTalkMs, () => {
        if (call.played === party) vanish(call, party);
    });
}
