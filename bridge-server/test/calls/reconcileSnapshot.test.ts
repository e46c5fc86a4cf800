import { applyEvent } from '../../src/calls/applyEvent.ts';
import type { Call } from '../../src/calls/call.ts';
import { DEFAULT_RULES, plan } from '../../src/calls/plan.ts';
import { reconcileSnapshot, type SnapshotCall } from '../../src/calls/reconcileSnapshot.ts';
import { CALL_ID, event, inbound, legEvent, NOBODY, OPENED, play, second } from './story.ts';

const alive = (...legs: SnapshotCall['legs'][number][]): SnapshotCall => ({
    callId: CALL_ID,
    startedAt: second(0),
    facts: {},
    recorded: false,
    legs
});
const talks = (agent: string, kind: 'offer' | 'consult' = 'offer') => ({
    legId: `test:${agent}`,
    agent,
    kind,
    answered: true,
    since: second(1)
});
const afterwards = (call: Call, ...snapshot: SnapshotCall[]): Call =>
    reconcileSnapshot([call], snapshot, second(30)).reduce(applyEvent, call);

const talking = play(
    event('callArrived', 0, inbound),
    legEvent('legOffered', 1, '1001'),
    legEvent('legAnswered', 5, '1001')
);
const consulting = play(
    event('callArrived', 0, inbound),
    legEvent('legOffered', 1, '1001'),
    legEvent('legAnswered', 5, '1001'),
    legEvent('legOffered', 10, '1002', { kind: 'consult' }),
    legEvent('legAnswered', 12, '1002')
);

test('what goes on stays as it is', () => {
    expect(afterwards(talking, alive(talks('1001')))).toEqual(talking);
});

test('a call that is gone has ended', () => {
    expect(afterwards(talking)).toMatchObject({ endedAt: second(30), legs: [{ state: 'ended', endReason: 'hungUp' }] });
});

test('an agent who is gone while the call lives is lost', () => {
    expect(afterwards(talking, alive())).toMatchObject({ endedAt: null, legs: [{ endReason: 'lost' }] });
});

test('a colleague who was asked and is there while whoever asked is gone has the customer, the Case and a Task', () => {
    const after = afterwards(consulting, alive(talks('1002', 'consult')));
    expect(after.legs).toMatchObject([
        { endReason: 'transferred', transfer: { mode: 'attended', to: '1002' } },
        { state: 'talking', answeredAt: second(30) }
    ]);
    const steps = plan({ ...after, caller: NOBODY, case: OPENED }, DEFAULT_RULES).map(({ kind }) => kind);
    expect(steps).toEqual(['changeOwner', 'saveTask']);
});

test('whom an agent asked is gone: the agent is with the customer, and may ask again', () => {
    const asking = applyEvent(consulting, legEvent('consultStarted', 10, '1001'));
    expect(asking.legs[0]?.consult).not.toBeNull();
    expect(afterwards(asking, alive({ ...talks('1001'), asks: false })).legs).toMatchObject([
        { state: 'talking', consult: null },
        { endReason: 'lost' }
    ]);
    const stillAsks = { ...talks('1001'), asks: true };
    for (const leg of [stillAsks, talks('1001')])
        expect(afterwards(asking, alive(leg, talks('1002', 'consult')))).toEqual(asking);
});

test('two who still talk with each other about a customer have handed nobody over', () => {
    expect(afterwards(consulting, alive(talks('1001'), talks('1002', 'consult')))).toEqual(consulting);
});
