import { RequestRefused } from '../../../src/contract/requestRefused.ts';
import type { NewAuditEntry } from '../../../src/calls/recordingAudit.ts';
import { createAuditNotes, type KnownListener } from '../../../src/recordings/listening/auditNotes.ts';
import { apiOff, recordingRefused, sessionEnded, tokenRefused } from '../../../src/recordings/listening/refusals.ts';

const MINUTE_MS = 60_000;
const ana: KnownListener = { userId: '005A', name: 'Ana', via: 'console', credentialId: 'ticket-1' };
const bruno: KnownListener = { userId: '005B', name: 'Bruno', via: 'browser', credentialId: 'session-1' };
const asker = { address: '192.0.2.1', userAgent: 'Chrome' };
const what = { protocol: 'P-1', part: 1, asker };
const asked = { ...what, credential: { kind: 'ticket' } } as const;

let now: number;
let written: NewAuditEntry[];
let isAway: boolean;
let notes: ReturnType<typeof createAuditNotes>;

beforeEach(() => {
    now = Date.parse('2026-11-23T12:00:00Z');
    written = [];
    isAway = false;
    notes = createAuditNotes({
        addToAudit: async (entry) => {
            if (isAway) throw new Error('away');
            written.push(entry);
        },
        now: () => new Date(now)
    });
});

const refusing = (who: KnownListener | null, error: Error, of = asked) =>
    expect(notes.refusals(who, of, () => Promise.reject(error))).rejects.toBe(error);

describe('what was heard', () => {
    test('is noted once for a ticket, whatever is sought in it', async () => {
        for (let range = 0; range < 50; range++) await notes.heard('hear', ana, 'recording-1', what);
        now += 14 * MINUTE_MS;
        await notes.heard('hear', ana, 'recording-1', what);
        expect(written).toEqual([
            expect.objectContaining({ action: 'heard', who: 'Ana', userId: '005A', via: 'console', protocol: 'P-1' })
        ]);
    });

    test('is noted once when many ranges are asked for at a time, of which none is given before it is', async () => {
        const { promise: written, resolve: write } = Promise.withResolvers<undefined>();
        const addToAudit = jest.fn(() => written);
        const slow = createAuditNotes({ addToAudit, now: () => new Date(now) });
        let given = 0;
        const ranges = Array.from({ length: 20 }, async () => {
            await slow.heard('hear', ana, 'recording-1', what);
            given++;
        });
        await new Promise(setImmediate);
        expect([addToAudit.mock.calls.length, given]).toEqual([1, 0]);
        write(undefined);
        await Promise.all(ranges);
        expect(given).toBe(20);
    });

    test('is noted anew for another ticket, another recording, and when it is saved', async () => {
        await notes.heard('hear', ana, 'recording-1', what);
        await notes.heard('hear', { ...ana, credentialId: 'ticket-2' }, 'recording-1', what);
        await notes.heard('hear', ana, 'recording-2', { ...what, part: 2 });
        await notes.heard('save', ana, 'recording-1', what);
        expect(written.map(({ action, part }) => [action, part])).toEqual([
            ['heard', 1],
            ['heard', 1],
            ['heard', 2],
            ['downloaded', 1]
        ]);
        expect(new Set(written.map(({ once }) => once)).size).toBe(4);
    });

    test('is noted again after ten minutes of a browser’s session', async () => {
        await notes.heard('hear', bruno, 'recording-1', what);
        now += 9 * MINUTE_MS;
        await notes.heard('hear', bruno, 'recording-1', what);
        now += MINUTE_MS;
        await notes.heard('hear', bruno, 'recording-1', what);
        expect(written).toHaveLength(2);
    });

    test('is not taken for noted when it could not be', async () => {
        isAway = true;
        await expect(notes.heard('hear', ana, 'recording-1', what)).rejects.toThrow('away');
        isAway = false;
        await notes.heard('hear', ana, 'recording-1', what);
        expect(written).toHaveLength(1);
    });

    test('of replicas has one text, by which the store keeps the first', async () => {
        await notes.heard('hear', ana, 'recording-1', what);
        const other = createAuditNotes({
            addToAudit: async (entry) => void written.push(entry),
            now: () => new Date(now)
        });
        await other.heard('hear', ana, 'recording-1', what);
        expect(written[0]?.once).toBe(written[1]?.once);
        expect(written[0]?.once).not.toBeNull();
    });
});

