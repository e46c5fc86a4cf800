import { type AmiMessage, fieldOf } from '../../src/telephony/asterisk/amiMessage.ts';
import type { CaptureMessage } from './readCapture.ts';

/** Raw bytes have no times. */
const STEP_MS = 20;
/** Long enough for a person to see a phone ring, and a conversation. */
const RINGING_MS = 4_000;
const TALKING_MS = 6_000;

const CONVERSATION_ENDS = new Set(['BridgeLeave', 'HangupRequest', 'SoftHangupRequest']);

/** Gives events times at which a person can follow them: quick steps, but the phone rings and people talk. */
export function paceRawCapture(messages: readonly AmiMessage[]): CaptureMessage[] {
    const ringing = new Set<string>();
    let isTalking = false;
    return messages.map((message) => {
        const event = fieldOf(message, 'Event');
        const uniqueid = fieldOf(message, 'Uniqueid');
        const state = event === 'Newstate' ? fieldOf(message, 'ChannelStateDesc') : '';
        if (state === 'Ringing') ringing.add(uniqueid);
        if (state === 'Up' && ringing.delete(uniqueid)) return { message, afterMs: RINGING_MS };
        if (event === 'BridgeEnter') isTalking = true;
        if (!isTalking || !CONVERSATION_ENDS.has(event)) return { message, afterMs: STEP_MS };
        isTalking = false;
        return { message, afterMs: TALKING_MS };
    });
}
