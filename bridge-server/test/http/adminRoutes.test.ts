import type { AdminCallDetails, AdminCalls, Retried } from '../../src/contract/adminApi.ts';
import type { Problem } from '../../src/contract/agentApi.ts';
import { ADMIN_TOKEN, type AdminServer, startAdminServer } from '../support/adminServer.ts';
import { insertCall, refused } from '../support/callRow.ts';

let server: AdminServer;
beforeEach(async () => {
    server = await startAdminServer();
});
afterEach(() => server.close());

const AUTHORIZED = { authorization: `Bearer ${ADMIN_TOKEN}` };
const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}${path}`, { ...init, headers: { ...AUTHORIZED, ...init.headers } });
const post = (path: string, body?: unknown) =>
    ask(path, {
        method: 'POST',
        ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    });
const minute = (minutes: number): string => new Date(Date.UTC(2026, 10, 23, 12, minutes)).toISOString();

test('lists failed calls page by page with words and advice, and nothing of who called', async () => {
    for (const number of [1, 2, 3]) await insertCall(server.database, refused(`test:${number}`, minute(number)));
    const response = await ask('/admin/calls?sync=failed&limit=2');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const text = await response.text();
    expect(text).not.toMatch(/5511987654321|Maria/);
    const first = JSON.parse(text) as AdminCalls;
    expect(first.calls).toMatchObject([
        {
            callId: 'test:3',
            code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
            saidBySalesforce: 'Informe o motivo do contato'
        },
        { callId: 'test:2', advice: expect.stringContaining('validation rule') }
    ]);
    const second = await ask(`/admin/calls?sync=failed&limit=2&after=${encodeURIComponent(first.next ?? '')}`);
    expect(await second.json()).toMatchObject({ calls: [{ callId: 'test:1' }], next: null });
});

test('shows who called only to who asks for it', async () => {
    await insertCall(server.database, refused('test:1', minute(1)));
    const shy = await ask('/admin/calls/test%3A1');
    expect(await shy.text()).not.toMatch(/5511987654321|Maria/);
    expect(server.shown).toEqual([]);
    const open = (await (await ask('/admin/calls/p-1?personalData=include')).json()) as AdminCallDetails;
    expect(open.personalData).toMatchObject({ number: '5511987654321', announcedName: 'Maria' });
    expect(server.shown).toEqual(['test:1']);
});

test('retries one call once', async () => {
    await insertCall(server.database, refused('test:1', minute(1)));
    expect(await (await post('/admin/calls/test:1/retry')).json()).toMatchObject({ due: 1 });
    const again = await post('/admin/calls/test:1/retry');
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ detail: expect.stringContaining('It waits for its next try already.') });
    expect(await (await ask('/admin/sync')).json()).toMatchObject({ failed: 0, waiting: 1, leased: 0, retrying: 1 });
});

test.each([
    ['without a body', undefined, 2],
    ['with an empty filter', {}, 2],
    ['with a code', { code: 'STRING_TOO_LONG' }, 1],
    ['with a step', { step: 'saveTask' }, 0]
])('retries all %s', async (_name, body, due) => {
    await insertCall(server.database, refused('test:1', minute(1)));
    await insertCall(server.database, { ...refused('test:2', minute(2)), failedCode: 'STRING_TOO_LONG' });
    expect(((await (await post('/admin/calls/retry', body)).json()) as Retried).due).toBe(due);
});

test.each<[string, RequestInit]>([
    ['that is not JSON', { body: 'code=STRING_TOO_LONG' }],
    ['with a misspelt member', { body: '{"kode":"X"}', headers: { 'content-type': 'application/json' } }],
    ['with a code that is none', { body: '{"code":"a b"}', headers: { 'content-type': 'application/json' } }]
])('a filter %s retries nothing', async (_name, init) => {
    await insertCall(server.database, refused('test:1', minute(1)));
    expect((await ask('/admin/calls/retry', { method: 'POST', ...init })).status).toBe(400);
    expect(await (await ask('/admin/sync')).json()).toMatchObject({ failed: 1 });
});

test.each([
    ['', 'sync'],
    ['?sync=complete', 'sync'],
    ['?sync=failed&limit=0', 'limit'],
    ['?sync=failed&limit=many', 'limit'],
    ['?sync=failed&limit=201', 'limit'],
    ['?sync=failed&after=somewhere', 'after'],
    ["?sync=failed&code='--", 'code']
])('/admin/calls%s is refused, naming %s', async (query, field) => {
    const response = await ask(`/admin/calls${query}`);
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as Problem;
    expect(errors?.map((error) => error.field)).toEqual([field]);
});

test.each([
    ['GET', '/admin/calls/test:9'],
    ['POST', '/admin/calls/test:9/retry']
])('%s %s says that there is no such call', async (method, path) => {
    const response = await ask(path, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ type: 'urn:softphone-bridge:call-unknown' });
});

test.each(['/admin/sync', '/admin/calls?sync=failed', '/admin/calls/test:1', '/admin/anything'])(
    '%s tells nothing without the token, and that it is missing',
    async (path) => {
        await insertCall(server.database, refused('test:1', minute(1)));
        const response = await fetch(`${server.url}${path}`);
        expect(response.status).toBe(401);
        expect(response.headers.get('www-authenticate')).toBe('Bearer');
        expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
);

test('a bridge that was given no token says what to set', async () => {
    const off = await startAdminServer(null);
    const response = await fetch(`${off.url}/admin/sync`, { headers: AUTHORIZED });
    await off.close();
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
        type: 'urn:softphone-bridge:admin-off',
        detail: expect.stringContaining('ADMIN_TOKEN')
    });
});
