import { callView, lastLegOf } from '../../src/agents/callView.ts';
import type { Call } from '../../src/calls/call.ts';
import { type AgentAction, agentActionSchema } from '../../src/contract/callActions.ts';
import { event, inbound, legEvent, play, second, OPENED } from '../calls/story.ts';

const arrived = event('callArrived', 0, inbound);
const offered = legEvent('legOffered', 1, '1001');
const answered = legEvent('legAnswered', 5, '1001');

const nameOf = (extension: string) => (extension === '1002' ? 'Bruno Lima' : null);

const viewOf = (call: Call, agent = '1001', capabilities: readonly AgentAction[] = ['answer', 'reject', 'hangup']) =>
    callView(call, lastLegOf(call, agent)!, { capabilitiesOf: () => capabilities, nameOf });

test.each([
    ['rings', [], { state: 'ringing', result: null, actions: ['answer', 'reject'] }],
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
    expect(viewOf(ringing, '1001', ['reject']).actions).toEqual(['reject']);
    expect(viewOf(ringing, '1001', []).actions).toEqual([]);
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

test('a call is recorded as long as the recording runs, be it paused', () => {
    const recording = [arrived, offered, answered, event('recordingStarted', 6)];
    const stopped = event('recordingReady', 8, { name: 'call-1', format: 'wav' });
    expect(viewOf(play(arrived, offered, answered))).toMatchObject({ recorded: false, recordingPaused: false });
    expect(viewOf(play(...recording))).toMatchObject({ recorded: true, recordingPaused: false });
    expect(viewOf(play(...recording, event('recordingPaused', 7)))).toMatchObject({
        recorded: true,
        recordingPaused: true
    });
    expect(viewOf(play(...recording, stopped))).toMatchObject({ recorded: false, recordingPaused: false });
});

test('a call that is over was recorded, though nothing runs any more', () => {
    const over = [event('recordingReady', 8, { name: 'call-1', format: 'wav' }), event('callEnded', 9)];
    expect(viewOf(play(arrived, offered, answered, event('recordingStarted', 6), ...over)).recorded).toBe(true);
    expect(viewOf(play(arrived, offered, answered, event('callEnded', 9))).recorded).toBe(false);
});

describe('what an agent can do', () => {
    const ALL = agentActionSchema.options;
    const can = (call: Call, agent = '1001') => viewOf(call, agent, ALL).actions;
    const talking = [arrived, offered, answered];
    const held = legEvent('legHeld', 6, '1001');
    const recording = event('recordingStarted', 5);
    const consult = [
        held,
        legEvent('consultStarted', 7, '1001'),
        legEvent('legOffered', 7, '1002', { kind: 'consult' })
    ];
    const consultAnswered = [legEvent('legAnswered', 8, '1002'), legEvent('consultAnswered', 8, '1001')];

    test.each<[string, Call, readonly string[]]>([
        ['while it rings', play(arrived, offered), ['answer', 'reject']],
        ['while they talk', play(...talking), ['hangup', 'hold', 'mute', 'dtmf', 'blindTransfer', 'consult']],
        [
            'while it is recorded',
            play(...talking, recording),
            ['hangup', 'hold', 'mute', 'dtmf', 'blindTransfer', 'consult', 'pauseRecording']
        ],
        [
            'while the recording is paused',
            play(...talking, recording, event('recordingPaused', 6)),
            ['hangup', 'hold', 'mute', 'dtmf', 'blindTransfer', 'consult', 'resumeRecording']
        ],
        [
            'while they are mute',
            play(...talking, legEvent('legMuted', 6, '1001')),
            ['hangup', 'hold', 'unmute', 'dtmf', 'blindTransfer', 'consult']
        ],
        ['while the customer waits', play(...talking, held), ['hangup', 'resume', 'blindTransfer', 'consult']],
        ['while the colleague rings', play(...talking, ...consult), ['hangup', 'cancelTransfer']],
        [
            'while they ask the colleague',
            play(...talking, ...consult, ...consultAnswered),
            ['hangup', 'mute', 'dtmf', 'completeTransfer', 'cancelTransfer', 'conference']
        ],
        [
            'in a conference',
            play(...talking, ...consult, ...consultAnswered, legEvent('conferenceStarted', 9, '1001')),
            ['hangup', 'mute', 'dtmf']
        ],
        ['once it is over', play(...talking, legEvent('legEnded', 9, '1001')), []]
    ])('%s', (_when, call, actions) => {
        expect(can(call)).toEqual(actions);
    });

    test('a colleague in a conference hands nobody over', () => {
        const joined = [...talking, ...consult, ...consultAnswered, legEvent('conferenceStarted', 9, '1001')];
        expect(can(play(...joined), '1002')).toEqual(['hangup', 'hold', 'mute', 'dtmf']);
    });

    test('the colleague sees who asks, and who else is on the line', () => {
        const asked = play(...talking, ...consult);
        expect(viewOf(asked, '1002', ALL)).toMatchObject({
            kind: 'consult',
            consultedBy: { extension: '1001', name: null },
            actions: ['answer', 'reject']
        });
        expect(viewOf(asked).consult).toMatchObject({ name: 'Bruno Lima', state: 'ringing' });
        const joined = play(...talking, ...consult, ...consultAnswered, legEvent('conferenceStarted', 9, '1001'));
        expect(viewOf(joined).colleagues).toEqual([{ extension: '1002', name: 'Bruno Lima' }]);
        expect(viewOf(joined, '1002').colleagues).toEqual([{ extension: '1001', name: null }]);
    });
});

test('who is asked as one of a queue sees who asks', () => {
    const talking = play(
        arrived,
        offered,
        answered,
        legEvent('legHeld', 7, '1001'),
        legEvent('consultStarted', 7, '1001', { to: { kind: 'queue', name: 'Vendas' } }),
        legEvent('legOffered', 7, '1002', { kind: 'consult' })
    );
    expect(viewOf(talking, '1002').consultedBy).toEqual({ extension: '1001', name: null });
});

test('an agent whom a queue offers the call that they have is on the line when that has rung out', () => {
    const again = { legId: 'test:1001-again' };
    const both = [arrived, offered, answered, legEvent('legOffered', 7, '1001', again)];
    expect(viewOf(play(...both)).state).toBe('ringing');
    const rangOut = legEvent('legEnded', 9, '1001', { ...again, reason: 'noAnswer' });
    expect(viewOf(play(...both, rangOut))).toMatchObject({ state: 'talking', actions: ['hangup'] });
});

test('between colleagues each sees the other', () => {
    const facts = { direction: 'internal', number: '1002' };
    const call = play(legEvent('callDialled', 0, '1001', { facts }), legEvent('legOffered', 0, '1002', { facts }));
    expect(viewOf(call, '1001')).toMatchObject({ numberDisplay: '1002', announcedName: 'Bruno Lima' });
    expect(viewOf(call, '1002')).toMatchObject({ numberDisplay: '1001', announcedName: null });
});
