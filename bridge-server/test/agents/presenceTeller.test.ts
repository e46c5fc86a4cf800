import pino from 'pino';
import { createPresenceTeller } from '../../src/agents/presenceTeller.ts';
import type { Presence } from '../../src/contract/presence.ts';

const RETRY_MS = 5_000;
const AT = '2026-11-23T12:00:00.000Z';
const available: Presence = { state: 'available', reason: null, automatic: false, since: AT, wrapUp: null };
const paused: Presence = { ...available, state: 'paused', reason: 'Almoço' };
const wrappingUp: Presence = { ...available, wrapUp: { callId: 'c', legId: 'l', since: AT, endsAt: AT } };

let presences: Map<string, Presence>;
let tell: jest.Mock<Promise<void>, [string, unknown]>;
let teller: ReturnType<typeof createPresenceTeller>;
let warnings: string[];

beforeEach(() => {
    jest.useFakeTimers();
    presences = new Map([['1001', available]]);
    tell = jest.fn<Promise<void>, [string, unknown]>(() => Promise.resolve());
    warnings = [];
    teller = createPresenceTeller({
        presenceOf: (extension) => presences.get(extension) ?? null,
        tell,
        retryMs: RETRY_MS,
        log: pino({ level: 'warn' }, { write: (line) => void warnings.push(line) })
    });
});
afterEach(async () => {
    await teller.stop();
    jest.useRealTimers();
});

const settled = () => jest.advanceTimersByTimeAsync(0);

test.each([
    ['available', available, { state: 'available' }],
    ['paused with the reason', paused, { state: 'paused', reason: 'Almoço' }],
    [
        'paused by the bridge',
        { ...paused, reason: null, automatic: true },
        { state: 'paused', reason: 'Chamadas não atendidas' }
    ],
    ['offline', { ...available, state: 'offline' } as const, { state: 'offline' }],
    ['wrapping up', wrappingUp, { state: 'wrapUp' }],
    [
        'paused, also while wrapping up',
        { ...wrappingUp, state: 'paused', reason: 'Almoço' } as const,
        { state: 'paused', reason: 'Almoço' }
    ]
])('tells who is %s', async (_, presence, availability) => {
    presences.set('1001', presence);
    teller.changed('1001');
    await settled();
    expect(tell.mock.calls).toEqual([['1001', availability]]);
});

test('nothing that changes is missed, in whatever moment it does', async () => {
    for (let moments = 0; moments < 12; moments++) {
        const agent = `10${moments}`;
        presences.set(agent, available);
        teller.changed(agent);
        for (let moment = 0; moment < moments; moment++) await Promise.resolve();
        presences.set(agent, paused);
        teller.changed(agent);
        await settled();
        expect(tell.mock.lastCall).toEqual([agent, { state: 'paused', reason: 'Almoço' }]);
    }
});

test('tells nothing that was told before, and nothing of a stranger', async () => {
    teller.changed('1001');
    await settled();
    teller.changed('1001');
    teller.changed('1009');
    await settled();
    expect(tell).toHaveBeenCalledTimes(1);
});

test('while a side is away it is told again, what is so by then, and the log says it once', async () => {
    tell.mockRejectedValue(new Error('away'));
    teller.changed('1001');
    await settled();
    presences.set('1001', paused);
    await jest.advanceTimersByTimeAsync(RETRY_MS);
    expect(tell).toHaveBeenCalledTimes(2);
    tell.mockResolvedValue();
    presences.set('1001', { ...paused, reason: 'Reunião' });
    await jest.advanceTimersByTimeAsync(RETRY_MS);
    expect(tell).toHaveBeenLastCalledWith('1001', { state: 'paused', reason: 'Reunião' });
    expect(warnings).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(10 * RETRY_MS);
    expect(tell).toHaveBeenCalledTimes(3);
});

test('what changes while it is told is told next, never both at once', async () => {
    const first: PromiseWithResolvers<void> = Promise.withResolvers();
    tell.mockReturnValueOnce(first.promise);
    teller.changed('1001');
    presences.set('1001', paused);
    teller.changed('1001');
    await settled();
    expect(tell).toHaveBeenCalledTimes(1);
    first.resolve();
    await settled();
    expect(tell.mock.calls.map(([, availability]) => availability)).toEqual([
        { state: 'available' },
        { state: 'paused', reason: 'Almoço' }
    ]);
});

test('an agent who cannot be told of holds up no other', async () => {
    presences.set('1002', paused);
    const stuck: PromiseWithResolvers<void> = Promise.withResolvers();
    tell.mockImplementation((extension) => (extension === '1001' ? stuck.promise : Promise.resolve()));
    teller.changed('1001');
    teller.changed('1002');
    await settled();
    expect(tell).toHaveBeenCalledWith('1002', { state: 'paused', reason: 'Almoço' });
    stuck.resolve();
});

test('tells nobody any more once it is stopped', async () => {
    tell.mockRejectedValue(new Error('away'));
    teller.changed('1001');
    await settled();
    await teller.stop();
    await jest.advanceTimersByTimeAsync(10 * RETRY_MS);
    expect(tell).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
});

test('what fails while it stops is not tried again', async () => {
    const underWay: PromiseWithResolvers<void> = Promise.withResolvers();
    tell.mockReturnValueOnce(underWay.promise);
    teller.changed('1001');
    const stopped = teller.stop();
    underWay.reject(new Error('away'));
    await stopped;
    expect(jest.getTimerCount()).toBe(0);
    expect(warnings).toEqual([]);
});
