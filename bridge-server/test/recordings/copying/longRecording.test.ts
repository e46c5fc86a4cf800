import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAudioStore } from '../../../src/recordings/audioStore.ts';
import { copyRecording } from '../../../src/recordings/copying/copyRecording.ts';
import type { RecordingSource } from '../../../src/recordings/recordingSource.ts';
import { claimedOf } from './claimed.ts';
import { wavHeaderOf } from './wav.ts';

const MEGABYTE = 1024 * 1024;
const SAMPLES_BYTES = 160 * MEGABYTE;

let folder: string;
beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'long-'));
});
afterAll(() => rm(folder, { recursive: true }));

const memory = (): number => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
};

test('a recording of hours is copied and measured in little memory', async () => {
    const path = join(folder, 'long.wav');
    const header = wavHeaderOf(SAMPLES_BYTES);
    const bytes = header.length + SAMPLES_BYTES;
    const file = await open(path, 'w');
    await file.write(header);
    await file.truncate(bytes);
    await file.close();
    let most = 0;
    const source: RecordingSource = {
        name: 'folder',
        mayHave: () => true,
        async open(_recording, { from }) {
            const stream = createReadStream(path, { start: from });
            let chunks = 0;
            stream.on('data', () => {
                // asking takes longer than copying a chunk
                if (++chunks % 100 === 0) most = Math.max(most, memory());
            });
            stream.pause();
            return { stream, from, bytes, version: '1' };
        }
    };
    const before = memory();
    const copied = await copyRecording(claimedOf({ format: 'wav' }), {
        sources: [source],
        store: createAudioStore({ folder: join(folder, 'store') }),
        maxBytes: bytes,
        signal: AbortSignal.timeout(60_000)
    });
    most = Math.max(most, memory());
    expect(copied).toMatchObject({ bytes, whole: true, durationMs: SAMPLES_BYTES / 16, peaks: new Array(200).fill(0) });
    expect((most - before) / MEGABYTE).toBeLessThan(80);
});
