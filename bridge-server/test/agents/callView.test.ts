import { callView, lastLegOf } from '../../src/agents/callView.ts';
import type { Call } from '../../src/calls/call.ts';
import { event, inbound, legEvent, play, second, OPENED } from '../calls/story.ts';

const arrived = event('callArrived', 0, inbound);
const offered = legEvent('legOffered', 1, '1001');
const answered = legEvent('legAnswered', 5, '1001');

const viewOf = (call: Call, agent = '1001', capabilities = ['answer', 'hangup'] as const) =>
    callView(call, lastLegOf(call, agent)!, capabilities);

test.each([
    ['rings', [], { state: 'ringing', result: null, actions: ['answer', 'hangup'] }],
    ['is talked on', [answered], { state: 'talking', result: null, actions: ['hangup'] }],
    ['is on hold', [answered, legEvent('legHeld', 9, '1001')], { state: 'held', result: null, actions: ['hangup'] }],
    ['was answered', [answered, legEvent('legEnded', 9, '1001')], { state: 'ended', result: 'answered', actions: [] }],
    [
        'was refused',
        [legEvent('legEnded', 9, '1001', { reason: 'refused' })],
        { state: 'ended', result: 'refused', actions: [] }
    ],
    [
        'was not answered',
        [legEvent('legEnded', 9, '1001', { reason: 'noAnswer' })],
        { state: 'ended', result: 'missed', actions: [] }
    ],
    [
        'was taken by a colleague',
        [legEvent('legOffered', 2, '1002'), legEvent('legAnswered', 4, '1002')],
        { state: 'ended', result: 'takenByColleague', actions: [] }
    ],
    ['was given up', [event('callAbandoned', 9)], { state: 'ended', result: 'abandoned', actions: [] }],
    [
        'was handed over',
        [answered, legEvent('legTransferred', 9, '1001')],
        { state: 'ended', result: 'answered', actions: [] }
    ]
])('a call that %s', (_name, events, view) => {
    expect(viewOf(play(arrived, offered, ...events))).toMatchObject(view);
});

test('a call that the agent makes', () => {
    const dialled = legEvent('callDialled', 0, '1001', { facts: { number: '11987654321' } });
    expect(viewOf(play(dialled))).toMatchObject({ direction: 'outbound', state: 'dialling', actions: ['hangup'] });
    const busy = legEvent('legEnded', 9, '1001', { reason: 'busy' });
    expect(viewOf(play(dialled, busy))).toMatchObject({ state: 'ended', result: 'failed' });
});

test('what the telephony side cannot do is not offered', () => {
    const ringing = play(arrived, offered);
    expect(callView(ringing, ringing.legs[0]!, ['hangup']).actions).toEqual(['hangup']);
    expect(callView(ringing, ringing.legs[0]!, []).actions).toEqual([]);
});

test('the number is shown as Brazilians read it, and as it came when it is none', () => {
    expect(viewOf(play(arrived, offered))).toMatchObject({
        number: '+5511987654321',
        numberDisplay: '(11) 98765-4321'
    });
    const strange = event('callArrived', 0, { facts: { number: 'anonymous' } });
    expect(viewOf(play(strange, offered))).toMatchObject({ number: 'anonymous', numberDisplay: 'anonymous' });
    const withheld = event('callArrived', 0, { facts: { number: null } });
    expect(viewOf(play(withheld, offered))).toMatchObject({ number: null, numberDisplay: null });
});

test('the Case is shown once it is opened', () => {
    const call = play(arrived, offered, answered);
    expect(viewOf(call).case).toBeNull();
    expect(viewOf({ ...call, case: OPENED }).case).toEqual({ id: '500', number: '00001042' });
});

test('of an agent who was offered the same call twice, the second offer counts', () => {
    const again = { legId: 'test:1001 again' };
    const call = play(
        arrived,
        offered,
        legEvent('legEnded', 9, '1001', { reason: 'noAnswer' }),
        legEvent('legOffered', 20, '1001', again)
    );
    expect(viewOf(call)).toMatchObject({ legId: again.legId, state: 'ringing', offeredAt: second(20), result: null });
    const told = play(arrived, legEvent('legOffered', 20, '1001', again), offered);
    expect(lastLegOf(told, '1001')).toMatchObject({ id: again.legId });
});

test('who had no part in the call has no leg in it', () => {
    expect(lastLegOf(play(arrived, offered), '1002')).toBeNull();
});
