import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { WEBHOOK_SECRET } from '../stack/bridgeProcess.ts';

/** An event of docs/webhook.md. */
export interface WebhookEvent {
    readonly type: string;
    readonly callId: string;
    readonly at: string;
    readonly facts: Readonly<Record<string, string>>;
    readonly legId?: string;
    readonly agent?: string;
    readonly reason?: string;
    /** Of a recording. */
    readonly name?: string;
    readonly format?: string;
}

export interface WebhookSender {
    /** Resolves once the event was taken. Throws when it was not. */
    tell(event: WebhookEvent): Promise<void>;
    close(): void;
}

const MAX_SOCKETS = 256;

/** A telephony side that delivers signed events over connections that stay open. */
export function createWebhookSender(bridgeUrl: string): WebhookSender {
    const agent = new Agent({ keepAlive: true, maxSockets: MAX_SOCKETS });
    const webhook = new Webhook(WEBHOOK_SECRET);
    const url = `${bridgeUrl}/telephony/events`;

    const post = (body: string, headers: Record<string, string>) =>
        new Promise<number>((resolve, reject) => {
            const sent = request(url, { method: 'POST', agent, headers }, (response) => {
                response.resume().on('end', () => resolve(response.statusCode ?? 0));
            });
            sent.on('error', reject).end(body);
        });

    return {
        async tell(event) {
            const id = randomUUID();
            const body = JSON.stringify(event);
            const now = new Date();
            const status = await post(body, {
                'content-type': 'application/json',
                'webhook-id': id,
                'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
                'webhook-signature': webhook.sign(id, now, body)
            });
            if (status !== 204) throw new Error(`${event.type} was answered ${status}`);
        },
        close: () => agent.destroy()
    };
}
