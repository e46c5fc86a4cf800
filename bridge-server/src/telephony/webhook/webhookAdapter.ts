import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { type CallEvent, callEventSchema } from '../../contract/callEvent.ts';
import { parse } from '../../contract/parse.ts';
import { RequestRefused } from '../../contract/requestRefused.ts';
import type { TelephonyAdapter, TelephonySink } from '../telephonyAdapter.ts';

const SOURCE = 'webhook';

export interface SignedRequest {
    readonly headers: Readonly<Record<string, string | undefined>>;
    /** The body as it came, byte by byte: the signature is over these. */
    readonly rawBody: Buffer;
}

export interface WebhookAdapter extends TelephonyAdapter {
    /** Resolves once the event is stored. Throws RequestRefused: 401 unsigned, forged or old; 400 malformed. */
    receive(request: SignedRequest): Promise<void>;
}

/**
 * Call events of any telephony side, signed as Standard Webhooks (https://www.standardwebhooks.com).
 * `webhook-id` is the deduplicating key: a repeated delivery is accepted and changes nothing.
 *
 * @param secrets base64 with or without `whsec_`; several during a rotation
 */
export function createWebhookAdapter(secrets: readonly string[]): WebhookAdapter {
    const verifiers = secrets.map((secret) => new Webhook(secret));
    let sink: TelephonySink | null = null;
    return {
        source: SOURCE,
        capabilitiesOf: () => [],
        start(events) {
            sink = events;
        },
        async receive({ headers, rawBody }) {
            verify(verifiers, rawBody, headers);
            if (!sink) throw new RequestRefused(503, 'The bridge is starting; send the event again in a moment.');
            await sink.event(readEvent(rawBody, headers['webhook-id'] ?? ''));
        },
        command: () => Promise.reject(new RequestRefused(409, 'This telephony side takes no commands.')),
        stop: () => Promise.resolve()
    };
}

function verify(verifiers: readonly Webhook[], rawBody: Buffer, headers: SignedRequest['headers']): void {
    const present = Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value]] : []))
    );
    let reason = 'No secret is configured for webhooks';
    for (const verifier of verifiers) {
        try {
            verifier.verify(rawBody, present, { jsonParse: false });
            return;
        } catch (error) {
            if (!(error instanceof WebhookVerificationError)) throw error;
            reason = error.message;
        }
    }
    throw new RequestRefused(
        401,
        `${reason}. Sign the raw body with the shared secret as Standard Webhooks says (webhook-id, webhook-timestamp within 5 minutes, webhook-signature v1).`
    );
}

function readEvent(rawBody: Buffer, webhookId: string): CallEvent {
    const body = parseJson(rawBody);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
        throw new RequestRefused(400, 'Send one call event as a JSON object.');
    }
    const event = parse(callEventSchema, { ...body, key: webhookId });
    const named = { ...event, key: `${SOURCE}:${event.key}`, callId: `${SOURCE}:${event.callId}` };
    return 'legId' in named ? { ...named, legId: `${SOURCE}:${named.legId}` } : named;
}

function parseJson(rawBody: Buffer): unknown {
    try {
        return JSON.parse(rawBody.toString('utf8'));
    } catch (cause) {
        throw new RequestRefused(400, 'The body is not JSON.', { cause });
    }
}
