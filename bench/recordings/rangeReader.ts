import { Agent, type IncomingMessage, request } from 'node:http';

/** One connection that stays open, by which ranges of a file are read one after another. */
export interface RangeReader {
    /**
     * @param start the first byte, @param end the last byte
     * @returns milliseconds from asking to the first byte of audio; all of the range is read then
     */
    firstByteMs(start: number, end: number): Promise<number>;
    close(): void;
}

const PARTIAL_CONTENT = 206;

export function createRangeReader(url: string): RangeReader {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    return {
        firstByteMs: (start, end) =>
            new Promise((resolve, reject) => {
                const startedMs = performance.now();
                const onAnswer = (response: IncomingMessage): void => {
                    if (response.statusCode !== PARTIAL_CONTENT)
                        reject(new Error(`A range of the recording was answered ${response.statusCode}`));
                    let tookMs = 0;
                    let read = 0;
                    response.on('data', (bytes: Buffer) => {
                        if (read === 0) tookMs = performance.now() - startedMs;
                        read += bytes.length;
                    });
                    response.on('error', reject);
                    response.on('end', () => {
                        if (read === end - start + 1) resolve(tookMs);
                        else reject(new Error(`${read} bytes came of a range of ${end - start + 1}`));
                    });
                };
                request(url, { agent, headers: { range: `bytes=${start}-${end}` } }, onAnswer)
                    .on('error', reject)
                    .end();
            }),
        close: () => agent.destroy()
    };
}
