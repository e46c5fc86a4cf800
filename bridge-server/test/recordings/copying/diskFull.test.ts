import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { RecordingCopy } from '../../../src/calls/recording.ts';
import { type AudioStore, createAudioStore } from '../../../src/recordings/audioStore.ts';
import { createAudioPart } from '../../../src/recordings/audioStorePart.ts';
import { createRecordingCopier } from '../../../src/recordings/copying/recordingCopier.ts';
import { eventually } from '../../support/eventually.ts';
import { audioOf, claimedOf, sha256Of } from './claimed.ts';
import { createMemoryQueue } from './memoryQueue.ts';
import { createScriptedSource } from './scriptedSource.ts';

const AUDIO = audioOf(30_000);

let folder: string;
beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'full-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Copies two recordings, mending the store after so many failures; tells what became of them and what was logged. */
async function copyWhile(store: AudioStore, failuresUntilMended: number, mend: () => unknown) {
    const lines: { level: number; msg: string; code?: string }[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    const recordings = [claimedOf(), claimedOf()];
    const { queue, failures, lost, copies } = createMemoryQueue(recordings);
    const { source } = createScriptedSource({ audio: AUDIO });
    const copier = createRecordingCopier({
        queue,
        sources: [source],
        store,
        maxBytes: 1_000_000,
        log,
        random: () => 0
    });
    copier.start();
    await eventually(
        async () => failures.length,
        (count) => count >= failuresUntilMended
    );
    await mend();
    await eventually(
        async () => copies.size,
        (size) => size === recordings.length
    );
    await copier.stop();
    const said = lines.filter(({ msg }) => msg !== 'A recording was copied');
    return { failures, lost, said, copies: [...copies.values()] };
}

const checksumsOf = (copies: readonly RecordingCopy[]) => new Set(copies.map(({ sha256 }) => sha256));

test('while the disk is full recordings wait, which is said once, and then all are copied', async () => {
    const store = createAudioStore({ folder });
    let isFull = true;
    const onFullDisk: AudioStore = {
        ...store,
        openPart: async (id, from) =>
            isFull ? createAudioPart(id, await open('/dev/full', 'r+'), from) : store.openPart(id, from)
    };
    const { failures, lost, said, copies } = await copyWhile(onFullDisk, 6, () => {
        isFull = false;
    });
    expect(lost).toEqual([]);
    for (const failure of failures)
        expect(failure).toMatchObject({ code: 'disk-full', retryInMs: 30_000, countsAsAttempt: false });
    expect(said).toEqual([
        expect.objectContaining({ level: 50, code: 'disk-full', msg: expect.stringContaining('RECORDING_STORE_DIR') }),
        expect.objectContaining({ level: 30, msg: 'Recordings are stored again' })
    ]);
    expect(checksumsOf(copies)).toEqual(new Set([sha256Of(AUDIO)]));
});

test('while the folder cannot be written to recordings wait as well', async () => {
    const blocked = join(folder, 'recordings');
    await writeFile(blocked, 'a file where the folder should be');
    const { failures, lost, said, copies } = await copyWhile(createAudioStore({ folder: blocked }), 6, () =>
        rm(blocked)
    );
    expect(lost).toEqual([]);
    for (const failure of failures)
        expect(failure).toMatchObject({ code: 'store-unwritable', retryInMs: 30_000, countsAsAttempt: false });
    expect(said.map(({ level }) => level)).toEqual([50, 30]);
    expect(checksumsOf(copies)).toEqual(new Set([sha256Of(AUDIO)]));
});
