import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { VendorFault, VendorFaults } from './vendorFaults.ts';
import type { WaveAudio } from './waveAudio.ts';

export interface VendorServer {
    /** For `S3_ENDPOINT`; the bucket is the first part of the path. */
    readonly url: string;
    close(): Promise<void>;
}

const STALL_MS = 2_000;
const RANGE = /^bytes=(\d+)-(\d*)$/;

/**
 * Storage that speaks as much of S3 as reading one object takes: GetObject with Range and ETag.
 *
 * @param audioOf the object of a key, such as `call-7.wav`
 * @param faults what becomes of each request
 */
export async function startVendorServer(
    audioOf: (key: string) => WaveAudio | undefined,
    faults: Pick<VendorFaults, 'next'>
): Promise<VendorServer> {
    const server = createServer((request, response) => {
        const key = new URL(request.url ?? '', 'http://vendor').pathname.split('/').at(-1) ?? '';
        const audio = audioOf(key);
        const fault = faults.next();
        if (fault === 'refuses') refuse(response, 503, 'SlowDown');
        else if (!audio) refuse(response, 404, 'NoSuchKey');
        else give(request, response, audio, fault).catch((error: unknown) => response.destroy(error as Error));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        async close() {
            server.close();
            server.closeAllConnections();
        }
    };
}

function refuse(response: ServerResponse, status: number, code: string): void {
    response.writeHead(status, { 'content-type': 'application/xml' });
    response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

async function give(
    request: IncomingMessage,
    response: ServerResponse,
    audio: WaveAudio,
    fault: VendorFault | null
): Promise<void> {
    const [asked, from = '0', to = ''] = RANGE.exec(request.headers.range ?? '') ?? [];
    const start = Number(from);
    const end = to === '' ? audio.bytes : Math.min(Number(to) + 1, audio.bytes);
    const middle = start + Math.floor((end - start) / 2);
    response.writeHead(asked === undefined ? 200 : 206, {
        'content-type': 'audio/wav',
        etag: `"${audio.sha256}"`,
        'last-modified': new Date(0).toUTCString(),
        ...(asked !== undefined && { 'content-range': `bytes ${start}-${end - 1}/${audio.bytes}` }),
        ...(fault !== 'short' && { 'content-length': end - start })
    });
    switch (fault) {
        case 'short':
            response.end(audio.slice(start, middle));
            return;
        case 'breaksOff':
            response.write(audio.slice(start, middle), () => response.destroy());
            return;
        case 'stalls':
            response.write(audio.slice(start, middle));
            await wait(STALL_MS);
            response.end(audio.slice(middle, end));
            return;
        default:
            response.end(audio.slice(start, end));
    }
}
