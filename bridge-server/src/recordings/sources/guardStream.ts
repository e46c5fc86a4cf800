import { Readable } from 'node:stream';
import { SourceError } from '../recordingSource.ts';

/** How long a source may say nothing while it is waited for. */
export const IDLE_MS = 30_000;

export interface StreamLimits {
    readonly signal: AbortSignal;
    /** How long nothing may come while somebody waits for it. */
    readonly idleMs?: number;
    /** How long all of it may take. */
    readonly totalMs?: number;
    /** The most bytes that may come. */
    readonly maxBytes?: number;
    /** Runs once the last byte has come; what it throws fails the stream. */
    readonly atEnd?: () => Promise<void>;
}

/**
 * Passes on what a source gives, within limits. The stream that comes back fails with SourceError: `unavailable` when
 * the source broke off, fell silent, took too long or was aborted, `too-large` when more came than may. A reader that
 * is slow itself runs into the limit of time only. Whatever ends it destroys `source`, too.
 */
export function guardStream(source: Readable, limits: StreamLimits): Readable {
    const { signal, idleMs = IDLE_MS, totalMs, maxBytes = Infinity, atEnd } = limits;
    let room = maxBytes;
    let idle: NodeJS.Timeout | undefined;

    const fail = (error: unknown) => void guarded.destroy(toSourceError(error));
    const abort = () => fail(stopped(signal));
    const wait = () => {
        clearTimeout(idle);
        idle = setTimeout(() => fail(silent(idleMs)), idleMs);
    };
    const finish = () => {
        clearTimeout(idle);
        if (!guarded.destroyed) guarded.push(null);
    };
    const total =
        totalMs === undefined
            ? undefined
            : setTimeout(
                  () => fail(new SourceError('unavailable', `It took longer than ${totalMs} ms`)),
                  totalMs
              ).unref();

    const guarded: Readable = new Readable({
        read() {
            wait();
            source.resume();
        },
        destroy(error, done) {
            clearTimeout(idle);
            clearTimeout(total);
            signal.removeEventListener('abort', abort);
            source.destroy();
            done(error);
        }
    });

    // it may fail before its reader comes, who is told then; an error that nobody hears ends the process
    guarded.on('error', () => undefined);
    // otherwise it flows as soon as somebody listens
    source.pause();
    source.on('data', (chunk: Buffer) => {
        room -= chunk.length;
        if (room < 0) return fail(new SourceError('too-large', `It has more than the ${maxBytes} bytes that may come`));
        if (guarded.push(chunk)) return wait();
        clearTimeout(idle);
        source.pause();
    });
    source.once('end', () => {
        Promise.resolve(atEnd?.()).then(finish, fail);
    });
    // not once: it may fail again when it is destroyed
    source.on('error', fail);
    source.once('close', () => {
        if (!source.readableEnded) fail(brokenOff());
    });
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    return guarded;
}

export const silent = (idleMs: number) => new SourceError('unavailable', `Nothing came for ${idleMs} ms`);
export const stopped = (signal: AbortSignal) =>
    new SourceError('unavailable', 'The copying was stopped', { cause: signal.reason });
const brokenOff = (cause?: unknown) => new SourceError('unavailable', 'It broke off', { cause });

const toSourceError = (error: unknown) => (error instanceof SourceError ? error : brokenOff(error));
