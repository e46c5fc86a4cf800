import type { NewAuditEntry } from '../../../src/calls/recordingAudit.ts';
import type { AuditQuery } from '../../../src/contract/recordingsAdmin.ts';
import type { Store } from '../../../src/store/openStore.ts';
import { queryDatabase } from '../../support/databaseClient.ts';
import { createTestDatabase, openTestStore } from '../../support/testDatabase.ts';
import { ago } from './recordedCalls.ts';

let address: Awaited<ReturnType<typeof createTestDatabase>>;
let store: Store;

beforeEach(async () => {
    address = await createTestDatabase();
    store = await openTestStore(address);
});
afterEach(() => store.close());

const heard: NewAuditEntry = {
    action: 'heard',
    protocol: 'P-1',
    part: 1,
    userId: '005000000000001AAA',
    who: 'Ana Souza',
    via: 'browser',
    address: '203.0.113.7',
    userAgent: 'Mozilla/5.0',
    reason: null,
    once: null
};
const stranger: NewAuditEntry = {
    ...heard,
    action: 'refused',
    part: null,
    userId: null,
    who: null,
    userAgent: null,
    reason: 'protocol-unknown'
};

const add = (entry: Partial<NewAuditEntry> = {}) => store.recordings.audit.add({ ...heard, ...entry });
const list = (query: Partial<AuditQuery> = {}) => store.recordings.audit.list({ limit: 500, after: 0, ...query });
const parts = async (query: Partial<AuditQuery>) => (await list(query)).entries.map(({ part }) => part);

test('an entry is kept as it was told, with its time', async () => {
    const before = ago(0);
    await add();
    await store.recordings.audit.add(stranger);
    const { entries, next } = await list();
    const { once: _once, ...kept } = heard;
    const { once: _none, ...refused } = stranger;
    expect(entries).toEqual([
        { ...kept, id: 1, at: expect.any(String) },
        { ...refused, id: 2, at: expect.any(String) }
    ]);
    expect(entries[0]!.at >= before && entries[1]!.at >= entries[0]!.at).toBe(true);
    expect(next).toBeNull();
});

test('of entries that are to be kept once the first is, also when they come at one moment', async () => {
    const once = `ticket ${'x'.repeat(9_000)}`;
    await add({ once, part: 1 });
    await Promise.all([2, 3, 4].map((part) => add({ once, part })));
    await add({ once: 'another ticket', part: 5 });
    await add({ once: null, part: 6 });
    await add({ once: null, part: 7 });
    expect(await parts({})).toEqual([1, 5, 6, 7]);
});

test('what tells one entry from another is not readable in the table', async () => {
    await add({ once: 'a-secret-ticket' });
    const [row] = await queryDatabase<{ once: string }>(address, 'SELECT * FROM recording_audit');
    expect(JSON.stringify(row)).not.toContain('secret');
    expect(row?.once).toMatch(/^[0-9a-f]{64}$/);
});

test('what strangers send is cut, and refused no audit', async () => {
    const long = Array.from({ length: 3_000 }, (_, index) =>
        String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000))
    ).join('');
    await add({ protocol: long, who: long, address: long, userAgent: long, reason: long });
    const [entry] = (await list()).entries;
    expect(entry?.protocol).toBe(long.slice(0, 200));
    expect(entry?.userAgent).toBe(long.slice(0, 500));
});

test('can be narrowed to a protocol in whatever case, and to a time', async () => {
    for (const [part, protocol] of ['P-1', 'p-1', 'P-2', null].entries()) await add({ part, protocol });
    expect(await parts({ protocol: 'P-1' })).toEqual([0, 1]);
    const at = (await list()).entries.map((entry) => entry.at);
    const noon = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 12, minutes)).toISOString();
    expect(at.every((each) => each > '2020')).toBe(true);
    await queryDatabase(address, 'ALTER TABLE recording_audit DISABLE TRIGGER recording_audit_is_kept');
    await queryDatabase(address, `UPDATE recording_audit SET at = $1::timestamptz + part * interval '1 min'`, [
        noon(0)
    ]);
    expect(await parts({ from: noon(1) })).toEqual([1, 2, 3]);
    expect(await parts({ to: noon(1) })).toEqual([0]);
    expect(await parts({ from: noon(1), to: noon(3) })).toEqual([1, 2]);
});

test.each([1, 2, 3, 7])('pages of %d hold every entry once, the oldest first', async (limit) => {
    for (let part = 1; part <= 6; part++) await add({ part });
    const seen: (number | null)[] = [];
    let after: number | null = 0;
    while (after !== null) {
        const page = await list({ limit, after });
        expect(page.entries.length).toBeLessThanOrEqual(limit);
        seen.push(...page.entries.map(({ part }) => part));
        after = page.next;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
});

test.each(['UPDATE recording_audit SET who = NULL', 'DELETE FROM recording_audit', 'TRUNCATE recording_audit'])(
    'the table refuses %s',
    async (statement) => {
        await add();
        await expect(queryDatabase(address, statement)).rejects.toThrow('The audit of recordings is only added to');
        expect((await list()).entries).toHaveLength(1);
    }
);
