import { getEventListeners, once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { guardStream } from '../../../src/recordings/sources/guardStream.ts';
import { sourceError } from './sourceContract.ts';

const { signal } = new AbortController();
const IDLE_MS = 200;

test('what a source gives comes through in its order', async () => {
    const chunks = Array.from({ length: 100 }, (_, index) => Buffer.alloc(10_000, index));
    const guarded = guardStream(Readable.from(chunks, { objectMode: false }), { signal });
    expect((await buffer(guarded)).equals(Buffer.concat(chunks))).toBe(true);
});

test('a source that fails before its reader comes is told to the reader, and ends nothing else', async () => {
    const source = new PassThrough();
    const guarded = guardStream(source, { signal });
    source.destroy(new Error('reset'));
    // not by `once`, which listens for errors itself
    await new Promise((resolve) => guarded.on('close', resolve));
    await expect(pipeline(guarded, new PassThrough())).rejects.toEqual(sourceError('unavailable'));
    await expect(buffer(guarded)).rejects.toEqual(sourceError('unavailable'));
});

test('a source that closes without an end broke off', async () => {
    const source = new PassThrough();
    const guarded = guardStream(source, { signal });
    source.write('the beginning');
    guarded.once('data', () => source.destroy());
    await expect(buffer(guarded)).rejects.toEqual(sourceError('unavailable'));
});

test('a reader who takes longer than a source may be silent is waited for', async () => {
    const chunks = Array.from({ length: 20 }, () => Buffer.alloc(100_000));
    const guarded = guardStream(Readable.from(chunks, { objectMode: false }), { signal, idleMs: IDLE_MS });
    let bytes = 0;
    for await (const chunk of guarded) {
        // the test is about time that passes
        if (bytes === 0) await new Promise((resolve) => setTimeout(resolve, IDLE_MS * 2));
        bytes += (chunk as Buffer).length;
    }
    expect(bytes).toBe(2_000_000);
});

test('a reader who leaves ends the source', async () => {
    const source = new PassThrough();
    const guarded = guardStream(source, { signal, idleMs: IDLE_MS });
    source.write('audio');
    guarded.once('data', () => guarded.destroy());
    await once(source, 'close');
    expect(guarded.errored).toBeNull();
});

test('a stream that is over is not aborted any more', async () => {
    const abortion = new AbortController();
    const guarded = guardStream(Readable.from(['audio'], { objectMode: false }), { signal: abortion.signal });
    await buffer(guarded);
    expect(getEventListeners(abortion.signal, 'abort')).toEqual([]);
    abortion.abort();
    expect(guarded.errored).toBeNull();
});