test('every opening is noted', async () => {
    await notes.opened(ana, what);
    await notes.opened(ana, what);
    expect(written.map(({ action, once }) => [action, once])).toEqual([
        ['opened', null],
        ['opened', null]
    ]);
});

describe('a refusal', () => {
    test.each([
        recordingRefused('case-not-readable', { protocol: 'P-1' }),
        recordingRefused('protocol-unknown', { protocol: 'P-1' }),
        recordingRefused('no-case', { protocol: 'P-1' }),
        recordingRefused('ticket-refused', { protocol: 'P-1' }),
        apiOff(),
        tokenRefused()
    ])('%# that keeps somebody out is noted by its name', async (error) => {
        await refusing(bruno, error);
        const reason = error.type.split(':').at(-1);
        expect(written).toEqual([expect.objectContaining({ action: 'refused', who: 'Bruno', reason })]);
    });

    test.each([
        recordingRefused('recording-deleted', { protocol: 'P-1' }),
        recordingRefused('recording-not-ready', { protocol: 'P-1' }),
        sessionEnded(),
        new RequestRefused(503, 'away', { name: 'salesforce-away' }),
        new Error('a bug')
    ])('%# that would meet anybody is not', async (error) => {
        await refusing(bruno, error);
        expect(written).toEqual([]);
    });

    test('of a person is noted once a minute for each protocol', async () => {
        const error = recordingRefused('case-not-readable', { protocol: 'P-1' });
        for (let attempt = 0; attempt < 20; attempt++) await refusing(bruno, error);
        await refusing(bruno, error, { ...asked, protocol: 'P-2' } as never);
        now += MINUTE_MS;
        await refusing(bruno, error);
        expect(written.map(({ protocol }) => protocol)).toEqual(['P-1', 'P-2', 'P-1']);
    });

    test('of strangers is noted once a minute for a network, however many protocols they guess', async () => {
        const error = recordingRefused('ticket-refused', { protocol: '' });
        for (let guess = 0; guess < 1000; guess++) {
            const address = `2001:db8:0:1::${guess.toString(16)}`;
            await refusing(null, error, { ...asked, protocol: `P-${guess}`, asker: { ...asker, address } } as never);
        }
        await refusing(null, error);
        expect(written.map(({ address }) => address)).toEqual(['2001:db8:0:1::0', '192.0.2.1']);
    });

    test('keeps of what a stranger sent as much as a protocol and a browser have', async () => {
        const error = recordingRefused('ticket-refused', { protocol: '' });
        const protocol = `\u0000\n<é>${'A'.repeat(9000)}`;
        await refusing(null, error, { ...asked, protocol, asker: { ...asker, userAgent: 'x'.repeat(9000) } } as never);
        expect(written[0]?.protocol).toBe(`??<?>${'A'.repeat(59)}`);
        expect(written[0]?.userAgent).toHaveLength(300);
    });

    test('that cannot be noted is told as what was in the way', async () => {
        isAway = true;
        const error = recordingRefused('case-not-readable', { protocol: 'P-1' });
        await expect(notes.refusals(bruno, asked, () => Promise.reject(error))).rejects.toThrow('away');
    });
});

test('of twenty thousand notes the last ones are remembered', async () => {
    const hear = (number: number) => notes.heard('hear', ana, `recording-${number}`, what);
    for (let number = 0; number <= 20_000; number++) await hear(number);
    await hear(20_000);
    expect(written).toHaveLength(20_001);
    await hear(0);
    expect(written).toHaveLength(20_002);
});
