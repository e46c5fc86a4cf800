import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClaimedRecording } from '../../../src/calls/recording.ts';
import { createAudioStore } from '../../../src/recordings/audioStore.ts';
import { CopyError } from '../../../src/recordings/copying/copyFailure.ts';
import { copyRecording, type CopyOptions } from '../../../src/recordings/copying/copyRecording.ts';
import { type RecordingSource, SourceError } from '../../../src/recordings/recordingSource.ts';
import { audioOf, claimedOf, sha256Of } from './claimed.ts';
import { createScriptedSource } from './scriptedSource.ts';
import { sine, wavOf } from './wav.ts';

const AUDIO = audioOf(100_000);
const MINUTE_MS = 60_000;

let folder: string;
beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copy-'));
});
afterEach(() => rm(folder, { recursive: true }));

const copy = (claimed: ClaimedRecording, options: Partial<CopyOptions>) =>
    copyRecording(claimed, {
        sources: [],
        store: createAudioStore({ folder }),
        maxBytes: 1_000_000,
        signal: AbortSignal.timeout(30_000),
        ...options
    });

/** How a try failed; the test fails when it did not. */
async function failureOf(claimed: ClaimedRecording, options: Partial<CopyOptions>): Promise<CopyError> {
    const failure: unknown = await copy(claimed, options).then(
        () => 'it was copied',
        (error: unknown) => error
    );
    if (!(failure instanceof CopyError))
        throw new Error(`Not as it should fail: ${String(failure)}`, { cause: failure });
    return failure;
}

const storedSha256 = async (file: string) => sha256Of(await readFile(join(folder, file)));
const partsLeft = () => readdir(join(folder, 'incoming'));

test('copies byte for byte, and says what it copied', async () => {
    const { source } = createScriptedSource({ name: 'folder', audio: AUDIO });
    const copied = await copy(claimedOf(), { sources: [source] });
    expect(copied).toEqual({
        source: 'folder',
        file: copied.file,
        bytes: AUDIO.length,
        sha256: sha256Of(AUDIO),
        durationMs: null,
        peaks: null,
        whole: true
    });
    expect(await storedSha256(copied.file)).toBe(sha256Of(AUDIO));
    expect(await partsLeft()).toEqual([]);
});

test('goes on where it was aborted, with the same checksum', async () => {
    const audio = audioOf(400_000);
    const aborting = new AbortController();
    const { source, requests } = createScriptedSource({
        audio,
        onChunk: (at) => at === 300_000 && aborting.abort()
    });
    const claimed = claimedOf();
    const failure = await failureOf(claimed, { sources: [source], signal: aborting.signal });
    expect(failure).toMatchObject({ code: 'interrupted', partial: { source: 'scripted', version: 'edition 1' } });
    expect(await partsLeft()).toEqual([`${claimed.id}.part`]);
    const copied = await copy({ ...claimed, partial: failure.partial }, { sources: [source] });
    expect(copied.sha256).toBe(sha256Of(audio));
    expect(await storedSha256(copied.file)).toBe(sha256Of(audio));
    expect(requests[1]?.from).toBeGreaterThan(100_000);
    expect(requests[1]?.version).toBe('edition 1');
});

test('a source that stalls is let go when it is told to stop', async () => {
    const { source } = createScriptedSource({ audio: AUDIO, scenes: [{ stallsAfter: 5_000 }] });
    const failure = await failureOf(claimedOf(), { sources: [source], signal: AbortSignal.timeout(100) });
    expect(failure.code).toBe('interrupted');
});

test('begins anew when the source has other audio now', async () => {
    const other = audioOf(80_000, 2);
    const { source } = createScriptedSource({ audio: AUDIO, scenes: [{ breaksOffAfter: 60_000 }, { audio: other }] });
    const claimed = claimedOf();
    const { partial } = await failureOf(claimed, { sources: [source] });
    const copied = await copy({ ...claimed, partial }, { sources: [source] });
    expect(copied).toMatchObject({ bytes: other.length, sha256: sha256Of(other) });
    expect(await storedSha256(copied.file)).toBe(sha256Of(other));
});

test('of a source that cannot tell versions apart nothing is gone on with', async () => {
    const { source, requests } = createScriptedSource({
        audio: AUDIO,
        hasVersions: false,
        scenes: [{ breaksOffAfter: 60_000 }]
    });
    const claimed = claimedOf();
    expect(await failureOf(claimed, { sources: [source] })).toMatchObject({ code: 'unavailable', partial: null });
    expect(await partsLeft()).toEqual([]);
    expect((await copy(claimed, { sources: [source] })).sha256).toBe(sha256Of(AUDIO));
    expect(requests[1]).toEqual({ from: 0, version: null });
});

test('audio that ends before its length is gone on with', async () => {
    const { source, requests } = createScriptedSource({ audio: AUDIO, scenes: [{ endsAfter: 70_000 }] });
    const claimed = claimedOf();
    const failure = await failureOf(claimed, { sources: [source] });
    expect(failure.code).toBe('unavailable');
    const copied = await copy({ ...claimed, partial: failure.partial }, { sources: [source] });
    expect(copied.sha256).toBe(sha256Of(AUDIO));
    expect(requests[1]?.from).toBe(69_999);
});

test('of audio that changed while it was read nothing is gone on with', async () => {
    const { source } = createScriptedSource({
        audio: AUDIO,
        scenes: [{ breaksOffAfter: 60_000, with: new SourceError('changed', 'It was written to') }]
    });
    expect(await failureOf(claimedOf(), { sources: [source] })).toMatchObject({ code: 'changed', partial: null });
    expect(await partsLeft()).toEqual([]);
});

