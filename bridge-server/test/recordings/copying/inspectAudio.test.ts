import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectAudio } from '../../../src/recordings/copying/inspectAudio.ts';
import { chunkOf, sine, wavHeaderOf, wavOf } from './wav.ts';

let folder: string;
beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inspect-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** @param length of the file, where it is longer than its content */
async function inspect(content: Buffer, length = content.length) {
    const path = join(folder, 'audio');
    await writeFile(path, content);
    const file = await open(path, 'r+');
    try {
        await file.truncate(length);
        return await inspectAudio(file, length);
    } finally {
        await file.close();
    }
}

const quietThenLoud = (second: number): number => (second < 0.5 ? 0.1 : 0.8);

test('tells how long and how loud a WAV of 16 bits is', async () => {
    const { whole, durationMs, peaks } = await inspect(wavOf(sine(quietThenLoud)));
    expect({ whole, durationMs, stretches: peaks?.length }).toEqual({ whole: true, durationMs: 1_000, stretches: 200 });
    expect(new Set(peaks?.slice(0, 100))).toEqual(new Set([10]));
    expect(new Set(peaks?.slice(100))).toEqual(new Set([80]));
});

test('of two channels the louder one counts', async () => {
    const [left, right] = [sine(() => 0.2), sine(quietThenLoud)];
    const both = Buffer.alloc(left.length * 2);
    for (let at = 0; at < left.length; at += 2) {
        left.copy(both, at * 2, at, at + 2);
        right.copy(both, at * 2 + 2, at, at + 2);
    }
    const { durationMs, peaks } = await inspect(wavOf(both, { channels: 2 }));
    expect(durationMs).toBe(1_000);
    expect(new Set(peaks?.slice(0, 100))).toEqual(new Set([20]));
    expect(new Set(peaks?.slice(100))).toEqual(new Set([80]));
});

test.each([
    // G.711: the loudest, the quietest, and one in between, each with its sign
    ['µ-law', 7, [0x00, 0x80, 0xff, 0x7f, 0x8f, 0x0f], [98, 98, 0, 0, 51, 51]],
    ['A-law', 6, [0xaa, 0x2a, 0xd5, 0x55, 0xba, 0x3a], [98, 98, 0, 0, 49, 49]]
])('%s', async (_name, coding, samples, peaks) => {
    const audio = wavOf(Buffer.from(samples), { coding, bitsPerSample: 8 });
    expect(await inspect(audio)).toEqual({ whole: true, durationMs: 1, peaks });
});

test.each([1, 3, 7, 199, 201, 401])('a recording of %i samples has a peak for every stretch of it', async (samples) => {
    const audio = wavOf(Buffer.from(new Int16Array(samples).fill(16_384).buffer));
    const { peaks } = await inspect(audio);
    expect(peaks).toEqual(new Array(Math.min(200, samples)).fill(50));
});

test('chunks before and behind the samples are none of them', async () => {
    const before = [chunkOf('LIST', Buffer.from('odd')), chunkOf('fact', Buffer.alloc(4))];
    const audio = wavOf(
        sine(() => 0.5),
        { before, after: chunkOf('LIST', Buffer.alloc(500, 0x7f)) }
    );
    const { whole, durationMs, peaks } = await inspect(audio);
    expect({ whole, durationMs }).toEqual({ whole: true, durationMs: 1_000 });
    expect(new Set(peaks)).toEqual(new Set([50]));
});

test.each<[string, Buffer]>([
    ['nothing at all', Buffer.alloc(0)],
    ['only the first bytes', Buffer.from('RIF')],
    ['no samples yet', wavHeaderOf(0).subarray(0, 30)],
    [
        'an open length of 0',
        wavOf(
            sine(() => 0.5),
            { saysDataBytes: 0 }
        )
    ],
    [
        'an open length of 0xFFFFFFFF',
        wavOf(
            sine(() => 0.5),
            { saysDataBytes: 0xffffffff }
        )
    ],
    ['half of its samples', wavOf(sine(() => 0.5)).subarray(0, 8_000)],
    [
        'an RF64 that says more',
        wavOf(
            sine(() => 0.5),
            { isLong: true, saysDataBytes: 5_000_000_000 }
        )
    ]
])('a WAV with %s is not whole', async (_name, content) => {
    expect((await inspect(content)).whole).toBe(false);
});

test('what there is of a WAV that is not closed is measured', async () => {
    const { durationMs, peaks } = await inspect(
        wavOf(
            sine(() => 0.5),
            { saysDataBytes: 0 }
        )
    );
    expect({ durationMs, loudest: Math.max(...(peaks ?? [])) }).toEqual({ durationMs: 1_000, loudest: 50 });
});

test('reads the length of an RF64 where it stands', async () => {
    const audio = wavOf(
        sine(() => 0.5),
        { isLong: true }
    );
    expect(await inspect(audio)).toMatchObject({ whole: true, durationMs: 1_000 });
});

test('counts beyond 4 GiB', async () => {
    const samples = 6_000_000_000;
    // GSM: nobody looks for its peaks, so the file is not read through
    const header = wavHeaderOf(samples, { coding: 0x31, isLong: true });
    expect(await inspect(header, header.length + samples)).toEqual({
        whole: true,
        durationMs: (samples / 16_000) * 1_000,
        peaks: null
    });
    expect((await inspect(header, header.length + samples - 1)).whole).toBe(false);
    const open = wavHeaderOf(samples, { coding: 0x31, saysDataBytes: 0xffffffff });
    expect((await inspect(open, open.length + samples)).whole).toBe(false);
});

test.each<[string, Buffer]>([
    ['garbage', Buffer.from('<html>404</html>'.repeat(100))],
    ['an mp3', Buffer.from('ID3\x04and so on')],
    ['a RIFF of something else', Buffer.from('RIFF\x10\0\0\0AVI LIST')],
    ['samples without a format', Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), chunkOf('data', Buffer.alloc(10))])]
])('%s is kept as it is, and nothing is said of it', async (_name, content) => {
    expect(await inspect(content)).toEqual({ whole: true, durationMs: null, peaks: null });
});

test('a header full of nonsense does no harm', async () => {
    const nothing = { channels: 0, sampleRate: 0, bitsPerSample: 0 };
    expect(await inspect(wavOf(Buffer.alloc(100), nothing))).toEqual({ whole: true, durationMs: null, peaks: null });
});
