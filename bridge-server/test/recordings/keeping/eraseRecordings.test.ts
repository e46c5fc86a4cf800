import { daysAgo } from '../../support/recordingRow.ts';
import { type KeptRecordings, openKeptRecordings } from './keptRecordings.ts';

let kept: KeptRecordings;
beforeEach(async () => {
    kept = await openKeptRecordings();
});
afterEach(() => kept.close());

const ASKED = { by: 'Paula (DPO)', reason: 'Pedido do titular, LGPD art. 18', force: false };
const FROM = { address: '10.0.0.7', userAgent: 'curl/8' };

test('erases before the time is over, and says who did it and why', async () => {
    const { file } = await kept.add(1, daysAgo(91));
    expect(await kept.replica({ retentionDays: 3650 }).erase('P-1', ASKED, FROM)).toMatchObject({ erased: 1 });
    expect(kept.exists(file)).toBe(false);
    expect(await kept.audit()).toMatchObject([
        { action: 'erased', protocol: 'p-1', who: ASKED.by, reason: ASKED.reason, via: 'admin', address: '10.0.0.7' },
        { action: 'deleted', protocol: 'p-1', part: 1, reason: 'erased', via: 'job' }
    ]);
    expect(await kept.store.ofProtocolForAdmin('p-1')).toMatchObject([
        { state: 'deleted', deleted: { by: ASKED.by, why: ASKED.reason } }
    ]);
});

test('of a call that is held is refused as held, however young it is', async () => {
    await kept.add(1, daysAgo(1));
    await kept.store.hold('p-1', ASKED);
    await expect(kept.replica().erase('p-1', ASKED, FROM)).rejects.toMatchObject({
        status: 409,
        type: expect.stringContaining('on-hold')
    });
});

test('within the least retention only by force', async () => {
    const { file } = await kept.add(1, daysAgo(89));
    const { erase } = kept.replica();
    await expect(erase('p-1', ASKED, FROM)).rejects.toMatchObject({
        status: 409,
        type: expect.stringContaining('least-retention')
    });
    expect(kept.exists(file)).toBe(true);
    expect(await kept.audit()).toEqual([]);
    expect(await erase('p-1', { ...ASKED, force: true }, FROM)).toMatchObject({ erased: 1 });
});

test('a held call is not erased, not even by force', async () => {
    const { file } = await kept.add(1, daysAgo(200));
    await kept.store.hold('p-1', { by: 'Jurídico', reason: 'Processo' });
    await expect(kept.replica().erase('p-1', { ...ASKED, force: true }, FROM)).rejects.toMatchObject({
        status: 409,
        type: expect.stringContaining('on-hold')
    });
    expect(kept.exists(file)).toBe(true);
    expect(await kept.audit()).toEqual([]);
});

test('a recording on its way is erased, too: whoever copies it now is told', async () => {
    await kept.add(1, daysAgo(91), 'waiting');
    const [claimed] = await kept.store.queue.claim(1, 60_000);
    expect(await kept.replica().erase('p-1', ASKED, FROM)).toEqual({ erased: 1, bytes: 0 });
    if (!claimed) throw new Error('Nothing was claimed');
    const copy = { source: 'folder', file: 'x', bytes: 1, sha256: '', durationMs: null, peaks: null, whole: true };
    expect(await kept.store.queue.complete(claimed, copy)).toBe(false);
});

test('says that nothing is left, or that no call has the protocol', async () => {
    await kept.add(1, daysAgo(91));
    const { erase } = kept.replica();
    await erase('p-1', ASKED, FROM);
    await expect(erase('p-1', ASKED, FROM)).rejects.toMatchObject({
        status: 409,
        message: expect.stringMatching(/Nothing .* left/)
    });
    await expect(erase('p-2', ASKED, FROM)).rejects.toMatchObject({ status: 404 });
});

test('a file that cannot be removed now is removed later, and the answer says so', async () => {
    const { file } = await kept.add(1, daysAgo(91));
    const removeCopy = () => Promise.reject(new Error('EIO'));
    await expect(kept.replica({ removeCopy }).erase('p-1', ASKED, FROM)).rejects.toMatchObject({
        status: 503,
        type: expect.stringContaining('erasure-unfinished')
    });
    expect(kept.exists(file)).toBe(true);
    await kept.ageDecisions();
    expect(await kept.replica({ retentionDays: 3650 }).job.sweepNow()).toMatchObject({ deleted: 1 });
    expect(kept.exists(file)).toBe(false);
});
