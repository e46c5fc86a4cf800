import { Webhook } from 'standardwebhooks';
import type { App } from '../../src/app.ts';
import { startTestBridge } from '../support/startTestBridge.ts';

const SECRET = `whsec_${Buffer.from('a shared secret of the telephony').toString('base64')}`;
const NEXT_SECRET = `whsec_${Buffer.from('the secret that comes after it..').toString('base64')}`;
let bridge: App;

beforeAll(async () => {
    bridge = await startTestBridge({ WEBHOOK_SECRETS: `${SECRET} ${NEXT_SECRET}` });
});
afterAll(() => bridge.close());

const arrived = {
    type: 'callArrived',
    callId: 'pbx-7',
    at: '2026-11-23T12:00:00.000Z',
    facts: { number: '5511987654321' }
};

interface Delivery {
    id?: string;
    at?: Date;
    secret?: string;
    tamper?: (body: string) => string;
}

async function deliver(
    event: unknown,
    { id = crypto.randomUUID(), at = new Date(), secret = SECRET, tamper = (body) => body }: Delivery = {}
) {
    const body = typeof event === 'string' ? event : JSON.stringify(event);
    const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(id, at, body)
    };
    return fetch(`${bridge.url}/telephony/events`, { method: 'POST', headers, body: tamper(body) });
}

const storedEvents = async (outcome: string): Promise<number> => {
    const metrics = await (await fetch(`${bridge.url}/metrics`)).text();
    return Number(new RegExp(`events_total\\{source="webhook",outcome="${outcome}"\\} (\\d+)`).exec(metrics)?.[1] ?? 0);
};

test('a signed event is stored and acknowledged', async () => {
    const before = await storedEvents('stored');
    expect((await deliver(arrived)).status).toBe(204);
    expect(await storedEvents('stored')).toBe(before + 1);
});

test('the secret that is rotated in is accepted too', async () => {
    expect((await deliver(arrived, { secret: NEXT_SECRET })).status).toBe(204);
});

test('a delivery repeated under its id is acknowledged and stored once', async () => {
    const id = crypto.randomUUID();
    const before = await storedEvents('stored');
    for (let time = 0; time < 3; time++) expect((await deliver(arrived, { id })).status).toBe(204);
    expect(await storedEvents('stored')).toBe(before + 1);
});

test.each<[string, Delivery]>([
    ['changed on the way', { tamper: (body) => body.replace('5511', '5521') }],
    ['signed with another secret', { secret: `whsec_${Buffer.from('somebody else').toString('base64')}` }],
    ['older than five minutes', { at: new Date(Date.now() - 6 * 60_000) }],
    ['from the future', { at: new Date(Date.now() + 6 * 60_000) }]
])('an event %s is refused', async (_name, delivery) => {
    const response = await deliver(arrived, delivery);
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
});

test('an unsigned event is refused', async () => {
    const response = await fetch(`${bridge.url}/telephony/events`, { method: 'POST', body: JSON.stringify(arrived) });
    expect(response.status).toBe(401);
});

test.each<[string, unknown, string]>([
    ['without a type', { ...arrived, type: undefined }, 'type'],
    ['with a time that is none', { ...arrived, at: 'yesterday' }, 'at'],
    ['without a call', { ...arrived, callId: '' }, 'callId'],
    ['of a leg without its agent', { ...arrived, type: 'legAnswered', legId: '1' }, 'agent'],
    ['with a protocol that is none', { ...arrived, facts: { protocol: 'a b' } }, 'facts.protocol']
])('an event %s is refused, naming the field', async (_name, event, field) => {
    const response = await deliver(event);
    const problem = (await response.json()) as { errors: { field: string }[]; detail: string };
    expect(response.status).toBe(400);
    expect(new Set(problem.errors.map((error) => error.field))).toEqual(new Set([field]));
    expect(problem.detail).toContain(field);
});

test('what is not JSON is refused', async () => {
    expect((await deliver('{"type":')).status).toBe(400);
    expect((await deliver('[]')).status).toBe(400);
});

test('more than 64 KB is refused', async () => {
    const response = await deliver({ ...arrived, facts: { callerName: 'x'.repeat(70_000) } });
    expect(response.status).toBe(413);
});

test('a caller’s name of 10 kB with NULs, quotes and emoji is cut, not refused', async () => {
    const callerName = `"'\u0000;--{}😀`.repeat(1_000);
    expect((await deliver({ ...arrived, callId: 'strange', facts: { callerName, number: callerName } })).status).toBe(
        204
    );
});

test('unknown addresses answer problem details', async () => {
    const response = await fetch(`${bridge.url}/nothing`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ status: 404, title: expect.any(String), detail: expect.any(String) });
});

test('says whether it is alive and ready', async () => {
    expect((await fetch(`${bridge.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${bridge.url}/readyz`)).status).toBe(200);
});

test.each(['/agent/events', '/agent/history', '/recordings/20261123000001'])(
    '%s tells nothing to who is not signed in',
    async (path) => {
        const response = await fetch(`${bridge.url}${path}`);
        expect(response.status).toBe(401);
        expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
);
