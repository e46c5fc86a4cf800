import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AdminRecordings, Audit, AuditEntry } from '../../src/contract/recordingsAdmin.ts';
import { ADMIN_TOKEN, type AdminServer, startAdminServer } from '../support/adminServer.ts';
import { insertCall } from '../support/callRow.ts';
import { AUDIO, daysAgo, insertRecording } from '../support/recordingRow.ts';

let server: AdminServer;
beforeEach(async () => {
    server = await startAdminServer();
});
afterEach(() => server.close());

const ASKED = { by: 'Paula', reason: 'Processo 0001' };

const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/admin/recordings${path}`, {
        method,
        headers: {
            authorization: `Bearer ${ADMIN_TOKEN}`,
            'user-agent': 'a test',
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers
        },
        ...(body !== undefined && { body: JSON.stringify(body) })
    });

async function add(number: number, days: number, state?: 'waiting' | 'failed' | 'stored', code?: string) {
    await insertCall(server.database, { id: `test:${number}` });
    return insertRecording(server.database, server.folder, {
        callId: `test:${number}`,
        endedAt: daysAgo(days),
        ...(state && { state }),
        ...(code && { code })
    });
}

const auditOf = async (query = ''): Promise<AuditEntry[]> =>
    ((await (await ask('GET', `/audit${query}`)).json()) as Audit).entries;
const actions = async (): Promise<string[]> =>
    (await server.recordings.audit.list({ limit: 100, after: 0 })).entries.map(({ action }) => action);
const problem = (name: string) => ({ type: `urn:softphone-bridge:${name}` });

test('lists recordings page by page, with what to do and until when they are kept', async () => {
    await add(1, 10);
    await add(2, 20, 'failed');
    await add(3, 30, 'waiting');
    const first = (await (await ask('GET', '?limit=2')).json()) as AdminRecordings;
    expect(first.recordings).toMatchObject([
        { protocol: 'p-1', state: 'stored', bytes: AUDIO.length, advice: null, source: 'folder' },
        { protocol: 'p-2', state: 'failed', code: 'absent', advice: expect.stringContaining('RECORDINGS_DIR') }
    ]);
    expect(first.recordings[0]).not.toHaveProperty('keptSince');
    const [stored] = first.recordings;
    expect(Date.parse(stored?.keptUntil ?? '') - Date.parse(stored?.endedAt ?? '')).toBe(120 * 86_400_000);
    const second = await (await ask('GET', `?limit=2&after=${encodeURIComponent(first.next ?? '')}`)).json();
    expect(second).toMatchObject({ recordings: [{ protocol: 'p-3', state: 'waiting' }], next: null });
    expect(await (await ask('GET', '?state=failed')).json()).toMatchObject({ recordings: [{ protocol: 'p-2' }] });
});

test.each([
    'absent',
    'unavailable',
    'refused',
    'forbidden',
    'too-large',
    'disk-full',
    'store-unwritable',
    'source-unknown',
    'interrupted',
    'changed'
])('has advice of its own for %s', async (code) => {
    await add(1, 10, 'failed', code);
    await add(2, 10, 'failed', 'never heard of');
    const adviceOf = async (protocol: string) =>
        ((await (await ask('GET', `/${protocol}`)).json()) as AdminRecordings).recordings[0]?.advice;
    expect(await adviceOf('p-1')).not.toBe(await adviceOf('p-2'));
    expect(await adviceOf('p-2')).toContain("bridge's words");
});

test('shows a call in whatever case its protocol is written, and counts', async () => {
    await add(1, 10);
    await add(2, 10, 'failed');
    expect(await (await ask('GET', '/P-1')).json()).toMatchObject({ recordings: [{ protocol: 'p-1' }] });
    expect(await (await ask('GET', '/counts')).json()).toMatchObject({ stored: 1, failed: 1, bytes: AUDIO.length });
    expect(await (await ask('GET', '/p-9')).json()).toMatchObject({ status: 404, ...problem('protocol-unknown') });
});

test('retries what failed, and nothing else', async () => {
    await add(1, 10, 'failed');
    expect(await (await ask('POST', '/p-1/retry')).json()).toMatchObject({ due: 1 });
    expect(await (await ask('POST', '/p-1/retry')).json()).toMatchObject({ status: 409, ...problem('not-failed') });
    expect(await (await ask('GET', '/p-1')).json()).toMatchObject({ recordings: [{ state: 'waiting' }] });
    expect(await actions()).toEqual(['retried']);
});

test('retries all that failed, or what has a code, and writes it down once', async () => {
    await add(1, 10, 'failed');
    await add(2, 10, 'failed', 'forbidden');
    await add(3, 10, 'failed', 'forbidden');
    expect(await (await ask('POST', '/retry', { code: 'too-large' })).json()).toMatchObject({ due: 0 });
    expect(await (await ask('POST', '/retry', { code: 'forbidden' })).json()).toEqual({
        due: 2,
        at: expect.stringMatching(/Z$/)
    });
    expect(await (await ask('POST', '/retry')).json()).toMatchObject({ due: 1 });
    expect(await (await ask('GET', '/counts')).json()).toMatchObject({ waiting: 3, failed: 0 });
    expect(await auditOf()).toMatchObject([
        { action: 'retried', protocol: null, reason: 'all 2 forbidden', via: 'admin', userAgent: 'a test' },
        { action: 'retried', protocol: null, reason: 'all 1' },
        { action: 'exported' }
    ]);
});

test.each<[string, string]>([
    ['{"code":""}', 'application/json'],
    ['{"code":"Absent; DROP"}', 'application/json'],
    ['{"kode":"absent"}', 'application/json'],
    ['{"code":"absent"}', 'text/plain']
])('retries nothing for the filter %s as %s', async (filter, type) => {
    await add(1, 10, 'failed');
    const response = await fetch(`${server.url}/admin/recordings/retry`, {
        method: 'POST',
        headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': type },
        body: filter
    });
    expect(response.status).toBe(400);
    expect(await (await ask('GET', '/counts')).json()).toMatchObject({ failed: 1 });
    expect(await actions()).toEqual([]);
});

test('holds and releases, by whom and why; the same again changes nothing', async () => {
    await add(1, 10);
    const hold = await (await ask('PUT', '/p-1/hold', ASKED)).json();
    expect(hold).toMatchObject(ASKED);
    expect(await (await ask('PUT', '/p-1/hold', ASKED)).json()).toEqual(hold);
    const other = await (await ask('PUT', '/p-1/hold', { ...ASKED, by: 'Rui' })).json();
    expect(other).toMatchObject({ ...problem('on-hold'), detail: expect.stringContaining('Paula holds it since') });
    expect(await (await ask('GET', '?held=yes')).json()).toMatchObject({
        recordings: [{ hold: ASKED, keptUntil: null }]
    });
    expect(await (await ask('DELETE', '/p-1/hold', { by: 'Rui', reason: 'Arquivado' })).json()).toEqual(hold);
    expect(await (await ask('DELETE', '/p-1/hold', ASKED)).json()).toMatchObject(problem('not-held'));
    expect(await auditOf('?protocol=p-1')).toMatchObject([
        { action: 'held', protocol: 'p-1', who: 'Paula', reason: 'Processo 0001', via: 'admin', userAgent: 'a test' },
        { action: 'released', who: 'Rui', reason: 'Arquivado', address: expect.stringContaining('127.0.0.1') },
        { action: 'exported', protocol: 'p-1' }
    ]);
});

test('erases; a held call, a young one and one that is gone are refused', async () => {
    const { file } = await add(1, 10);
    expect(await (await ask('POST', '/p-1/erase', ASKED)).json()).toMatchObject(problem('least-retention'));
    await ask('PUT', '/p-1/hold', ASKED);
    const forced = { ...ASKED, force: true };
    expect(await (await ask('POST', '/p-1/erase', forced)).json()).toMatchObject(problem('on-hold'));
    await ask('DELETE', '/p-1/hold', ASKED);
    expect(existsSync(join(server.folder, file))).toBe(true);
    expect(await (await ask('POST', '/p-1/erase', forced)).json()).toEqual({ erased: 1, bytes: AUDIO.length });
    expect(existsSync(join(server.folder, file))).toBe(false);
    expect(await (await ask('POST', '/p-1/erase', forced)).json()).toMatchObject(problem('nothing-to-erase'));
    expect(await (await ask('PUT', '/p-1/hold', ASKED)).json()).toMatchObject(problem('recording-deleted'));
    expect(await actions()).toEqual(['held', 'released', 'erased', 'deleted']);
});

test('who reads the audit stands in it once an export, however many pages it has', async () => {
    for (let number = 0; number < 5; number++) await add(number, 10, 'failed');
    for (let number = 0; number < 5; number++) await ask('POST', `/p-${number}/retry`);
    const first = (await (await ask('GET', '/audit?limit=3')).json()) as Audit;
    const second = (await (await ask('GET', `/audit?limit=3&after=${first.next}`)).json()) as Audit;
    expect([...first.entries, ...second.entries].map(({ action }) => action)).toEqual([
        ...Array.from({ length: 5 }, () => 'retried'),
        'exported'
    ]);
    expect(second.next).toBeNull();
    await ask('GET', '/audit?from=2026-01-01T00:00:00Z');
    const entries = await auditOf('?from=2026-01-01T00:00:00Z');
    expect(entries.at(-1)).toMatchObject({ action: 'exported', reason: 'from 2026-01-01T00:00:00.000Z to the last' });
    expect(entries.filter(({ action }) => action === 'exported')).toHaveLength(2);
});

test('tells of the runs of the deletion job', async () => {
    const { id = 0 } = (await server.recordings.sweeps.begin(120)) ?? {};
    await server.recordings.sweeps.finish(id, { deleted: 3, bytes: 9, held: 1, failed: 0 });
    expect(await (await ask('GET', '/sweeps')).json()).toMatchObject({
        sweeps: [{ id, deleted: 3, bytes: 9, held: 1, failed: 0 }]
    });
});

test.each<[string, string, unknown, number]>([
    ['GET', '?state=lost', undefined, 400],
    ['GET', '?limit=1000', undefined, 400],
    ['GET', '/audit?from=yesterday', undefined, 400],
    ['PUT', '/p-1/hold', undefined, 400],
    ['PUT', '/p-1/hold', { by: 'Paula' }, 400],
    ['PUT', '/p-1/hold', { by: 'Paula\u0007', reason: 'Processo' }, 400],
    ['DELETE', '/p-1/hold', { by: 'Paula', reason: ' x ' }, 400],
    ['POST', '/p-1/erase', { ...ASKED, force: 'yes' }, 400],
    ['POST', '/p-9/erase', ASKED, 404],
    ['PUT', '/p-9/hold', ASKED, 404],
    ['DELETE', '/p-9/hold', ASKED, 404],
    ['POST', '/p-9/retry', undefined, 404],
    ['POST', '/..%2f..%2fetc/erase', ASKED, 404],
    ['GET', '/p-1%00', undefined, 400]
])('%s %s with %j answers %d, and nothing is done', async (method, path, body, status) => {
    await add(1, 200);
    expect((await ask(method, path, body)).status).toBe(status);
    expect(await actions()).toEqual([]);
    expect(await (await ask('GET', '/p-1')).json()).toMatchObject({ recordings: [{ state: 'stored', hold: null }] });
});

test.each(['', '/counts', '/audit', '/p-1', '/sweeps'])('nobody gets "%s" without the token', async (path) => {
    const response = await ask('GET', path, undefined, { authorization: 'Bearer wrong' });
    expect(response.status).toBe(401);
    expect(await actions()).toEqual([]);
});
