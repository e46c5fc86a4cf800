import { createAdminRecordings } from '../../src/admin/adminRecordings.ts';
import type { NewAuditEntry } from '../../src/calls/recordingAudit.ts';

type Options = Parameters<typeof createAdminRecordings>[0];

const FROM = { address: '10.0.0.7', userAgent: 'curl/8' };
const ASKED = { by: 'Ana', reason: 'Processo 1' };
const HOLD = { since: '2026-11-23T12:00:00.000Z', ...ASKED };
const NOW = Date.UTC(2026, 10, 23, 12, 5);

const stored: NonNullable<Awaited<ReturnType<Options['ofProtocol']>>>[number] = {
    callId: 'test:1',
    protocol: 'p-1',
    part: 1,
    state: 'stored',
    name: 'rec',
    format: 'wav',
    endedAt: null,
    keptSince: '2026-11-01T00:00:00.000Z',
    source: 'folder',
    bytes: 1,
    sha256: 'ab',
    whole: true,
    attempts: 3,
    nextTryAt: null,
    code: 'unavailable',
    lastError: 'It broke off',
    hold: HOLD,
    deleted: null
};

/** A store with one held call, and an audit that may be away. */
function createWith({ recordings = [stored], isAuditAway = false, onHold = () => [] as unknown[] } = {}) {
    const done: string[] = [];
    const audit: NewAuditEntry[] = [];
    const admin = createAdminRecordings({
        list: async () => ({ recordings, next: null }),
        ofProtocol: async () => recordings,
        holdOf: async () => HOLD,
        counts: () => Promise.reject(new Error('not asked here')),
        retry: async () => 1,
        retryAll: async () => ({ due: 7, at: HOLD.since }),
        async hold() {
            onHold();
            return { hold: HOLD, isNew: true };
        },
        async release() {
            done.push('release');
            return { hold: HOLD };
        },
        erase: () => Promise.reject(new Error('not asked here')),
        sweeps: async () => [],
        async listAudit() {
            done.push('listAudit');
            return { entries: [], next: null };
        },
        async addToAudit(entry) {
            if (isAuditAway) throw new Error('away');
            audit.push(entry);
        },
        retentionDays: 90,
        now: () => NOW
    });
    return { admin, done, audit };
}

test('a hold whose release could not be written down stays', async () => {
    const { admin, done } = createWith({ isAuditAway: true });
    await expect(admin.release('p-1', ASKED, FROM)).rejects.toThrow('away');
    expect(done).toEqual([]);
});

test('nobody reads the audit whose reading could not be written down', async () => {
    const { admin, done } = createWith({ isAuditAway: true });
    await expect(admin.audit({ limit: 1, after: 0 }, FROM)).rejects.toThrow('away');
    expect(done).toEqual([]);
});

test('the hold of a call that was not recorded is released, and that stands in the audit', async () => {
    const { admin, audit } = createWith({ recordings: [] });
    await admin.release('p-1', ASKED, FROM);
    expect(audit).toMatchObject([{ action: 'released', who: 'Ana', reason: 'Processo 1', via: 'admin', ...FROM }]);
});

test('a hold that came after the deletion is refused, and leaves nothing behind', async () => {
    const deleted = { at: '2026-11-23T11:59:59.999Z', why: 'retention', by: 'retention' };
    const recordings: (typeof stored)[] = [{ ...stored, hold: null }];
    const { admin, audit, done } = createWith({
        recordings,
        onHold: () => recordings.splice(0, 1, { ...stored, deleted })
    });
    await expect(admin.hold('p-1', ASKED, FROM)).rejects.toMatchObject({
        status: 409,
        type: expect.stringContaining('recording-deleted')
    });
    expect([done, audit]).toEqual([['release'], []]);
});

test('who asks twice for the same hold stands in the audit once', async () => {
    const { admin, audit } = createWith();
    await admin.hold('p-1', ASKED, FROM);
    await admin.hold('p-1', ASKED, FROM);
    expect(new Set(audit.map(({ once }) => once)).size).toBe(1);
    expect(audit[0]?.once).toEqual(expect.stringContaining(HOLD.since));
});

test('the time counts from what the store says, also while the end of the call is unknown', async () => {
    const { admin } = createWith({ recordings: [{ ...stored, hold: null }] });
    expect((await admin.show('p-1')).recordings).toMatchObject([{ keptUntil: '2027-01-30T00:00:00.000Z' }]);
});

test('a recording that was copied in the end needs no advice', async () => {
    const { admin } = createWith();
    expect((await admin.show('p-1')).recordings).toMatchObject([{ advice: null, keptUntil: null }]);
});
