import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { type AudioStore, createAudioStore } from '../../../src/recordings/audioStore.ts';
import { createRecordingCopier } from '../../../src/recordings/copying/recordingCopier.ts';
import type { RecordingQueue } from '../../../src/recordings/recordingQueue.ts';
import { type RecordingSource, SourceError } from '../../../src/recordings/recordingSource.ts';
import { eventually } from '../../support/eventually.ts';
import { audioOf, claimedOf, sha256Of } from './claimed.ts';
import { createMemoryQueue } from './memoryQueue.ts';
import { createScriptedSource } from './scriptedSource.ts';

const AUDIO = audioOf(30_000);

let folder: string;
let store: AudioStore;
beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copier-'));
    store = createAudioStore({ folder });
});
afterEach(() => rm(folder, { recursive: true }));

const copierOf = (options: {
    queue: RecordingQueue;
    sources: RecordingSource[];
    store?: AudioStore;
    onCopied?: (bytes: number) => void;
    log?: Logger;
}) => createRecordingCopier({ store, maxBytes: 1_000_000, log: pino({ level: 'silent' }), ...options });

const filesOf = async (): Promise<string[]> => {
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    return names.filter((entry) => entry.isFile()).map(({ name }) => name);
};
const until = (condition: () => boolean) => eventually(async () => condition(), Boolean);

test('copies all that is due, a few at once, although the source fails now and then', async () => {
    const recordings = Array.from({ length: 60 }, () => claimedOf());
    const audio = new Map(recordings.map(({ id }, index) => [id, audioOf(500 + 37 * index, index + 1)]));
    let [running, most, opened, copiedBytes] = [0, 0, 0, 0];
    const source: RecordingSource = {
        name: 'flaky',
        mayHave: () => true,
        async open(recording, request) {
            most = Math.max(most, ++running);
            // every tenth opening fails, half of them midway
            const scenes = ++opened % 10 > 0 ? [] : [{ breaksOffAfter: opened % 20 ? 0 : 400 }];
            const scripted = createScriptedSource({ audio: audio.get(recording.id) ?? AUDIO, scenes });
            const answer = await scripted.source.open(recording, request);
            answer.stream.once('close', () => running--);
            return answer;
        }
    };
    const { queue, copies, failures } = createMemoryQueue(recordings);
    const copier = copierOf({ queue, sources: [source], onCopied: (bytes) => (copiedBytes += bytes) });
    copier.start();
    await until(() => copies.size === recordings.length);
    await copier.stop();
    for (const { id } of recordings) {
        const copy = copies.get(id);
        expect(copy?.sha256).toBe(sha256Of(audio.get(id) ?? AUDIO));
        expect(sha256Of(await readFile(store.pathOf(copy?.file ?? '')))).toBe(copy?.sha256);
    }
    expect(failures.length).toBeGreaterThan(4);
    expect(most).toBeLessThanOrEqual(4);
    expect(copiedBytes).toBe([...audio.values()].reduce((sum, { length }) => sum + length, 0));
    expect(await filesOf()).toHaveLength(recordings.length);
});

test('when it stops, a copy is broken off, and another replica goes on with it', async () => {
    const [claimed] = [claimedOf()];
    const { queue, copies, failures, due } = createMemoryQueue([claimed]);
    const { source, requests } = createScriptedSource({ audio: AUDIO, scenes: [{ stallsAfter: 20_000 }] });
    const first = copierOf({ queue, sources: [source] });
    first.start();
    await eventually(
        () => store.partBytes(claimed.id),
        (bytes) => bytes === 20_000
    );
    await first.stop();
    expect(failures).toEqual([
        {
            code: 'interrupted',
            message: 'Interrupted; it goes on where it was',
            retryInMs: 0,
            countsAsAttempt: false,
            partial: { source: 'scripted', version: 'edition 1' }
        }
    ]);
    expect(due).toHaveLength(1);
    const second = copierOf({ queue, sources: [source] });
    second.start();
    await until(() => copies.size === 1);
    await second.stop();
    expect(requests[1]?.from).toBe(19_999);
    expect(copies.get(claimed.id)?.sha256).toBe(sha256Of(AUDIO));
});

