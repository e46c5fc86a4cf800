import type { Tones } from './audio/tones.ts';
import { answerLater, type ReceivedCall } from './receiveCalls.ts';
import type { SipCall } from './sipCall.ts';
import { createStates } from './sipp/states.ts';

export type PhoneState = 'idle' | 'dialling' | 'ringing' | 'talking';

/** An agent's desk phone. What is said of "the call" means the newest one that has not ended. */
export interface Phone {
    readonly extension: string;
    state(): PhoneState;
    /** `limitMs` is 15 s if not given. */
    until(state: PhoneState, limitMs?: number): Promise<void>;
    answer(): Promise<void>;
    /** Ends the call, refuses it while it rings. */
    hangUp(): Promise<void>;
    hold(): Promise<void>;
    resume(): Promise<void>;
    /** Resolves when the call is under way. */
    dial(number: string): Promise<SipCall>;
    /** The phone's own blind transfer. */
    transfer(number: string): Promise<void>;
    /** Dials `number` with the call on hold; the customer waits. */
    consult(number: string): Promise<SipCall>;
    /** Hands the call that waits to the one consulted. */
    completeTransfer(): Promise<void>;
    sendDtmf(digits: string): Promise<void>;
    digits(): string;
    hears(): Tones;
    /** Oldest first. */
    calls(): readonly SipCall[];
    /** Phones that know no `talk` notification, or are told to ignore it. */
    obeyTalk(obeys: boolean): void;
    /** How many of them it ignored. */
    ignoredTalks(): number;
}

/** A phone and what happens to it from outside. `place` is how it dials. */
export function createPhone(extension: string, place: (number: string) => Promise<SipCall>) {
    const calls: SipCall[] = [];
    const states = createStates<PhoneState>(`Phone ${extension}`, 'idle');
    let obeysTalk = true;
    let ignoredTalks = 0;

    function take(call: SipCall): void {
        calls.push(call);
        call.watch((state) => {
            if (state === 'ended') calls.splice(calls.indexOf(call), 1);
            show();
        });
        show();
    }
    function show(): void {
        const call = calls.at(-1);
        if (!call) states.move('idle');
        else if (call.state() === 'talking') states.move('talking');
        else if (!isOffered(call)) states.move('dialling');
        else if (call.state() === 'ringing') states.move('ringing');
    }
    function current(): SipCall {
        const call = calls.at(-1);
        if (!call) throw new Error(`Phone ${extension} has no call.`);
        return call;
    }
    const phone: Phone = {
        extension,
        state: states.now,
        until: states.until,
        async answer() {
            const call = current();
            if (!isOffered(call)) throw new Error(`Nothing rings at phone ${extension}.`);
            call.answer();
            await call.until('talking');
        },
        hangUp: () => current().hangUp(),
        hold: () => current().hold(),
        resume: () => current().resume(),
        dial,
        transfer: (number) => current().transfer(number),
        async consult(number) {
            if (!current().onHold()) await current().hold();
            return dial(number);
        },
        async completeTransfer() {
            const [consultation, customer] = [calls.at(-1), calls.at(-2)];
            if (!consultation || !customer) throw new Error(`Phone ${extension} consults nobody.`);
            await customer.transfer(consultation.number, consultation);
        },
        sendDtmf: (digits) => current().sendDtmf(digits),
        digits: () => current().digits(),
        hears: () => current().hears(),
        calls: () => [...calls],
        obeyTalk: (obeys) => {
            obeysTalk = obeys;
        },
        ignoredTalks: () => ignoredTalks
    };
    async function dial(number: string): Promise<SipCall> {
        const call = await place(number);
        take(call);
        return call;
    }
    return {
        phone,
        /** A call from outside, which the phone takes by itself after `answerAfterMs`, if that is given. */
        offer(call: ReceivedCall, answerAfterMs?: number) {
            take(call);
            if (call.answersItself) return call.answer();
            call.ring();
            if (answerAfterMs !== undefined) answerLater(call, answerAfterMs);
        },
        talkAsked(call: ReceivedCall) {
            if (obeysTalk) call.answer();
            else ignoredTalks += 1;
        }
    };
}

const isOffered = (call: SipCall): call is ReceivedCall => 'answer' in call;
