import { Webhook } from 'standardwebhooks';

export const WEBHOOK_SECRET = `whsec_${Buffer.from('a shared secret of the telephony').toString('base64')}`;

export interface Delivery {
    /** The `webhook-id`; the same id is the same delivery. */
    readonly id?: string;
}

type EventBody = Readonly<Record<string, unknown>> & { readonly type: string };

/** A telephony side that delivers signed events to a bridge. Gives the answers as they come. */
export function createWebhookSide(bridgeUrl: string) {
    async function deliver(event: EventBody, { id = crypto.randomUUID() }: Delivery = {}): Promise<Response> {
        const body = JSON.stringify(event);
        const now = new Date();
        return fetch(`${bridgeUrl}/telephony/events`, {
            method: 'POST',
            headers: {
                'content-type': 'application/json',
                'webhook-id': id,
                'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
                'webhook-signature': new Webhook(WEBHOOK_SECRET).sign(id, now, body)
            },
            body
        });
    }

    return {
        deliver,
        /** Delivers one after the other. Throws when one is not taken. */
        async tell(...events: EventBody[]): Promise<void> {
            for (const event of events) {
                const response = await deliver(event);
                if (response.status !== 204)
                    throw new Error(`${event.type} was answered ${response.status}: ${await response.text()}`);
            }
        }
    };
}

export type WebhookSide = ReturnType<typeof createWebhookSide>;
