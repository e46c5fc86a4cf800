import type { LookupFunction } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createPublicLookup } from '../../../src/recordings/sources/publicAddress.ts';
import { createUrlSource } from '../../../src/recordings/sources/urlSource.ts';
import { type AudioServer, CERTIFICATE, startAudioServer } from './audioServer.ts';
import { anew, IDLE_MS_OF_STAGES, sourceError, told } from './sourceContract.ts';

let server: AudioServer;
beforeEach(async () => {
    server = await startAudioServer('https', (_request, response) => void response.end('audio'));
});
afterEach(() => server.close());

interface Told {
    /** `PORT` stands for the server's. */
    readonly hosts: readonly string[];
    /** What names lead to, one answer each time. */
    readonly addresses?: readonly string[][];
    readonly isPublic?: (address: string) => boolean;
}

let lookedUp: number;
function sourceFor({ hosts, addresses = [['127.0.0.1']], isPublic }: Told) {
    lookedUp = 0;
    const lookup: LookupFunction = (_hostname, _options, callback) => {
        const answer = addresses[Math.min(lookedUp++, addresses.length - 1)] ?? [];
        callback(
            null,
            answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
        );
    };
    return createUrlSource({
        ...{ authorization: 'Bearer abc', maxBytes: 1_000, idleMs: IDLE_MS_OF_STAGES, ca: CERTIFICATE, lookup },
        isPublic,
        hosts: hosts.map((host) => host.replace('PORT', String(server.port)))
    });
}
const open = (url: string, options: Told) =>
    sourceFor(options).open(told({ url: url.replace('PORT', String(server.port)) }), anew());

test.each([
    ['by http', 'http://127.0.0.1:PORT/1', ['127.0.0.1:PORT']],
    ['by file', 'file:///etc/passwd', ['127.0.0.1:PORT']],
    ['that is none', 'nonsense', ['127.0.0.1:PORT']],
    ['at a host that nobody allowed', 'https://127.0.0.1:PORT/1', []],
    ['at another port', 'https://127.0.0.1:PORT/1', ['127.0.0.1', '127.0.0.1:1']],
    ['at another address', 'https://127.0.0.1:PORT/1', ['127.0.0.2:PORT']],
    ['at an address that a name stands for', 'https://127.0.0.1:PORT/1', ['localhost:PORT']],
    ['with credentials', 'https://user:secret@127.0.0.1:PORT/1', ['127.0.0.1:PORT']],
    ['with a user', 'https://media.vendor.test@127.0.0.1:PORT/1', ['media.vendor.test:PORT']],
    ['at a name below', 'https://a.media.vendor.test:PORT/1', ['media.vendor.test:PORT']],
    ['at the name itself, for those below it', 'https://vendor.test:PORT/1', ['*.vendor.test:PORT']],
    ['at a name that only ends the same', 'https://evilvendor.test:PORT/1', ['*.vendor.test:PORT']],
    ['at a name that only begins the same', 'https://vendor.test.evil.test:PORT/1', ['*.vendor.test:PORT']],
    ['at a name with a dot at its end', 'https://media.vendor.test.:PORT/1', ['media.vendor.test:PORT']]
])('a URL %s is not asked, nor looked up', async (_what, url, hosts) => {
    await expect(open(url, { hosts, isPublic: () => true })).rejects.toEqual(sourceError('forbidden'));
    expect(lookedUp).toBe(0);
    expect(server.requests).toEqual([]);
});

test.each([
    ['a name that leads to this machine', 'https://media.vendor.test:PORT/1', ['*.vendor.test:PORT']],
    ['localhost', 'https://localhost:PORT/1', ['localhost:PORT']]
])('%s is not asked, even if it is in the list', async (_what, url, hosts) => {
    await expect(open(url, { hosts })).rejects.toEqual(sourceError('forbidden'));
    expect(lookedUp).toBe(1);
    expect(server.requests).toEqual([]);
});

test.each([
    ['an address in the list', 'https://127.0.0.1:PORT/1'],
    ['the same address in another spelling', 'https://0x7f.1:PORT/1']
])('%s is asked, though it is no public one', async (_what, url) => {
    const { stream } = await open(url, { hosts: ['127.0.0.1:PORT'] });
    expect((await buffer(stream)).toString()).toBe('audio');
});

describe('a name', () => {
    const url = 'https://MEDIA.vendor.test:PORT/1';
    const hosts = ['*.vendor.test:PORT'];
    // no other address than this machine's can be had in a test
    const isPublic = (address: string) => address === '127.0.0.1';

    test('is asked at the address that it leads to, by the name of its certificate', async () => {
        const { stream } = await open(url, { hosts, isPublic });
        expect((await buffer(stream)).toString()).toBe('audio');
        expect(server.requests[0]?.headers.host).toBe(`media.vendor.test:${server.port}`);
    });

    test('that would lead elsewhere when asked again is asked once, for the connection', async () => {
        const { stream } = await open(url, { hosts, isPublic, addresses: [['127.0.0.1'], ['10.0.0.1']] });
        stream.destroy();
        expect(lookedUp).toBe(1);
    });

    test('that came to lead inside is not asked any more', async () => {
        const source = sourceFor({ hosts, isPublic, addresses: [['127.0.0.1'], ['10.0.0.1']] });
        const recording = told({ url: url.replace('PORT', String(server.port)) });
        (await source.open(recording, anew())).stream.destroy();
        await expect(source.open(recording, anew())).rejects.toEqual(sourceError('forbidden'));
    });

    test('one of whose addresses is inside is not asked at the others, either', async () => {
        const addresses = [['127.0.0.1', '10.0.0.1']];
        await expect(open(url, { hosts, isPublic, addresses })).rejects.toEqual(sourceError('forbidden'));
        await expect(open(url, { hosts, isPublic, addresses: [[]] })).rejects.toEqual(sourceError('forbidden'));
        expect(server.requests).toEqual([]);
    });
});

test('a lookup hands a single address to who asks for one', async () => {
    const lookup = createPublicLookup((_hostname, _options, callback) =>
        callback(null, [{ address: '8.8.8.8', family: 4 }])
    );
    const found = await new Promise((resolve) => lookup('a.test', {}, (...all) => resolve(all)));
    expect(found).toEqual([null, '8.8.8.8', 4]);
});

test('a name that does not exist is unavailable', async () => {
    const source = createUrlSource({
        ...{ hosts: ['a.test'], authorization: null, maxBytes: 1 },
        lookup: (_hostname, _options, callback) => callback(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), '')
    });
    await expect(source.open(told({ url: 'https://a.test/1' }), anew())).rejects.toEqual(sourceError('unavailable'));
});
