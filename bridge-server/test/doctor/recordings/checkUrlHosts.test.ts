import { checkUrlHosts } from '../../../tools/doctor/checks/recordings/checkUrlHosts.ts';

const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
    'media.vendor.com': ['203.0.114.7', '2606:4700::1111'],
    'inside.vendor.com': ['203.0.114.7', '10.0.0.5'],
    'mapped.vendor.com': ['::ffff:127.0.0.1']
};

const lookUp = async (host: string): Promise<readonly string[]> => {
    const addresses = ADDRESSES[host];
    if (!addresses) throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
    return addresses;
};

test('no host, no finding', async () => {
    expect(await checkUrlHosts([], lookUp)).toEqual([]);
});

test('public addresses, and what stands for itself', async () => {
    const hosts = ['media.vendor.com:8443', '*.vendor.com', '10.0.0.5:8443'];
    expect(await checkUrlHosts(hosts, lookUp)).toEqual([
        {
            check: 'URL hosts',
            level: 'ok',
            saw: 'recordings are fetched from *.vendor.com, 10.0.0.5:8443, media.vendor.com:8443'
        }
    ]);
});

test.each([
    ['inside.vendor.com', 'inside.vendor.com leads to 10.0.0.5, which is not public'],
    ['mapped.vendor.com', 'leads to ::ffff:127.0.0.1'],
    ['typo.vendor.com', 'typo.vendor.com has no address (ENOTFOUND)']
])('%s, to which the bridge would not go', async (host, saw) => {
    expect(await checkUrlHosts(['media.vendor.com', host], lookUp)).toEqual([
        expect.objectContaining({ level: 'fail', saw: expect.stringContaining(saw) })
    ]);
});
