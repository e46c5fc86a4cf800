import { createHash } from 'node:crypto';
import type { VendorFault } from '../vendorFaults.ts';
import { startVendorServer, type VendorServer } from '../vendorServer.ts';
import { createNoise, createWaveAudio } from '../waveAudio.ts';

const audio = createWaveAudio(createNoise(20_000), 6, 10_000);
let fault: VendorFault | null = null;
let vendor: VendorServer;

beforeAll(async () => {
    vendor = await startVendorServer((key) => (key === 'a.wav' ? audio : undefined), { next: () => fault });
});
afterAll(() => vendor.close());
beforeEach(() => {
    fault = null;
});

const ask = (range?: string) => fetch(`${vendor.url}/recordings/a.wav`, { headers: range ? { range } : {} });
const checksum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('gives a recording whole, as its checksum says', async () => {
    const response = await ask();
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([response.status, bytes.length, checksum(bytes)]).toEqual([200, audio.bytes, audio.sha256]);
});

test('goes on at any byte, in the header and behind it', async () => {
    const whole = Buffer.from(await (await ask()).arrayBuffer());
    for (const from of [0, 10, 44, 45, 9_999]) {
        const response = await ask(`bytes=${from}-`);
        expect(response.headers.get('content-range')).toBe(`bytes ${from}-9999/10000`);
        expect(Buffer.from(await response.arrayBuffer()).equals(whole.subarray(from))).toBe(true);
    }
});

test('has no other recordings', async () => {
    expect((await fetch(`${vendor.url}/recordings/b.wav`)).status).toBe(404);
});

test.each<[VendorFault, () => Promise<unknown>, unknown]>([
    ['refuses', async () => (await ask()).status, 503],
    [
        'breaksOff',
        async () =>
            (await ask()).arrayBuffer().then(
                ({ byteLength }) => byteLength,
                () => 'broken'
            ),
        'broken'
    ],
    ['short', async () => (await (await ask()).arrayBuffer()).byteLength, 5_000]
])('%s', async (kind, what, seen) => {
    fault = kind;
    expect(await what()).toEqual(seen);
});
