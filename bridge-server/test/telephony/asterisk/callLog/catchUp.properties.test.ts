import fc from 'fast-check';
import pino from 'pino';
import type { Call } from '../../../../src/calls/call.ts';
import type { CallEvent } from '../../../../src/contract/callEvent.ts';
import { catchUp } from '../../../../src/telephony/asterisk/callLog/catchUp.ts';
import type { CelRecord } from '../../../../src/telephony/asterisk/callLog/celRecord.ts';
import { newTranslation } from '../newTranslation.ts';
import { CallBook, CAPTURED_CALLS, eventsSeen, logFrom, recordsOf } from './callCaptures.ts';

const NOW = '2026-11-23T20:00:00.000Z';
const isHold = ({ type }: CallEvent): boolean => type === 'legHeld' || type === 'legResumed';

/** All captured calls, as one busy hour: what a bridge that was always there stored, and what was logged. */
const seen = CAPTURED_CALLS.flatMap(eventsSeen)
    .filter((event) => !isHold(event))
    .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
let logged: CelRecord[] = [];
beforeAll(async () => {
    logged = (await Promise.all(CAPTURED_CALLS.map(recordsOf))).flat().toSorted((a, b) => a.time - b.time);
});

async function readLog(book: CallBook, knownUntil: string, records: readonly CelRecord[]): Promise<void> {
    const began = book.all.filter(({ endedAt }) => endedAt === null).map(({ startedAt }) => startedAt);
    await catchUp({
        callLog: logFrom(records),
        lastSeen: async () => ({ knownUntil, oldestOpenAt: began.toSorted()[0] ?? null }),
        storedKeys: () => Promise.resolve(new Set<string>()),
        agentOf: newTranslation().agentOf,
        deliver: (event) => book.store(event),
        snapshot: { takenAt: NOW, linkedids: new Set<string>() },
        log: pino({ level: 'silent' })
    });
}

/** What Salesforce and the agents are told of; times differ by milliseconds between log and manager interface. */
const summary = (calls: readonly Call[]) =>
    calls.map(({ id, direction, number, queue, endedAt, abandonedAt, recording, legs }) => ({
        ...{ id, direction, number, queue, recording },
        isOver: endedAt !== null,
        isAbandoned: abandonedAt !== null,
        legs: legs
            .map((leg) => [leg.id, leg.agent, leg.answeredAt !== null, leg.endReason, leg.transfer?.to])
            .toSorted()
    }));

const bookOf = (events: readonly CallEvent[]): CallBook => {
    const book = new CallBook();
    for (const event of events) book.store(event);
    return book;
};

test('a bridge that dies at any moment has every call after reading the log, each once', async () => {
    const whole = summary(bookOf(seen).all);
    await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: seen.length }), async (count) => {
            const book = bookOf(seen.slice(0, count));
            await readLog(book, seen[count - 1]?.at ?? '', logged);
            expect(summary(book.all)).toEqual(whole);
        })
    );
});

test('reading again, or reading more, changes nothing', async () => {
    await fc.assert(
        fc.asyncProperty(
            fc.integer({ min: 1, max: seen.length }),
            fc.integer({ min: 1, max: seen.length }),
            async (first, second) => {
                const book = bookOf(seen.slice(0, first));
                await readLog(book, seen[first - 1]?.at ?? '', logged);
                const before = book.all;
                await readLog(book, seen[second - 1]?.at ?? '', logged);
                expect(book.all).toEqual(before);
            }
        )
    );
});

test('a log that was read while calls were under way, and what is seen of them after it, make the same calls', async () => {
    const whole = summary(bookOf(seen).all);
    await fc.assert(
        fc.asyncProperty(
            fc.integer({ min: 1, max: seen.length - 1 }),
            fc.integer({ min: 0, max: seen.length - 1 }),
            async (died, more) => {
                const back = Math.min(died + more, seen.length - 1);
                const backAt = Date.parse(seen[back]?.at ?? '') / 1000;
                const book = bookOf(seen.slice(0, died));
                await readLog(
                    book,
                    seen[died - 1]?.at ?? '',
                    logged.filter(({ time }) => time < backAt + 0.1)
                );
                for (const event of seen.slice(back)) book.store(event);
                expect(summary(book.all)).toEqual(whole);
            }
        )
    );
});

test('no number, name or identifier of the log can break the reading', async () => {
    const hostile = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '<unknown>', '\u0000', 'x'.repeat(300))
    );
    await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 200 }), hostile, hostile, async (at, name, text) => {
            const spoilt = logged.map((record, index) =>
                index === at
                    ? { ...record, callerName: name, callerNumber: text, applicationData: text, channel: name }
                    : record
            );
            const book = bookOf(seen.slice(0, 1));
            await readLog(book, seen[0]?.at ?? '', spoilt);
            expect(book.all.length).toBeGreaterThan(CAPTURED_CALLS.length - 6);
        }),
        { numRuns: 50 }
    );
});
