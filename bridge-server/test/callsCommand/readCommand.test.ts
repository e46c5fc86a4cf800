import { BadArguments } from '../../tools/calls/badArguments.ts';
import { readConnection } from '../../tools/calls/connection.ts';
import { readCommand } from '../../tools/calls/readCommand.ts';

/** Words between blanks; an underscore stands for a blank within one. */
const words = (text: string): string[] =>
    text
        .split(' ')
        .filter(Boolean)
        .map((word) => (word.startsWith('_') ? word.replaceAll('_', ' ').trim() : word));
const WHAT_TO_DO =
    'Say what to do: failed, waiting, show, retry, recordings, recording, hold, release, erase, sweeps, audit.';

test.each<[string, object]>([
    ['failed', { command: 'failed', limit: 50, filter: {} }],
    ['failed --limit 7 --code A_B --step openCase --json', { limit: 7, filter: { code: 'A_B', step: 'openCase' } }],
    ['waiting --limit 1', { command: 'waiting', limit: 1 }],
    ['show test:1', { command: 'show', call: 'test:1', personalData: false }],
    ['show 20261123000001 --with-personal-data', { call: '20261123000001', personalData: true }],
    ['retry test:1', { command: 'retry', which: { call: 'test:1' }, waitSeconds: 300 }],
    ['retry --all', { which: { all: {} } }],
    ['retry --all --code A_B --wait-seconds 0', { which: { all: { code: 'A_B' } }, waitSeconds: 0 }],
    ['recordings', { command: 'recordings', limit: 50, filter: {} }],
    ['recordings --state failed --held --limit 3', { limit: 3, filter: { state: 'failed', held: 'yes' } }],
    ['recording p-1 --json', { command: 'recording', protocol: 'p-1' }],
    ['recordings retry p-1', { command: 'retryRecording', protocol: 'p-1' }],
    ['recordings retry --all', { command: 'retryRecordings', filter: {} }],
    ['recordings retry --all --code too-large', { command: 'retryRecordings', filter: { code: 'too-large' } }],
    [
        'hold p-1 --by _Ana_Souza --reason _Processo_1',
        { command: 'hold', protocol: 'p-1', by: 'Ana Souza', reason: 'Processo 1' }
    ],
    ['release p-1 --by Ana --reason done', { command: 'release', protocol: 'p-1' }],
    ['erase p-1 --by Ana --reason LGPD', { command: 'erase', force: false, isConfirmed: false }],
    ['erase p-1 --by Ana --reason LGPD --force --yes', { force: true, isConfirmed: true }],
    ['sweeps', { command: 'sweeps' }],
    ['audit', { command: 'audit', filter: {}, limit: 500, csv: null }],
    ['audit p-1 --csv', { filter: { protocol: 'p-1' }, limit: Infinity, csv: { delimiter: ';' } }],
    ['audit --csv --delimiter \\t --limit 9', { limit: 9, csv: { delimiter: '\t' } }],
    [
        'audit --from 2026-11-01 --to 2026-11-23T12:00:00-03:00',
        { filter: { from: '2026-11-01T00:00:00.000Z', to: '2026-11-23T15:00:00.000Z' } }
    ]
])('understands "%s"', (text, asked) => {
    expect(readCommand(words(text)).command).toMatchObject(asked);
});

test('answers are printed as JSON on request', () => {
    expect(readCommand(['sweeps']).json).toBe(false);
    expect(readCommand(['sweeps', '--json']).json).toBe(true);
});

test.each([
    ['', WHAT_TO_DO],
    ['delete test:1', WHAT_TO_DO],
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
    ['failed --loud', /--loud/],
    ['toString', WHAT_TO_DO],
    ['recordings p-1', '"p-1" is one word too many.'],
    ['recordings --state lost', '--state must be waiting, failed, stored, deleted, not "lost".'],
    ['recordings retry', 'Give one protocol, or --all.'],
    ['recordings retry p-1 --all', 'Give one protocol or --all, not both.'],
    ['recordings retry p-1 --code absent', '--code goes with --all.'],
    ['recordings retry --all --code A_B', '--code must be a code such as absent.'],
    ['recordings --all', 'recordings does not take --all.'],
    ['recordings --code absent', 'recordings does not take --code.'],
    ['recordings retry p-1 --held', 'recordings retry does not take --held.'],
    ['recording', 'Give one protocol.'],
    ['hold p-1 --by Ana', '--reason must say why.'],
    ['hold p-1 --reason Processo', '--by must say who does it.'],
    ['hold p-1 --by Ana --reason Processo --force', 'hold does not take --force.'],
    ['erase p-1', '--by must say who does it; --reason must say why.'],
    ['sweeps now', '"now" is one word too many.'],
    ['audit p-1 p-2', '"p-2" is one word too many.'],
    ['audit --from yesterday', /--from must be a day such as/],
    ['audit --to 2026-02-30', /--to must be a day such as/],
    ['audit --to 2026-02-30T00:00:00Z', /--to must be a day such as/],
    ['audit --from 2026-11-23T12:00:00', /--from must be a day such as/],
    ['audit --from 2026-11-23 --to 2026-11-23', /--from must be before --to/],
    ['audit --delimiter ,', '--delimiter goes with --csv.'],
    ['audit --csv --delimiter x', /--delimiter must be/],
    ['audit --csv --json', 'Give --csv or --json, not both.']
])('refuses "%s"', (text, message) => {
    const read = () => readCommand(words(text));
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
