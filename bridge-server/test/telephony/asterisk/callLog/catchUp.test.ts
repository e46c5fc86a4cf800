import pino from 'pino';
import type { Call } from '../../../../src/calls/call.ts';
import { reconcileSnapshot } from '../../../../src/calls/reconcileSnapshot.ts';
import type { CallEvent } from '../../../../src/contract/callEvent.ts';
import type { CallLog } from '../../../../src/telephony/asterisk/callLog/callLog.ts';
import { catchUp } from '../../../../src/telephony/asterisk/callLog/catchUp.ts';
import { catchUpWindow, type LastSeen } from '../../../../src/telephony/asterisk/callLog/catchUpWindow.ts';
import type { CelRecord } from '../../../../src/telephony/asterisk/callLog/celRecord.ts';
import { newTranslation } from '../newTranslation.ts';
import { CallBook, type CapturedCall, eventsSeen, logFrom, recordsOf } from './callCaptures.ts';

const LONG_BEFORE: LastSeen = { knownUntil: '2026-11-23T18:00:00.000Z', oldestOpenAt: null };
const NOW = '2026-11-23T20:00:00.000Z';

async function caughtUp(callLog: CallLog, lastSeen: LastSeen = LONG_BEFORE, takenAt = NOW, living: string[] = []) {
    const warnings: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => void warnings.push(line) });
    const events: CallEvent[] = [];
    await catchUp({
        callLog,
        lastSeen: async () => lastSeen,
        storedKeys: () => Promise.resolve(new Set<string>()),
        agentOf: newTranslation().agentOf,
        deliver: (event) => void events.push(event),
        snapshot: { takenAt, linkedids: new Set(living) },
        log
    });
    return { events, warnings: warnings.join('') };
}

const several = async (...names: CapturedCall[]): Promise<CelRecord[]> =>
    (await Promise.all(names.map(recordsOf))).flat();

const stored = (events: readonly CallEvent[]): Call[] => {
    const book = new CallBook();
    for (const event of events) book.store(event);
    return book.all;
};

test('recovers what happened while nobody was there, and says so', async () => {
    const { events } = await caughtUp(logFrom(await several('queue-answered', 'ivr-only', 'outbound-answered')));
    expect(stored(events).map(({ direction, recovered, endedAt }) => [direction, recovered, endedAt !== null])).toEqual(
        expect.arrayContaining([
            ['inbound', true, true],
            ['outbound', true, true]
        ])
    );
    expect(stored(events)).toHaveLength(2);
});

test('recovers nothing where nothing was ever stored', async () => {
    const { events } = await caughtUp(logFrom(await several('queue-answered')), null);
    expect(events).toEqual([]);
});

test('tells nothing of calls of which nothing was logged since the last event', async () => {
    const [known, missed] = [await recordsOf('queue-answered'), await recordsOf('outbound-answered')];
    const knownUntil = instantOf((missed[0]?.time ?? 0) + 60);
    const oldestOpenAt = instantOf(known[0]?.time ?? 0);
    const { events } = await caughtUp(logFrom([...known, ...missed]), { knownUntil, oldestOpenAt });
    expect(stored(events).map(({ direction }) => direction)).toEqual(['outbound']);
});

test('a call that is answered meanwhile and lives has its owner and its time, and is not called recovered', async () => {
    const records = await recordsOf('queue-no-answer');
    const hangup = records.findIndex(({ event, time }) => event === 'HANGUP' && time > (records[0]?.time ?? 0) + 5);
    const { events } = await caughtUp(logFrom(records.slice(0, hangup)));
    const answered = eventsSeen('queue-no-answer').find(({ type }) => type === 'legAnswered');
    const [call] = stored(events);
    expect(call).toMatchObject({ endedAt: null, recovered: false });
    expect(call?.legs.map(({ agent, state }) => `${agent} ${state}`)).toEqual(['1003 ended', '1002 talking']);
    expect(Math.abs(Date.parse(call?.legs[1]?.answeredAt ?? '') - Date.parse(answered?.at ?? ''))).toBeLessThan(50);
});

test('a call that lives and is not in the snapshot began after it, and is left to what is seen live', async () => {
    const records = await recordsOf('queue-answered');
    const living = records.slice(0, -3);
    const takenAt = instantOf((records[0]?.time ?? 0) + 5);
    const shown = [records[0]?.linkedid ?? ''];
    expect((await caughtUp(logFrom(living), LONG_BEFORE, takenAt)).events).toEqual([]);
    expect((await caughtUp(logFrom(living), LONG_BEFORE, takenAt, shown)).events).not.toEqual([]);
    expect((await caughtUp(logFrom(records), LONG_BEFORE, takenAt)).events).not.toEqual([]);
});

test('a call that was seen to begin ends when the log says, not when the bridge came back', async () => {
    const before = eventsSeen('queue-answered').slice(0, 4);
    const book = new CallBook();
    for (const event of before) book.store(event);
    const knownUntil = before.at(-1)?.at ?? '';
    const { events } = await caughtUp(logFrom(await recordsOf('queue-answered')), {
        knownUntil,
        oldestOpenAt: before[0]?.at ?? null
    });
    for (const event of events) book.store(event);
    for (const event of reconcileSnapshot(
        book.all.filter(({ endedAt }) => !endedAt),
        [],
        NOW
    ))
        book.store(event);
    const [live] = stored(eventsSeen('queue-answered'));
    expect(book.all).toHaveLength(1);
    expect(book.all[0]).toMatchObject({ recovered: false, recording: live?.recording });
    expect(book.all[0]?.legs[0]?.endReason).toBe('hungUp');
    expect(Math.abs(Date.parse(book.all[0]?.endedAt ?? '') - Date.parse(live?.endedAt ?? ''))).toBeLessThan(50);
});

