import { mkdirSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { AUDIO, daysAgo, removeFrom } from '../../support/recordingRow.ts';
import { type KeptRecordings, openKeptRecordings } from './keptRecordings.ts';

let kept: KeptRecordings;
beforeEach(async () => {
    kept = await openKeptRecordings();
});
afterEach(() => kept.close());

const HELD = { by: 'Jurídico', reason: 'Processo 0001' };

test('deletes what is older than it must be, and leaves the rest', async () => {
    const old = await kept.add(1, daysAgo(91));
    const young = await kept.add(2, daysAgo(89));
    const report = await kept.replica().job.sweepNow();
    expect(report).toEqual({ deleted: 1, bytes: AUDIO.length, held: 0, failed: 0 });
    expect(kept.exists(old.file)).toBe(false);
    expect(kept.exists(young.file)).toBe(true);
    expect(await kept.states()).toEqual(['test:1 deleted', 'test:2 stored']);
    expect(await kept.store.sweeps.list(5)).toMatchObject([{ deleted: 1, failed: 0, finishedAt: expect.any(String) }]);
    expect(await kept.audit()).toMatchObject([{ action: 'deleted', protocol: 'p-1', via: 'job', reason: 'retention' }]);
});

test('what was never copied is deleted, too: nobody copies it afterwards', async () => {
    await kept.add(1, daysAgo(91), 'failed');
    await kept.add(2, daysAgo(91), 'waiting');
    expect(await kept.replica().job.sweepNow()).toMatchObject({ deleted: 2, bytes: 0 });
    expect(await kept.store.queue.claim(10, 1000)).toEqual([]);
});

test('removes what tries left behind, too', async () => {
    const { id } = await kept.add(1, daysAgo(91), 'waiting');
    const removed: string[] = [];
    await kept.replica({ removeLeft: async (of) => void removed.push(of.id) }).job.sweepNow();
    expect(removed).toEqual([id]);
});

test('works through more than a batch', async () => {
    await Promise.all(Array.from({ length: 120 }, (_, number) => kept.add(number, daysAgo(100))));
    expect(await kept.replica().job.sweepNow()).toMatchObject({ deleted: 120 });
});

test('never deletes a held call, and counts it', async () => {
    const { file } = await kept.add(1, daysAgo(500));
    await kept.store.hold('p-1', HELD);
    expect(await kept.replica().job.sweepNow()).toEqual({ deleted: 0, bytes: 0, held: 1, failed: 0 });
    expect(kept.exists(file)).toBe(true);
    await kept.store.release('p-1');
    expect(await kept.replica().job.sweepNow()).toMatchObject({ deleted: 1, held: 0 });
});

test('a hold that is set while it runs keeps what is not decided yet', async () => {
    const { file: first } = await kept.add(1, daysAgo(200));
    const { file: second } = await kept.add(2, daysAgo(199));
    const { deletion } = kept.store;
    const { job } = kept.replica({
        deletion: { ...deletion, decideRetention: (before) => deletion.decideRetention(before, 1) },
        async removeCopy(file) {
            await kept.store.hold('p-2', HELD);
            await removeFrom(kept.folder)(file);
        }
    });
    expect(await job.sweepNow()).toMatchObject({ deleted: 1, held: 1 });
    expect([kept.exists(first), kept.exists(second)]).toEqual([false, true]);
});

test('a file that cannot be removed is told, does not stop the others, and is tried again', async () => {
    const stuck = await kept.add(1, daysAgo(200));
    const others = [await kept.add(2, daysAgo(199)), await kept.add(3, daysAgo(198))];
    // a folder in the file's place: no user's rights remove it as a file
    unlinkSync(join(kept.folder, stuck.file));
    mkdirSync(join(kept.folder, stuck.file, 'in the way'), { recursive: true });
    const { job } = kept.replica();
    expect(await job.sweepNow()).toMatchObject({ deleted: 2, failed: 1 });
    expect(others.some(({ file }) => kept.exists(file))).toBe(false);
    expect(await kept.audit()).toHaveLength(2);

    await kept.ageDecisions();
    expect(await job.sweepNow()).toMatchObject({ deleted: 0, failed: 1 });
    rmSync(join(kept.folder, stuck.file), { recursive: true });
    expect(await job.sweepNow()).toMatchObject({ deleted: 1, failed: 0 });
    expect(await kept.audit()).toHaveLength(3);
    expect(await job.sweepNow()).toMatchObject({ deleted: 0, failed: 0 });
});

test('more stuck files than a batch do not keep others from being gone on with', async () => {
    await Promise.all(Array.from({ length: 130 }, (_, number) => kept.add(number, daysAgo(300 - number))));
    let isBroken = true;
    const { job } = kept.replica({
        async removeCopy(file) {
            if (isBroken && file !== '2026/test-129-1.wav') throw new Error('EIO');
            await removeFrom(kept.folder)(file);
        }
    });
    // the one that works is decided and not done
    await kept.store.deletion.decideRetention(daysAgo(90), 200);
    await kept.ageDecisions();
    expect(await job.sweepNow()).toMatchObject({ deleted: 1, failed: 129 });
    isBroken = false;
    expect(await job.sweepNow()).toMatchObject({ deleted: 129, failed: 0 });
});

test.each(['after the file was removed', 'after the audit was written'])(
    'goes on where a replica died %s',
    async (when) => {
        const { file } = await kept.add(1, daysAgo(91));
        const dies = (): never => {
            throw new Error('killed');
        };
        const { deletion, audit } = kept.store;
        const dying = kept.replica(
            when === 'after the file was removed' ? { addToAudit: dies } : { deletion: { ...deletion, done: dies } }
        );
        expect(await dying.job.sweepNow()).toMatchObject({ deleted: 0, failed: 1 });
        expect(kept.exists(file)).toBe(false);

        await kept.ageDecisions();
        expect(await kept.replica().job.sweepNow()).toMatchObject({ deleted: 1, failed: 0 });
        expect((await audit.list({ limit: 10, after: 0 })).entries).toHaveLength(1);
        expect(await deletion.unfinished(10, 0)).toEqual([]);
    }
);

test('two replicas at once delete each recording once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, number) => kept.add(number, daysAgo(100))));
    const removed: string[] = [];
    const options = {
        async removeCopy(file: string) {
            removed.push(file);
            await removeFrom(kept.folder)(file);
        }
    };
    const reports = await Promise.all([kept.replica(options).job.sweepNow(), kept.replica(options).job.sweepNow()]);
    expect(reports.reduce((sum, report) => sum + (report?.deleted ?? 0), 0)).toBe(40);
    expect(new Set(removed).size).toBe(40);
    expect(removed).toHaveLength(40);
    expect(await kept.audit()).toHaveLength(40);
});

test('one replica sweeps an hour; the other one leaves it', async () => {
    await kept.add(1, daysAgo(91));
    const { sweeps } = kept.store;
    expect(await kept.replica({ sweeps }).job.sweepNow()).toMatchObject({ deleted: 1 });
    expect(await kept.replica({ sweeps }).job.sweepNow()).toBeNull();
});

test('sweeps at the start, and stops after the recording that is being deleted', async () => {
    await Promise.all(Array.from({ length: 5 }, (_, number) => kept.add(number, daysAgo(100))));
    const begun = Promise.withResolvers<undefined>();
    const goOn = Promise.withResolvers<undefined>();
    const { job } = kept.replica({
        async removeCopy(file) {
            begun.resolve(undefined);
            await goOn.promise;
            await removeFrom(kept.folder)(file);
        }
    });
    job.start();
    await begun.promise;
    const stopped = job.stop();
    goOn.resolve(undefined);
    await stopped;
    expect(await kept.audit()).toHaveLength(1);
    expect(await kept.store.sweeps.list(1)).toMatchObject([{ deleted: 1 }]);
});