test('a source that goes on with other audio is not believed', async () => {
    const scripted = createScriptedSource({ audio: AUDIO, scenes: [{ breaksOffAfter: 60_000 }] });
    const claimed = claimedOf();
    const { partial } = await failureOf(claimed, { sources: [scripted.source] });
    const rogue: RecordingSource = {
        ...scripted.source,
        open: async (...asked) => ({ ...(await scripted.source.open(...asked)), version: 'another' })
    };
    const failure = await failureOf({ ...claimed, partial }, { sources: [rogue] });
    expect(failure).toMatchObject({ code: 'changed', partial: null });
});

test('what one source gave is not gone on with at another', async () => {
    const broken = createScriptedSource({ name: 's3', audio: AUDIO, scenes: [{ breaksOffAfter: 60_000 }] });
    const other = createScriptedSource({ name: 'ari', audio: audioOf(90_000, 3) });
    const claimed = claimedOf();
    const { partial } = await failureOf(claimed, { sources: [broken.source] });
    const copied = await copy({ ...claimed, partial }, { sources: [other.source] });
    expect(copied).toMatchObject({ source: 'ari', sha256: sha256Of(audioOf(90_000, 3)) });
    expect(other.requests).toEqual([{ from: 0, version: null }]);
});

const failing = (name: string, code: ConstructorParameters<typeof SourceError>[0]) =>
    createScriptedSource({ name, audio: AUDIO, scenes: [{ error: new SourceError(code, name) }] }).source;
const ready = (name: string) => createScriptedSource({ name, audio: AUDIO }).source;

test('the first source that has it serves, of those that could', async () => {
    const never = createScriptedSource({ name: 'never', audio: AUDIO, mayHave: () => false });
    const sources = [never.source, failing('url', 'forbidden'), failing('folder', 'absent'), ready('s3'), ready('ari')];
    expect((await copy(claimedOf(), { sources })).source).toBe('s3');
    expect(never.requests).toEqual([]);
});

test.each<[string, CopyOptions['sources'], string]>([
    ['none is configured that could have it', [], 'source-unknown'],
    ['none has it', [failing('folder', 'absent'), failing('s3', 'absent')], 'absent'],
    [
        'one has it not, and the other must not be asked',
        [failing('s3', 'absent'), failing('url', 'forbidden')],
        'forbidden'
    ],
    [
        'one must not be asked, and the others have it not',
        [failing('url', 'forbidden'), failing('s3', 'absent')],
        'forbidden'
    ],
    [
        'the one that may have it is away',
        [failing('folder', 'absent'), failing('s3', 'unavailable'), ready('ari')],
        'unavailable'
    ],
    ['the one that may have it lets nobody in', [failing('folder', 'refused'), ready('ari')], 'refused']
])('%s', async (_name, sources, code) => {
    expect((await failureOf(claimedOf(), { sources })).code).toBe(code);
});

test('what neither source nor store names may pass', async () => {
    const { source } = createScriptedSource({ audio: AUDIO, scenes: [{ error: new TypeError('not a function') }] });
    expect(await failureOf(claimedOf(), { sources: [source] })).toMatchObject({
        code: 'unavailable',
        message: 'The copy broke off'
    });
});

test.each([true, false])('no more is taken than may be, whether the source says its length: %s', async (saysLength) => {
    const { source } = createScriptedSource({ audio: AUDIO, saysLength });
    expect(await failureOf(claimedOf(), { sources: [source], maxBytes: AUDIO.length - 1 })).toMatchObject({
        code: 'too-large',
        partial: null
    });
    expect(await readdir(folder).then((names) => names.includes('2026'))).toBe(false);
    expect((await copy(claimedOf(), { sources: [source], maxBytes: AUDIO.length })).bytes).toBe(AUDIO.length);
});

test('of audio that is too large by its own word nothing is read', async () => {
    let chunks = 0;
    const { source } = createScriptedSource({ audio: AUDIO, onChunk: () => chunks++ });
    expect((await failureOf(claimedOf(), { sources: [source], maxBytes: 10 })).code).toBe('too-large');
    expect(chunks).toBe(0);
});

test('a WAV that nobody closed yet is read anew, and kept as it is after ten minutes', async () => {
    const audio = wavOf(
        sine(() => 0.5),
        { saysDataBytes: 0 }
    );
    const { source, requests } = createScriptedSource({ audio });
    const claimed = claimedOf({ format: 'wav', ageMs: 10 * MINUTE_MS - 1 });
    expect(await failureOf(claimed, { sources: [source] })).toMatchObject({ code: 'changed', partial: null });
    expect(await partsLeft()).toEqual([]);
    const copied = await copy({ ...claimed, ageMs: 10 * MINUTE_MS }, { sources: [source] });
    expect(copied).toMatchObject({ whole: false, durationMs: 1_000, sha256: sha256Of(audio) });
    expect(requests[1]).toEqual({ from: 0, version: null });
});

test('garbage that is called a WAV is kept', async () => {
    const { source } = createScriptedSource({ audio: AUDIO });
    expect(await copy(claimedOf({ format: 'wav' }), { sources: [source] })).toMatchObject({
        whole: true,
        durationMs: null,
        peaks: null,
        sha256: sha256Of(AUDIO)
    });
});
