import { get, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export interface ListenerOptions {
    readonly url: string;
    readonly bytes: number;
    readonly bytesPerSecond: number;
    /** From 0 to below 1. */
    readonly random: () => number;
}

const SEEKS = 5;
/** What a player has taken in before its user seeks again. */
const READ_BEFORE_SEEK = 256 * 1024;
const TICK_MS = 100;

/**
 * Hears a recording as people do: jumps about a few times, which breaks off what was on its way, and then listens from
 * the beginning, no faster than so many bytes a second. Resolves to the bytes of the last hearing.
 */
export async function listen({ url, bytes, bytesPerSecond, random }: ListenerOptions): Promise<number> {
    for (let seek = 0; seek < SEEKS; seek++) {
        const start = Math.floor(random() * (bytes - READ_BEFORE_SEEK));
        await hear(url, start, { atMost: READ_BEFORE_SEEK, bytesPerSecond });
    }
    return hear(url, 0, { atMost: bytes, bytesPerSecond });
}

/** @returns how many bytes came */
async function hear(
    url: string,
    start: number,
    { atMost, bytesPerSecond }: { readonly atMost: number; readonly bytesPerSecond: number }
): Promise<number> {
    const response = await open(url, start);
    const startedMs = performance.now();
    let heard = 0;
    // leaving the loop early closes the connection, as a player does that seeks
    for await (const chunk of response) {
        heard += (chunk as Buffer).length;
        if (heard >= atMost) break;
        while ((heard / bytesPerSecond) * 1000 > performance.now() - startedMs + TICK_MS) await wait(TICK_MS);
    }
    response.destroy();
    return heard;
}

const open = (url: string, start: number): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
        get(url, { agent: false, headers: { range: `bytes=${start}-` } }, (response) => {
            if (response.statusCode === 206) resolve(response);
            else reject(new Error(`A listener was answered ${response.statusCode}`));
        }).on('error', reject);
    });
