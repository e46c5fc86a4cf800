import pino from 'pino';
import type { DeletingRecording } from '../../../src/calls/recording.ts';
import { removeAtSource } from '../../../src/recordings/keeping/removeAtSource.ts';
import { type RecordingSource, SourceError } from '../../../src/recordings/recordingSource.ts';
import { daysAgo } from '../../support/recordingRow.ts';
import { openKeptRecordings } from './keptRecordings.ts';

const recording = (source: string | null, isShared = false): DeletingRecording => ({
    id: '1',
    callId: 'test:1',
    part: 1,
    name: 'rec',
    format: 'wav',
    url: null,
    protocol: 'p-1',
    kind: 'retention',
    file: null,
    bytes: 0,
    day: '2026-11-23',
    source,
    isShared
});

/** A source that notes what is removed; no `remove`: it lets nobody. */
function sourceOf(name: string, removed: string[], fails: SourceError | null = null): RecordingSource {
    return {
        name,
        mayHave: () => name !== 'elsewhere',
        open: () => Promise.reject(new SourceError('absent', 'nothing')),
        remove: async () => {
            if (fails) throw fails;
            removed.push(name);
        }
    };
}

test('removes where it came from, and nowhere else', async () => {
    const removed: string[] = [];
    await removeAtSource(recording('s3'), [sourceOf('folder', removed), sourceOf('s3', removed)]);
    expect(removed).toEqual(['s3']);
});

test('what was never copied is removed wherever it could be', async () => {
    const removed: string[] = [];
    const sources = ['folder', 'elsewhere', 'ari'].map((name) => sourceOf(name, removed));
    await removeAtSource(recording(null), sources);
    expect(removed).toEqual(['folder', 'ari']);
});

test('what is another recording’s, too, is left for that one', async () => {
    const removed: string[] = [];
    expect(await removeAtSource(recording('s3', true), [sourceOf('s3', removed)])).toBe(true);
    expect(await removeAtSource(recording(null, true), [sourceOf('s3', removed)])).toBe(true);
    expect(removed).toEqual([]);
});

test('a source that lets nobody remove is passed over', async () => {
    const { remove: _none, ...readOnly } = sourceOf('url', []);
    expect(await removeAtSource(recording('url'), [readOnly])).toBe(true);
});

test('says that it was left where the source is not configured any more', async () => {
    const removed: string[] = [];
    expect(await removeAtSource(recording('s3'), [sourceOf('folder', removed)])).toBe(false);
    expect(await removeAtSource(recording(null), [])).toBe(true);
    expect(removed).toEqual([]);
});

test.each(['absent', 'forbidden'] as const)('%s there means that nothing is to be done', async (code) => {
    const source = sourceOf('s3', [], new SourceError(code, 'no'));
    expect(await removeAtSource(recording('s3'), [source])).toBe(true);
});

test.each(['unavailable', 'refused'] as const)('%s means that it may still be there', async (code) => {
    const source = sourceOf('s3', [], new SourceError(code, 'no'));
    await expect(removeAtSource(recording('s3'), [source])).rejects.toMatchObject({ code });
});

test('a source that stalls is not waited for', async () => {
    const stalls: RecordingSource = { ...sourceOf('s3', []), remove: () => new Promise(() => undefined) };
    await expect(removeAtSource(recording('s3'), [stalls], 20)).rejects.toMatchObject({ code: 'unavailable' });
});

test('the job asks the source only where that is allowed, and tries again when it fails', async () => {
    const kept = await openKeptRecordings();
    try {
        const removed: string[] = [];
        const sources = [sourceOf('folder', removed)];
        await kept.add(1, daysAgo(91));
        await kept.replica({ sources }).job.sweepNow();
        expect(removed).toEqual([]);

        await kept.add(2, daysAgo(91));
        const away = [sourceOf('folder', removed, new SourceError('unavailable', 'away'))];
        const failing = kept.replica({ sources: away, deleteAtSource: true });
        expect(await failing.job.sweepNow()).toMatchObject({ deleted: 0, failed: 1 });
        await kept.ageDecisions();
        expect(await kept.replica({ sources, deleteAtSource: true }).job.sweepNow()).toMatchObject({ deleted: 1 });
        expect(removed).toEqual(['folder']);
    } finally {
        await kept.close();
    }
});

test('the log says what was left at a source that is not configured any more, and nothing is tried again', async () => {
    const kept = await openKeptRecordings();
    try {
        const said: { level: number; source?: string }[] = [];
        const log = pino({ level: 'warn' }, { write: (line: string) => void said.push(JSON.parse(line)) });
        await kept.add(1, daysAgo(91));
        const { job } = kept.replica({ sources: [sourceOf('s3', [])], deleteAtSource: true, log });
        expect(await job.sweepNow()).toMatchObject({ deleted: 1, failed: 0 });
        expect(said).toMatchObject([{ level: 40, callId: 'test:1', source: 'folder' }]);
        expect(await job.sweepNow()).toMatchObject({ deleted: 0, failed: 0 });
    } finally {
        await kept.close();
    }
});

test('the source keeps the audio that another call still has, and loses it with that one', async () => {
    const kept = await openKeptRecordings();
    try {
        const removed: string[] = [];
        const replica = kept.replica({ sources: [sourceOf('folder', removed)], deleteAtSource: true });
        await kept.add(1, daysAgo(91));
        await kept.add(2, daysAgo(10));
        expect(await replica.job.sweepNow()).toMatchObject({ deleted: 1, failed: 0 });
        expect(removed).toEqual([]);
        await replica.erase('p-2', { by: 'Paula', reason: 'LGPD', force: true }, { address: null, userAgent: null });
        expect(removed).toEqual(['folder']);
    } finally {
        await kept.close();
    }
});
