import { setTimeout as wait } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { Random } from '../random.ts';

export const WEBHOOK_SECRET = `whsec_${Buffer.from('the shared secret of the drill').toString('base64')}`;

/** What a telephony side had to do to be heard. */
export interface DeliveryCounts {
    delivered: number;
    /** Attempts that got no answer, or a 5xx. */
    failedAttempts: number;
    repeated: number;
}

export interface WebhookSide {
    readonly counts: DeliveryCounts;
    /** Resolves once the event is acknowledged. Rejects when a bridge says that the event itself is wrong. */
    deliver(id: string, event: Readonly<Record<string, unknown>>): Promise<void>;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 1_500;
const ANSWER_LIMIT_MS = 10_000;

/**
 * A telephony side as docs/webhook.md wants it: one id for all attempts at an event, again until a 2xx comes. Behind a
 * balancer: each attempt may reach another replica.
 */
export function createWebhookSide(bridgeUrls: readonly string[], random: Random, signal: AbortSignal): WebhookSide {
    const webhook = new Webhook(WEBHOOK_SECRET);
    const counts: DeliveryCounts = { delivered: 0, failedAttempts: 0, repeated: 0 };

    async function attempt(id: string, body: string): Promise<number | null> {
        const now = new Date();
        try {
            const response = await fetch(`${random.pick(bridgeUrls)}/telephony/events`, {
                method: 'POST',
                headers: {
                    'content-type': 'application/json',
                    'webhook-id': id,
                    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
                    'webhook-signature': webhook.sign(id, now, body)
                },
                body,
                signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_LIMIT_MS)])
            });
            await response.arrayBuffer();
            return response.status;
        } catch {
            return null;
        }
    }

    return {
        counts,
        async deliver(id, event) {
            const body = JSON.stringify(event);
            for (let retryMs = FIRST_RETRY_MS; ; retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)) {
                const status = await attempt(id, body);
                if (status !== null && status < 300) {
                    counts.delivered += 1;
                    return;
                }
                signal.throwIfAborted();
                if (status !== null && status < 500)
                    throw new Error(`The bridge answered ${status} to ${String(event['type'])} ${id}`);
                counts.failedAttempts += 1;
                await wait(retryMs * random.between(0.5, 1), undefined, { signal });
            }
        }
    };
}
