/* eslint-disable jest/no-export -- each source's own test plays this contract */
import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { ToldRecording } from '../../../src/calls/recording.ts';
import type { OpenRequest, RecordingSource, SourceError } from '../../../src/recordings/recordingSource.ts';

/** A source with something behind it that the test commands. */
export interface SourceStage {
    readonly source: RecordingSource;
    /** Nothing is there at first. */
    readonly recording: ToldRecording;
    /** Puts the audio there, in place of what was. */
    put(audio: Buffer): Promise<void>;
    /** The next time that it is opened, so many bytes come, more or less, and then it breaks off, or nothing more. */
    goBad?(fault: { readonly kind: 'cut' | 'hang'; readonly afterBytes: number }): void;
    close(): Promise<void>;
}

/**
 * - `goes-on`: at a later byte of the same version
 * - `goes-bad`: something lies between the source and its audio that may break
 */
type Trait = 'goes-on' | 'goes-bad' | 'has-one-audio' | 'removes';

export const IDLE_MS_OF_STAGES = 1_000;
const BYTES = 2_000_000;

export const told = (recording: Partial<ToldRecording> = {}): ToldRecording => ({
    id: '6c8f2d1e-7f3a-4c55-9d52-0c8a2b9e4f10',
    callId: 'asterisk:1719844000.12',
    part: 1,
    name: '2026/11/23/1719844000.12',
    format: 'wav',
    url: null,
    ...recording
});

export const anew = (signal: AbortSignal = new AbortController().signal): OpenRequest => ({
    from: 0,
    version: null,
    signal
});

/** For `toMatchObject` and `rejects`. */
export const sourceError = (code: SourceError['code']) => expect.objectContaining({ name: 'SourceError', code });

/** What whoever copies relies on, of any source. */
export function describeSourceContract(
    name: string,
    openStage: () => Promise<SourceStage>,
    traits: readonly Trait[]
): void {
    const testIf = (trait: Trait) => (traits.includes(trait) ? test : test.skip);
    const testUnless = (trait: Trait) => (traits.includes(trait) ? test.skip : test);

    describe(`${name} as a source of recordings`, () => {
        let stage: SourceStage;
        const audio = randomBytes(BYTES);
        beforeEach(async () => {
            stage = await openStage();
        });
        afterEach(() => stage.close());

        const open = (request: OpenRequest = anew()) => stage.source.open(stage.recording, request);

        test('gives every byte, and says how many there are', async () => {
            await stage.put(audio);
            expect(stage.source.mayHave(stage.recording)).toBe(true);
            const opened = await open();
            expect(opened).toMatchObject({ from: 0, bytes: BYTES });
            expect((await buffer(opened.stream)).equals(audio)).toBe(true);
        });

        test('gives the same version for the same audio', async () => {
            await stage.put(audio);
            const [first, second] = [await open(), await open()];
            first.stream.destroy();
            second.stream.destroy();
            expect(second.version).toBe(first.version);
        });

        test('begins where it says, when it is to go on', async () => {
            await stage.put(audio);
            const first = await open();
            first.stream.destroy();
            const rest = await open({ ...anew(), from: 1_500_000, version: first.version });
            expect(rest.bytes).toBe(BYTES);
            expect((await buffer(rest.stream)).equals(audio.subarray(rest.from))).toBe(true);
        });

        testIf('goes-on')('goes on at a later byte of the same audio', async () => {
            await stage.put(audio);
            const first = await open();
            first.stream.destroy();
            expect(first.version).not.toBeNull();
            const rest = await open({ ...anew(), from: 1_500_000, version: first.version });
            expect(rest).toMatchObject({ from: 1_500_000, version: first.version });
            expect((await buffer(rest.stream)).length).toBe(500_000);
        });

        testIf('goes-on')('has nothing more after the last byte, or begins anew', async () => {
            await stage.put(audio);
            const first = await open();
            first.stream.destroy();
            const rest = await open({ ...anew(), from: BYTES, version: first.version });
            expect((await buffer(rest.stream)).length).toBe(BYTES - rest.from);
        });

        testUnless('has-one-audio')('begins anew when the audio became another', async () => {
            await stage.put(audio);
            const first = await open();
            first.stream.destroy();
            const other = randomBytes(BYTES);
            await stage.put(other);
            const again = await open({ ...anew(), from: 1_500_000, version: first.version });
            expect(again.from).toBe(0);
            expect((await buffer(again.stream)).equals(other)).toBe(true);
            expect(again.version === null || again.version !== first.version).toBe(true);
        });

        testUnless('has-one-audio')('says that audio is absent, and gives it once it is there', async () => {
            await expect(open()).rejects.toEqual(sourceError('absent'));
            await stage.put(audio);
            const { stream } = await open();
            expect((await buffer(stream)).length).toBe(BYTES);
        });

        test('is aborted before it is opened', async () => {
            await stage.put(audio);
            await expect(open(anew(AbortSignal.abort()))).rejects.toEqual(sourceError('unavailable'));
        });

        test('is aborted while it is read', async () => {
            await stage.put(audio);
            const abortion = new AbortController();
            const { stream } = await open(anew(abortion.signal));
            stream.once('data', () => abortion.abort());
            await expect(buffer(stream)).rejects.toEqual(sourceError('unavailable'));
        });

        testIf('goes-bad')('fails when its audio breaks off', async () => {
            await stage.put(audio);
            stage.goBad?.({ kind: 'cut', afterBytes: 1_000_000 });
            const { stream } = await open();
            await expect(buffer(stream)).rejects.toEqual(sourceError('unavailable'));
        });

        testIf('goes-bad')('fails when nothing comes any more', async () => {
            await stage.put(audio);
            stage.goBad?.({ kind: 'hang', afterBytes: 1_000_000 });
            const { stream } = await open();
            await expect(buffer(stream)).rejects.toEqual(sourceError('unavailable'));
        });

        testIf('goes-bad')('fails when no answer comes', async () => {
            await stage.put(audio);
            stage.goBad?.({ kind: 'hang', afterBytes: 0 });
            await expect(open()).rejects.toEqual(sourceError('unavailable'));
        });

        testIf('removes')('removes its audio, also when it is gone already', async () => {
            await stage.put(audio);
            await stage.source.remove?.(stage.recording);
            await expect(open()).rejects.toEqual(sourceError('absent'));
            await expect(stage.source.remove?.(stage.recording)).resolves.toBeUndefined();
        });
    });
}
