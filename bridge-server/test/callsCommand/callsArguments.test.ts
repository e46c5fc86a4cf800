import { BadArguments, readCallsArguments, readConnection } from '../../tools/calls/callsArguments.ts';

const words = (text: string): string[] => text.split(' ').filter(Boolean);

test.each<[string, object]>([
    ['failed', { command: 'failed', json: false, limit: 50, filter: {} }],
    [
        'failed --limit 7 --code A_B --step openCase --json',
        { limit: 7, filter: { code: 'A_B', step: 'openCase' }, json: true }
    ],
    ['waiting --limit 1', { command: 'waiting', json: false, limit: 1 }],
    ['show test:1', { command: 'show', json: false, call: 'test:1', personalData: false }],
    ['show 20261123000001 --with-personal-data', { call: '20261123000001', personalData: true }],
    ['retry test:1', { command: 'retry', json: false, which: { call: 'test:1' }, waitSeconds: 300 }],
    ['retry --all', { which: { all: {} } }],
    ['retry --all --code A_B --wait-seconds 0', { which: { all: { code: 'A_B' } }, waitSeconds: 0 }]
])('understands "%s"', (text, asked) => {
    expect(readCallsArguments(words(text))).toMatchObject(asked);
});

test.each([
    ['', 'Say what to do: failed, waiting, show, retry.'],
    ['delete test:1', 'Say what to do: failed, waiting, show, retry.'],
    ['failed test:1', '"test:1" is one word too many.'],
    ['failed --limit 0', '--limit must be a whole number from 1 to 100000, not "0".'],
    ['failed --limit 1e2', '--limit must be a whole number from 1 to 100000, not "1e2".'],
    ['waiting --code A', 'waiting does not take --code.'],
    ['failed --with-personal-data', 'failed does not take --with-personal-data.'],
    ['show', 'Give one call, by its id or its protocol.'],
    ['show a b', 'Give one call, by its id or its protocol.'],
    ['retry', 'Say which call to retry, or --all.'],
    ['retry test:1 --all', 'Give one call or --all, not both.'],
    ['retry --code A', '--code and --step go with --all.'],
    ['retry test:1 --code A', '--code and --step go with --all.'],
    ['retry --all --wait-seconds -1', /--wait-seconds/],
    ['failed --loud', /--loud/]
])('refuses "%s"', (text, message) => {
    const read = () => readCallsArguments(words(text));
    expect(read).toThrow(BadArguments);
    expect(read).toThrow(message);
});

test('finds the bridge in the environment', () => {
    expect(readConnection({ ADMIN_TOKEN: 'token' })).toEqual({ bridgeUrl: 'http://127.0.0.1:4180', token: 'token' });
    expect(readConnection({ ADMIN_TOKEN: 'token', BRIDGE_URL: 'https://bridge.acme.com.br/' }).bridgeUrl).toBe(
        'https://bridge.acme.com.br'
    );
});

test.each([
    [{}, /ADMIN_TOKEN is missing/],
    [{ ADMIN_TOKEN: '' }, /ADMIN_TOKEN is missing/],
    [{ ADMIN_TOKEN: 'two words' }, /without blanks/],
    [{ ADMIN_TOKEN: 'token', BRIDGE_URL: '127.0.0.1:4180' }, /BRIDGE_URL must be a URL/]
])('refuses the environment %j', (environment, message) => {
    expect(() => readConnection(environment)).toThrow(BadArguments);
    expect(() => readConnection(environment)).toThrow(message);
});
