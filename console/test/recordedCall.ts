import { createWebhookSender, type WebhookEvent } from '../../bench/sync/webhookSender.ts';
import type { TestStack } from './stack.ts';

export interface RecordedCall {
    readonly protocol: string;
    /** What the telephony side calls the audio, without the format. */
    readonly recording: string;
}

interface Served {
    /** No other call has it. */
    readonly protocol: string;
    readonly number: string;
    /** The agent's extension. */
    readonly agent: string;
}

/**
 * A telephony side tells by webhook of a call that an agent answered, that is over, and that was recorded as
 * `<protocol>.wav`.
 */
export async function tellRecordedCall({ bridgeUrl }: TestStack, call: Served): Promise<RecordedCall> {
    const { protocol, number, agent } = call;
    const sender = createWebhookSender(bridgeUrl);
    const at = (): string => new Date().toISOString();
    const ofCall = { callId: protocol, facts: { direction: 'inbound', number, protocol } };
    const ofLeg = { ...ofCall, legId: `${protocol}/${agent}`, agent };
    const tell = (event: Omit<WebhookEvent, 'at'>) => sender.tell({ ...event, at: at() });
    try {
        await tell({ type: 'recordingStarted', ...ofCall });
        await tell({ type: 'legOffered', ...ofLeg });
        await tell({ type: 'legAnswered', ...ofLeg });
        await tell({ type: 'legEnded', ...ofLeg });
        await tell({ type: 'callEnded', ...ofCall });
        await tell({ type: 'recordingReady', ...ofCall, name: protocol, format: 'wav' });
    } finally {
        sender.close();
    }
    return { protocol, recording: protocol };
}