test('a log that cannot be read is warned of, and nothing else happens', async () => {
    const unreadable: CallLog = {
        since: () => {
            throw new Error('no such file');
        }
    };
    const { events, warnings } = await caughtUp(unreadable);
    expect(events).toEqual([]);
    expect(warnings).toContain('calls that nobody saw are not recovered');
});

test('what was said before the log broke off stays said', async () => {
    const records = await several('queue-answered', 'outbound-answered');
    const broken: CallLog = {
        async *since() {
            yield* records.slice(0, -2);
            throw new Error('the disk is gone');
        }
    };
    const { events, warnings } = await caughtUp(broken);
    expect(stored(events).map(({ endedAt }) => endedAt !== null)).toEqual([true]);
    expect(warnings).toContain('the disk is gone');
});

test('rejects when what is stored is not known: the connection is then tried anew', async () => {
    const options = {
        callLog: logFrom([]),
        lastSeen: () => Promise.reject(new Error('the store is away')),
        storedKeys: () => Promise.resolve(new Set<string>()),
        agentOf: newTranslation().agentOf,
        deliver: () => undefined,
        snapshot: { takenAt: NOW, linkedids: new Set<string>() },
        log: pino({ level: 'silent' })
    };
    await expect(catchUp(options)).rejects.toThrow('the store is away');
});

test('what is stored already is not told again', async () => {
    const told: CallEvent[] = [];
    const catchUpKnowing = async (keys: ReadonlySet<string>) => {
        told.length = 0;
        await catchUp({
            callLog: logFrom(await several('queue-answered')),
            lastSeen: async () => LONG_BEFORE,
            storedKeys: async (asked) => new Set(asked.filter((key) => keys.has(key))),
            agentOf: newTranslation().agentOf,
            deliver: (event) => void told.push(event),
            snapshot: { takenAt: NOW, linkedids: new Set<string>() },
            log: pino({ level: 'silent' })
        });
        return told.map(({ key }) => key);
    };
    const all = await catchUpKnowing(new Set());
    const [first = '', ...others] = all;
    expect(await catchUpKnowing(new Set(others))).toEqual([first]);
    expect(await catchUpKnowing(new Set(all))).toEqual([]);
});

test('rejects when it cannot be asked which events are stored', async () => {
    const options = {
        callLog: logFrom(await several('queue-answered')),
        lastSeen: async () => LONG_BEFORE,
        storedKeys: () => Promise.reject(new Error('the store is away')),
        agentOf: newTranslation().agentOf,
        deliver: () => undefined,
        snapshot: { takenAt: NOW, linkedids: new Set<string>() },
        log: pino({ level: 'silent' })
    };
    await expect(catchUp(options)).rejects.toThrow('the store is away');
});

test('stops when it is told to', async () => {
    const stopping = new AbortController();
    const events: CallEvent[] = [];
    await catchUp({
        callLog: logFrom(await several('queue-answered', 'outbound-answered')),
        lastSeen: async () => LONG_BEFORE,
        storedKeys: () => Promise.resolve(new Set<string>()),
        agentOf: newTranslation().agentOf,
        deliver(event) {
            events.push(event);
            stopping.abort();
        },
        snapshot: { takenAt: NOW, linkedids: new Set<string>() },
        log: pino({ level: 'silent' }),
        signal: stopping.signal
    });
    expect(stored(events)).toHaveLength(1);
});

describe('the part of the log that is read', () => {
    test('begins two minutes before the last event', () => {
        expect(catchUpWindow({ knownUntil: '2026-11-23T19:30:00.000Z', oldestOpenAt: null }, NOW)).toEqual({
            missedFrom: '2026-11-23T19:28:00.000Z',
            readFrom: '2026-11-23T19:28:00.000Z',
            isCut: false
        });
    });

    test('begins before the oldest call that is not over', () => {
        const lastSeen = { knownUntil: '2026-11-23T19:30:00.000Z', oldestOpenAt: '2026-11-23T17:00:00.000Z' };
        expect(catchUpWindow(lastSeen, NOW)).toEqual({
            missedFrom: '2026-11-23T19:28:00.000Z',
            readFrom: '2026-11-23T16:58:00.000Z',
            isCut: false
        });
    });

    test('is a day at most, and that is said', async () => {
        const longAgo = { knownUntil: '2026-11-20T19:30:00.000Z', oldestOpenAt: null };
        expect(catchUpWindow(longAgo, NOW)).toMatchObject({ readFrom: '2026-11-22T20:00:00.000Z', isCut: true });
        const { warnings } = await caughtUp(logFrom([]), longAgo);
        expect(warnings).toContain('calls of more than a day ago are not recovered');
    });
});

const instantOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

test('a call that ended after the snapshot was taken was seen to end, and is not called recovered', async () => {
    const records = await recordsOf('queue-answered');
    const takenAt = instantOf((records.at(-1)?.time ?? 0) - 1);
    const { events } = await caughtUp(logFrom(records), LONG_BEFORE, takenAt, [records[0]?.linkedid ?? '']);
    expect(stored(events)).toMatchObject([{ recovered: false, endedAt: expect.any(String) }]);
});