test('whoever lost the claim meanwhile leaves no file', async () => {
    const { queue } = createMemoryQueue([claimedOf()]);
    let asked = 0;
    const copier = copierOf({
        queue: { ...queue, complete: async () => (asked++, false) },
        sources: [createScriptedSource({ audio: AUDIO }).source]
    });
    copier.start();
    await until(() => asked === 1);
    await copier.stop();
    expect(await filesOf()).toEqual([]);
});

test('a copy that may be noted already is not removed', async () => {
    const { queue } = createMemoryQueue([claimedOf()]);
    let asked = 0;
    const copier = copierOf({
        queue: {
            ...queue,
            // it was noted, and the answer was lost
            async complete() {
                if (++asked === 1) throw new Error('cut');
                return false;
            }
        },
        sources: [createScriptedSource({ audio: AUDIO }).source]
    });
    copier.start();
    await until(() => asked === 2);
    await copier.stop();
    expect(await filesOf()).toHaveLength(1);
});

test('a copy of which a replica died before it was noted makes room for the next', async () => {
    const claimed = claimedOf();
    const part = await store.openPart(claimed.id, 0);
    await store.finish(part, { day: claimed.day, part: 1, extension: 'ogg' });
    const { queue, copies } = createMemoryQueue([claimed]);
    const copier = copierOf({ queue, sources: [createScriptedSource({ audio: AUDIO }).source] });
    copier.start();
    await until(() => copies.size === 1);
    await copier.stop();
    expect(await filesOf()).toEqual([copies.get(claimed.id)?.file.split('/').at(-1)]);
});

test('what nobody went on with for a week is removed when it starts', async () => {
    await (await store.openPart('old', 0)).close();
    const longAgo = new Date(Date.now() - 8 * 24 * 60 * 60_000);
    await utimes(join(folder, 'incoming/old.part'), longAgo, longAgo);
    const copier = copierOf({ queue: createMemoryQueue([]).queue, sources: [] });
    copier.start();
    await copier.stop();
    expect(await filesOf()).toEqual([]);
});

test('what came of a copy is kept although the database is away for a moment', async () => {
    const { queue, copies, lost } = createMemoryQueue([claimedOf(), claimedOf({ format: 'wav' })]);
    const away = new Set(['complete', 'fail']);
    const flaky: RecordingQueue = {
        ...queue,
        complete: async (...outcome) => (refuseOnce('complete'), queue.complete(...outcome)),
        fail: async (...outcome) => (refuseOnce('fail'), queue.fail(...outcome))
    };
    function refuseOnce(name: string): void {
        if (away.delete(name)) throw new Error('the database is away');
    }
    const ogg = createScriptedSource({ audio: AUDIO, mayHave: ({ format }) => format === 'ogg' });
    const copier = copierOf({ queue: flaky, sources: [ogg.source] });
    copier.start();
    await until(() => copies.size === 1 && lost.length === 1);
    await copier.stop();
    expect(lost).toMatchObject([{ code: 'source-unknown', retryInMs: null }]);
});

test('a thousand that nobody can copy fill no log', async () => {
    const { queue, lost } = createMemoryQueue(Array.from({ length: 1_000 }, () => claimedOf()));
    const said: { msg: string; code?: string; count?: number }[] = [];
    const log = pino({ level: 'error' }, { write: (line: string) => void said.push(JSON.parse(line)) });
    const copier = copierOf({ queue, sources: [], log });
    copier.start();
    await until(() => lost.length === 1_000);
    await copier.stop();
    expect(said).toHaveLength(11);
    expect(said[0]).toMatchObject({ code: 'source-unknown' });
    expect(said.at(-1)).toMatchObject({ count: 990, of: { 'source-unknown': 990 } });
});

test('one recording that nobody can copy keeps no other waiting', async () => {
    const { queue, copies, failures } = createMemoryQueue([claimedOf({ name: 'absent' }), claimedOf()]);
    const { source } = createScriptedSource({ audio: AUDIO });
    const picky: RecordingSource = {
        ...source,
        open: (recording, request) =>
            recording.name === 'absent'
                ? Promise.reject(new SourceError('absent', 'It is not there'))
                : source.open(recording, request)
    };
    const copier = copierOf({ queue, sources: [picky] });
    copier.start();
    await until(() => copies.size === 1 && failures.length >= 2);
    await copier.stop();
    expect(failures[0]).toMatchObject({ code: 'absent', countsAsAttempt: true });
});
