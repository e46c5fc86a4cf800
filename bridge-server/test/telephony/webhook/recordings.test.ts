import { Webhook } from 'standardwebhooks';
import type { TelephonySink } from '../../../src/telephony/telephonyAdapter.ts';
import { createWebhookAdapter } from '../../../src/telephony/webhook/webhookAdapter.ts';
import { RecordingSink } from '../asterisk/recordingSink.ts';

const SECRET = `whsec_${Buffer.from('thirty-two bytes of a test secret').toString('base64')}`;
const URL = 'https://media.vendor.com/recordings/rec-7.wav';

let sink: RecordingSink & TelephonySink;
let count = 0;

/** Sends an event as a telephony side would. */
async function tell(details: object): Promise<void> {
    const rawBody = Buffer.from(
        JSON.stringify({ type: 'recordingReady', callId: 'c', at: '2026-11-23T12:00:00Z', ...details })
    );
    const [id, now] = [`event-${count++}`, new Date()];
    const adapter = createWebhookAdapter([SECRET]);
    adapter.start(sink);
    await adapter.receive({
        rawBody,
        headers: {
            'webhook-id': id,
            'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
            'webhook-signature': new Webhook(SECRET).sign(id, now, rawBody.toString('utf8'))
        }
    });
}

beforeEach(() => {
    sink = new RecordingSink();
});

test('a recording comes with the address at which it is served', async () => {
    await tell({ name: '2026/11/23/rec-7', format: 'wav', url: URL });
    expect(sink.events).toMatchObject([{ type: 'recordingReady', name: '2026/11/23/rec-7', format: 'wav', url: URL }]);
});

test('several recordings of a call are told one by one', async () => {
    await tell({ name: 'rec-7', format: 'wav' });
    await tell({ name: 'rec-8', format: 'wav' });
    expect(new Set(sink.events.map(({ key }) => key)).size).toBe(2);
});

test.each([
    ['without TLS', 'http://media.vendor.com/rec-7.wav'],
    ['of a file', 'file:///etc/passwd'],
    ['without a host', 'rec-7.wav'],
    ['that is too long', `https://media.vendor.com/${'x'.repeat(2000)}`]
])('an address %s is refused', async (_what, url) => {
    await expect(tell({ name: 'rec-7', format: 'wav', url })).rejects.toMatchObject({ status: 400 });
    expect(sink.events).toEqual([]);
});
