import type { ListeningRequest } from '../../../src/calls/listening.ts';
import { createDecisions, type Decision } from '../../../src/recordings/listening/decisions.ts';

const decision: Decision = {
    kind: 'audio',
    listener: { userId: '005A', name: 'Ana', via: 'console', credentialId: 'ticket-1' },
    recordingId: 'recording-1',
    protocol: 'P-1',
    part: 1,
    audio: { kind: 'audio', path: '/a.wav', bytes: 10, contentType: 'audio/wav', fileName: 'P-1.wav' }
};
const asks = (changes: Partial<ListeningRequest> = {}): ListeningRequest => ({
    protocol: 'P-1',
    part: 1,
    credential: { kind: 'ticket', text: 'secret' },
    asker: { address: null, userAgent: null },
    purpose: 'hear',
    ...changes
});
const SECOND_MS = 1000;

let now: number;
let decisions: ReturnType<typeof createDecisions>;
const inSeconds = (seconds: number) => new Date(now + seconds * SECOND_MS);

beforeEach(() => {
    now = Date.parse('2026-11-23T12:00:00Z');
    decisions = createDecisions(() => new Date(now));
});

test('is found for a minute, wherever in the audio and to whatever end it is asked', () => {
    decisions.remember(asks(), decision, inSeconds(900));
    now += 60 * SECOND_MS;
    expect(decisions.find(asks({ purpose: 'save' }))).toBe(decision);
    now += 1;
    expect(decisions.find(asks())).toBeUndefined();
});

test('being found makes it last no longer', () => {
    decisions.remember(asks(), decision, inSeconds(900));
    for (let second = 0; second < 60; second++) {
        now += SECOND_MS;
        decisions.find(asks());
    }
    now += SECOND_MS;
    expect(decisions.find(asks())).toBeUndefined();
});

test('ends with what was shown', () => {
    decisions.remember(asks(), decision, inSeconds(5));
    now += 5 * SECOND_MS + 1;
    expect(decisions.find(asks())).toBeUndefined();
});

test.each([0, -1])('is not remembered of what is over since %d s', (seconds) => {
    decisions.remember(asks(), decision, inSeconds(seconds));
    expect(decisions.find(asks())).toBeUndefined();
});

test.each<[string, Partial<ListeningRequest>]>([
    ['another ticket', { credential: { kind: 'ticket', text: 'secret2' } }],
    ['a session of the same text', { credential: { kind: 'session', text: 'secret' } }],
    ['another protocol', { protocol: 'P-2' }],
    ['another part', { part: 2 }],
    ['all parts', { part: null }],
    ['what only reads the same when joined', { part: null, credential: { kind: 'ticket', text: '1 ticket secret' } }]
])('is of no use to %s', (_name, changes) => {
    decisions.remember(asks(), decision, inSeconds(900));
    expect(decisions.find(asks(changes))).toBeUndefined();
});

test('is forgotten when told to, and no other with it', () => {
    decisions.remember(asks(), decision, inSeconds(900));
    decisions.remember(asks({ part: 2 }), decision, inSeconds(900));
    decisions.forget(asks());
    expect(decisions.find(asks())).toBeUndefined();
    expect(decisions.find(asks({ part: 2 }))).toBe(decision);
});

test('are five thousand at most, the ones that were asked last', () => {
    const nth = (number: number) => asks({ credential: { kind: 'ticket', text: `secret-${number}` } });
    for (let number = 0; number < 5000; number++) decisions.remember(nth(number), decision, inSeconds(900));
    decisions.find(nth(0));
    decisions.remember(nth(5000), decision, inSeconds(900));
    expect(decisions.find(nth(0))).toBe(decision);
    expect(decisions.find(nth(1))).toBeUndefined();
    expect(decisions.find(nth(5000))).toBe(decision);
});
