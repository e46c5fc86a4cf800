import { createHistory } from '../../src/agents/history.ts';
import type { Call } from '../../src/calls/call.ts';
import type { Agent } from '../../src/contract/agentApi.ts';
import { event, inbound, legEvent, play, second } from '../calls/story.ts';

const ana: Agent = { userId: '005', name: 'Ana Souza', extension: '1001', timeZone: 'America/Sao_Paulo' };

function setUp(...calls: Call[]) {
    const historyOf = jest.fn((_agent: string, _from: string, _to: string) => Promise.resolve(calls));
    const history = createHistory({
        historyOf,
        surroundingsOf: () => ({ capabilitiesOf: () => ['answer', 'hangup'], nameOf: () => null }),
        now: () => new Date('2026-11-24T01:30:00.000Z')
    });
    return { history, historyOf };
}

/** A call that reached Ana and ended for her at that second. */
const callThatEnded = (id: string, endedSecond: number): Call => ({
    ...play(
        event('callArrived', 0, inbound),
        legEvent('legOffered', 1, '1001'),
        legEvent('legAnswered', 2, '1001'),
        legEvent('legEnded', endedSecond, '1001')
    ),
    id
});

test('is that of today, as the agent’s clock has it, when no day is named', async () => {
    const { history, historyOf } = setUp();
    expect(await history(ana)).toEqual({ day: '2026-11-23', calls: [] });
    expect(historyOf).toHaveBeenLastCalledWith('1001', '2026-11-23T03:00:00.000Z', '2026-11-24T03:00:00.000Z');
    await history({ ...ana, timeZone: 'Asia/Tokyo' });
    expect(historyOf).toHaveBeenLastCalledWith('1001', '2026-11-23T15:00:00.000Z', '2026-11-24T15:00:00.000Z');
});

test('is that of the day that is named', async () => {
    const { history, historyOf } = setUp();
    expect((await history(ana, '2026-01-31')).day).toBe('2026-01-31');
    expect(historyOf).toHaveBeenLastCalledWith('1001', '2026-01-31T03:00:00.000Z', '2026-02-01T03:00:00.000Z');
});

test('shows the call that ended last first', async () => {
    const { history } = setUp(callThatEnded('a', 20), callThatEnded('b', 60), callThatEnded('c', 40));
    const { calls } = await history(ana);
    expect(calls.map(({ callId }) => callId)).toEqual(['b', 'c', 'a']);
    expect(calls[0]).toMatchObject({ result: 'answered', actions: [], endedAt: second(60) });
});

test('an agent who was offered the same call twice finds both', async () => {
    const call = play(
        event('callArrived', 0, inbound),
        legEvent('legOffered', 1, '1001'),
        legEvent('legEnded', 10, '1001', { reason: 'noAnswer' }),
        legEvent('legOffered', 20, '1001', { legId: 'test:1001 again' }),
        legEvent('legAnswered', 25, '1001', { legId: 'test:1001 again' }),
        legEvent('legEnded', 60, '1001', { legId: 'test:1001 again' })
    );
    const { calls } = await setUp(call).history(ana);
    expect(calls.map(({ legId, result }) => [legId, result])).toEqual([
        ['test:1001 again', 'answered'],
        ['test:1001', 'missed']
    ]);
});

test('leaves out the parts of others, what lasts, and what ended on another day', async () => {
    const call = play(
        event('callArrived', 0, inbound),
        legEvent('legOffered', 1, '1001'),
        legEvent('legEnded', 10, '1001', { reason: 'noAnswer' }),
        legEvent('legOffered', 11, '1002'),
        legEvent('legEnded', 15, '1002', { reason: 'noAnswer' }),
        legEvent('legOffered', 20, '1001', { legId: 'test:1001 still' }),
        legEvent('legOffered', 30, '1001', { legId: 'test:1001 tomorrow' }),
        legEvent('legEnded', 24 * 3600, '1001', { legId: 'test:1001 tomorrow' })
    );
    const { calls } = await setUp(call).history(ana);
    expect(calls.map(({ legId }) => legId)).toEqual(['test:1001']);
});
