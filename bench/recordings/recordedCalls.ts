import { setTimeout as wait } from 'node:timers/promises';
import { type RecordingTicket, recordingTicketSchema } from '../../bridge-server/src/contract/recordings.ts';
import type { WebhookSender } from '../sync/webhookSender.ts';

const FORMAT = 'wav';

/** A call of which nothing is told but that it came, went and was recorded: no Case, no Task. */
export async function tellRecordedCall({ tell }: WebhookSender, name: string): Promise<void> {
    const ofCall = () => ({ callId: name, at: new Date().toISOString(), facts: { direction: 'inbound' } });
    await tell({ type: 'callArrived', ...ofCall() });
    await tell({ type: 'callEnded', ...ofCall() });
    await tell({ type: 'recordingReady', ...ofCall(), name, format: FORMAT });
}

/** A call that an agent answered, so that it has a Case, by which may be said who hears it. */
export async function tellServedCall(
    { tell }: WebhookSender,
    { name, protocol, agent }: { readonly name: string; readonly protocol: string; readonly agent: string }
): Promise<void> {
    const facts = { direction: 'inbound', number: '+5511987654321', protocol };
    const ofCall = () => ({ callId: name, at: new Date().toISOString(), facts });
    const ofLeg = () => ({ ...ofCall(), legId: `${name}/${agent}`, agent });
    await tell({ type: 'legOffered', ...ofLeg() });
    await tell({ type: 'legAnswered', ...ofLeg() });
    await tell({ type: 'legEnded', ...ofLeg() });
    await tell({ type: 'callEnded', ...ofCall() });
    await tell({ type: 'recordingReady', ...ofCall(), name, format: FORMAT });
}

const POLL_MS = 250;
const CREATED = 201;

/** Asks as the softphone does, again and again, until the recording is there to be heard. */
export async function awaitTicket(
    bridgeUrl: string,
    token: string,
    protocol: string,
    limitMs: number
): Promise<RecordingTicket> {
    const deadline = Date.now() + limitMs;
    for (;;) {
        const response = await fetch(`${bridgeUrl}/recordings/${encodeURIComponent(protocol)}/ticket`, {
            method: 'POST',
            headers: { authorization: `Bearer ${token}` }
        });
        if (response.status === CREATED) return recordingTicketSchema.parse(await response.json());
        const answer = await response.text();
        if (Date.now() > deadline) throw new Error(`The recording is not to be heard: ${response.status} ${answer}`);
        await wait(POLL_MS);
    }
}
