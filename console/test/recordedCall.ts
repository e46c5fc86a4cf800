import { createWebhookSender, type WebhookEvent } from '../../bench/sync/webhookSender.ts';
import type { TestStack } from './stack.ts';

const RINGING_SECONDS = 6;

interface Served {
    /** No other call has it. */
    readonly protocol: string;
    readonly number: string;
    /** The agent's extension. */
    readonly agent: string;
    /** How long they talked; the call is over just now. */
    readonly seconds: number;
}

/**
 * A telephony side tells by webhook of a call that an agent answered, that is over, and that was recorded as
 * `<protocol>.wav`.
 */
export async function tellRecordedCall({ bridgeUrl }: TestStack, call: Served): Promise<void> {
    const { protocol, number, agent, seconds } = call;
    const sender = createWebhookSender(bridgeUrl);
    const beganMs = Date.now() - (RINGING_SECONDS + seconds) * 1_000;
    const after = (passed: number): string => new Date(beganMs + passed * 1_000).toISOString();
    const ofCall = { callId: protocol, facts: { direction: 'inbound', number, protocol } };
    const ofLeg = { ...ofCall, legId: `${protocol}/${agent}`, agent };
    const overAt = after(RINGING_SECONDS + seconds);
    const events: readonly WebhookEvent[] = [
        { type: 'recordingStarted', at: after(0), ...ofCall },
        { type: 'legOffered', at: after(0), ...ofLeg },
        { type: 'legAnswered', at: after(RINGING_SECONDS), ...ofLeg },
        { type: 'legEnded', at: overAt, ...ofLeg },
        { type: 'callEnded', at: overAt, ...ofCall },
        { type: 'recordingReady', at: overAt, ...ofCall, name: protocol, format: 'wav' }
    ];
    try {
        for (const event of events) await sender.tell(event);
    } finally {
        sender.close();
    }
}
