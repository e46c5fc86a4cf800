import { openAudioPort } from './audio/audioPort.ts';
import type { Address } from './audio/rtpPacket.ts';
import { receivedCall, type Refusal } from './scenarios/receivedCall.ts';
import { createSipCall, type SipCall } from './sipCall.ts';
import type { ControlMessage } from './sipp/controlMessage.ts';
import { createMailbox, type Mailbox } from './sipp/mailbox.ts';
import { startSipp, type Sipp } from './sipp/startSipp.ts';

/** A call that the PBX offers. Until it is answered or refused, nothing but `ring` tells the PBX that somebody is there. */
export interface ReceivedCall extends SipCall {
    /** The user part of the address that was called: an extension or a number. */
    readonly to: string;
    /** The From header. */
    readonly from: string;
    /** The PBX asks to be answered at once: Call-Info with answer-after=0. */
    readonly answersItself: boolean;
    ring(): void;
    answer(): void;
    /** With a status of SIP. */
    refuse(status: Refusal): void;
}

export interface ReceiveOptions {
    readonly name: string;
    readonly folder: string;
    readonly pbx: Address;
    readonly localAddress: string;
    readonly localPort?: number;
    toneHz(to: string): number;
    offered(call: ReceivedCall): void;
    /** The PBX sent the notification `talk`: the phone is to pick up. */
    talkAsked?(call: ReceivedCall): void;
}

/** Takes the calls that the PBX sends to an address, until it is stopped. */
export async function receiveCalls(options: ReceiveOptions): Promise<Sipp> {
    const calls = new Map<string, Mailbox<ControlMessage>>();
    const sipp = await startSipp({ ...options, scenario: receivedCall }, (message) => {
        if (message.event === 'incoming') void offer(message);
        else calls.get(message.callId)?.put(message);
    });
    void sipp.gone.then(() => {
        for (const [callId, told] of calls) told.put({ callId, event: 'aborted', fields: {} });
    });

    async function offer({ callId, fields }: ControlMessage): Promise<void> {
        const told = createMailbox<ControlMessage>();
        calls.set(callId, told);
        const to = fields['to'] ?? '';
        const audio = await openAudioPort(options.localAddress, options.toneHz(to));
        const call = createSipCall({
            who: `${options.name}'s call to ${to}`,
            id: callId,
            number: to,
            audio,
            pbx: options.pbx,
            send: (command, more) => sipp.command(callId, command, more),
            ended: () => calls.delete(callId)
        });
        let answering = false;
        const known: ReceivedCall = {
            ...call,
            to,
            from: fields['from'] ?? '',
            answersItself: Boolean(fields['auto']),
            ring: () => call.command('ring'),
            answer() {
                if (answering) return;
                answering = true;
                call.command('answer', { Ear: String(audio.port) });
            },
            refuse: (status) => call.command(`refuse${status}`),
            async hangUp() {
                if (call.state() === 'talking' || answering) return call.hangUp();
                known.refuse(603);
                await call.until('ended');
            }
        };
        told.openTo((message) => {
            if (message.event === 'talk') options.talkAsked?.(known);
            else call.receive(message);
        });
        // the PBX may have thought better of it already
        if (call.state() !== 'ended') options.offered(known);
    }
    return sipp;
}

/** Takes the call after a time, if it is still offered then. */
export function answerLater(call: ReceivedCall, afterMs: number): void {
    const answering = setTimeout(call.answer, afterMs);
    call.watch((state) => {
        if (state === 'ended') clearTimeout(answering);
    });
}
