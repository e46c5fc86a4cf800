import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createAudioStore } from '../../../src/recordings/audioStore.ts';
import { CopyError } from '../../../src/recordings/copying/copyFailure.ts';
import { copyRecording } from '../../../src/recordings/copying/copyRecording.ts';
import { SourceError } from '../../../src/recordings/recordingSource.ts';
import { audioOf, claimedOf, sha256Of } from './claimed.ts';
import { createScriptedSource, type Scene } from './scriptedSource.ts';

const LONGEST = 20_000;

let folder: string;
beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copy-'));
});
afterAll(() => rm(folder, { recursive: true }));

const bytes = fc.integer({ min: 0, max: LONGEST });
const error = fc
    .constantFrom('absent', 'unavailable', 'refused', 'changed')
    .map((code) => new SourceError(code, 'as it was told to'));
const trouble = fc.oneof(
    fc.record<Scene>({ error }),
    fc.record<Scene>({ breaksOffAfter: bytes, with: fc.oneof(error, fc.constant(new Error('cut'))) }),
    fc.record<Scene>({ endsAfter: bytes })
);
const otherAudio = fc.tuple(trouble, bytes, fc.nat(99)).map(([scene, length, seed]) => ({
    ...scene,
    // an error comes before the source could show other audio
    ...(!scene.error && { audio: audioOf(length + 1, seed + 2) })
}));

test('whatever a source does, what is stored is what it had, whole', async () => {
    await fc.assert(
        fc.asyncProperty(
            fc.record({
                length: fc.integer({ min: 1, max: LONGEST }),
                chunkBytes: fc.integer({ min: 1, max: 7_000 }),
                hasVersions: fc.boolean(),
                scenes: fc.array(fc.oneof({ weight: 3, arbitrary: trouble }, otherAudio), { maxLength: 8 })
            }),
            async ({ length, chunkBytes, hasVersions, scenes }) => {
                const first = audioOf(length);
                const { source } = createScriptedSource({ audio: first, chunkBytes, hasVersions, scenes });
                const store = createAudioStore({ folder });
                let claimed = claimedOf();
                for (let attempt = 1; attempt <= scenes.length + 1; attempt++) {
                    const now = scenes.slice(0, attempt).findLast(({ audio }) => audio)?.audio ?? first;
                    const options = {
                        sources: [source],
                        store,
                        maxBytes: LONGEST + 1,
                        signal: AbortSignal.timeout(30_000)
                    };
                    try {
                        const copied = await copyRecording({ ...claimed, attempt }, options);
                        const kept = await readFile(store.pathOf(copied.file));
                        expect([copied.sha256, sha256Of(kept)]).toEqual([sha256Of(now), sha256Of(now)]);
                        return;
                    } catch (failure) {
                        if (!(failure instanceof CopyError)) throw failure;
                        claimed = { ...claimed, partial: failure.partial };
                    }
                }
                throw new Error('It was not copied although all went well in the end');
            }
        ),
        { numRuns: 100 }
    );
});
