import { applyEvent } from '../../src/calls/applyEvent.ts';
import { callResult } from '../../src/calls/callResult.ts';
import { event, inbound, legEvent, play, second } from './story.ts';

const ringing = [event('callArrived', 0, inbound), legEvent('legOffered', 1, '1001')];

describe('an inbound call', () => {
    test('rings, is answered, and ends with the talk that there was', () => {
        const call = play(
            ...ringing,
            legEvent('legAnswered', 5, '1001'),
            legEvent('legEnded', 65, '1001'),
            event('callEnded', 65)
        );
        expect(call).toMatchObject({ number: '5511987654321', queue: 'suporte', endedAt: second(65) });
        expect(call.legs).toMatchObject([
            { agent: '1001', state: 'ended', answeredAt: second(5), endedAt: second(65), endReason: 'hungUp' }
        ]);
    });

    test('silences the other phones once an agent takes it', () => {
        const call = play(...ringing, legEvent('legOffered', 1, '1002'), legEvent('legAnswered', 4, '1002'));
        expect(call.legs.map(({ state, endReason }) => [state, endReason])).toEqual([
            ['ended', 'answeredElsewhere'],
            ['talking', null]
        ]);
        expect(callResult(call, call.legs[0]!)).toBe('takenByColleague');
    });

    test('that is abandoned was answered by nobody', () => {
        const call = play(...ringing, event('callAbandoned', 9), event('callEnded', 9));
        expect(call.legs[0]?.answeredAt).toBeNull();
        expect(call.legs.map((leg) => callResult(call, leg))).toEqual(['abandoned']);
    });

    test('that an agent refuses goes on ringing elsewhere', () => {
        const call = play(
            ...ringing,
            legEvent('legEnded', 3, '1001', { reason: 'refused' }),
            legEvent('legOffered', 4, '1002')
        );
        expect(call.legs.map(({ state }) => state)).toEqual(['ended', 'ringing']);
        expect(callResult(call, call.legs[0]!)).toBe('refused');
    });

    test('counts hold apart, also one that lasts until the end', () => {
        const call = play(
            ...ringing,
            legEvent('legAnswered', 5, '1001'),
            legEvent('legHeld', 10, '1001'),
            legEvent('legResumed', 14, '1001'),
            legEvent('legHeld', 20, '1001'),
            event('callEnded', 21)
        );
        expect(call.legs[0]).toMatchObject({ heldMs: 5_000, heldSince: null });
    });

    test('ignores a resume without a hold', () => {
        const before = play(...ringing, legEvent('legAnswered', 5, '1001'));
        expect(applyEvent(before, legEvent('legResumed', 6, '1001'))).toBe(before);
    });
});

describe('a transfer', () => {
    test('blind: the agent leaves, the colleague is offered the same call', () => {
        const call = play(
            ...ringing,
            legEvent('legAnswered', 5, '1001'),
            legEvent('legTransferred', 30, '1001', { mode: 'blind', to: '1002' }),
            legEvent('legOffered', 31, '1002'),
            legEvent('legAnswered', 35, '1002'),
            event('callEnded', 60)
        );
        expect(call.legs).toMatchObject([
            { agent: '1001', endedAt: second(30), endReason: 'transferred', transfer: { mode: 'blind', to: '1002' } },
            { agent: '1002', answeredAt: second(35), endedAt: second(60) }
        ]);
    });

    test('attended: the colleague has the customer from the hand-over on', () => {
        const call = play(
            ...ringing,
            legEvent('legAnswered', 5, '1001'),
            legEvent('legHeld', 20, '1001'),
            legEvent('legOffered', 21, '1002', { kind: 'consult' }),
            legEvent('legAnswered', 23, '1002')
        );
        expect(call.legs.map(({ state }) => state)).toEqual(['held', 'consulting']);
        const handedOver = applyEvent(call, legEvent('legTransferred', 30, '1001', { mode: 'attended', to: '1002' }));
        expect(handedOver.legs).toMatchObject([
            { state: 'ended', heldMs: 10_000 },
            { state: 'talking', answeredAt: second(30) }
        ]);
    });

    test('attended to a phone that still rings: the colleague has the customer on answering', () => {
        const call = play(
            ...ringing,
            legEvent('legAnswered', 5, '1001'),
            legEvent('legOffered', 21, '1002', { kind: 'consult' }),
            legEvent('legTransferred', 22, '1001', { mode: 'attended', to: '1002' }),
            legEvent('legAnswered', 25, '1002')
        );
        expect(call.legs[1]).toMatchObject({ state: 'talking', answeredAt: second(25) });
    });

    test('a consult that comes to nothing was never with the customer', () => {
        const call = play(
            ...ringing,
            legEvent('legAnswered', 5, '1001'),
            legEvent('legOffered', 21, '1002', { kind: 'consult' }),
            legEvent('legAnswered', 23, '1002'),
            legEvent('legEnded', 25, '1002'),
            event('callEnded', 40)
        );
        expect(call.legs[1]).toMatchObject({ state: 'ended', answeredAt: null });
    });
});

describe('an outbound call', () => {
    const dialled = legEvent('callDialled', 0, '1001', { facts: { direction: 'outbound', number: '5511912345678' } });

    test('is talked from when the customer answers', () => {
        const call = play(dialled, legEvent('legAnswered', 8, '1001'));
        expect(call).toMatchObject({
            direction: 'outbound',
            legs: [{ kind: 'outbound', state: 'talking', answeredAt: second(8) }]
        });
    });

    test('that nobody takes has failed', () => {
        const call = play(dialled, legEvent('legEnded', 20, '1001', { reason: 'busy' }), event('callEnded', 20));
        expect(callResult(call, call.legs[0]!)).toBe('failed');
    });
});

describe('lateness', () => {
    test('an answer told after the end is kept as a fact, and the call stays ended', () => {
        const call = play(...ringing, event('callEnded', 65), legEvent('legAnswered', 5, '1001'));
        expect(call.legs[0]).toMatchObject({ state: 'ended', answeredAt: second(5), endedAt: second(65) });
    });

    test('an end told late moves the time back, never forward', () => {
        const ended = play(...ringing, legEvent('legAnswered', 5, '1001'), event('callEnded', 65));
        expect(applyEvent(ended, legEvent('legEnded', 40, '1001')).legs[0]?.endedAt).toBe(second(40));
        expect(applyEvent(ended, legEvent('legEnded', 90, '1001'))).toBe(ended);
    });

    test('any event can open the call, and what it lacks is filled in later', () => {
        const call = play(legEvent('legAnswered', 5, '1001'), event('callArrived', 0, inbound));
        expect(call).toMatchObject({ number: '5511987654321', startedAt: second(0), legs: [{ state: 'talking' }] });
    });
});

describe('asking a colleague', () => {
    const talking = [
        event('callArrived', 0, inbound),
        legEvent('legOffered', 1, '1001'),
        legEvent('legAnswered', 5, '1001'),
        legEvent('legHeld', 9, '1001'),
        legEvent('consultStarted', 10, '1001'),
        legEvent('legOffered', 10, '1002', { kind: 'consult' })
    ];
    const answered = [legEvent('legAnswered', 12, '1002'), legEvent('consultAnswered', 12, '1001')];
    const conference = legEvent('conferenceStarted', 15, '1001');
    const legs = (...events: Parameters<typeof play>) => play(...talking, ...events).legs;

    test('rings at them while the customer waits', () => {
        expect(legs()).toMatchObject([
            { state: 'held', consult: { to: { extension: '1002' }, state: 'ringing', since: second(10) } },
            { state: 'ringing', kind: 'consult' }
        ]);
        expect(legs(...answered)).toMatchObject([
            { consult: { state: 'talking', since: second(12) } },
            { state: 'consulting', answeredAt: null }
        ]);
    });

    test('ends when they are gone, and the customer waits on', () => {
        expect(legs(...answered, legEvent('consultEnded', 14, '1001'))[0]).toMatchObject({
            state: 'held',
            consult: null
        });
    });

    test('an end of an earlier asking does not end the one that lasts', () => {
        const late = legEvent('consultEnded', 9, '1001');
        expect(legs(...answered, late)[0]).toMatchObject({ consult: { state: 'talking' } });
    });

    test('an earlier asking that is told late does not replace the one that lasts', () => {
        const late = legEvent('consultStarted', 8, '1001', { to: { kind: 'agent', extension: '1003' } });
        expect(legs(...answered, late)[0]).toMatchObject({ consult: { to: { extension: '1002' }, state: 'talking' } });
    });

    test('becomes a conference in which everybody has the customer', () => {
        expect(legs(...answered, conference)).toMatchObject([
            { state: 'talking', heldMs: 6_000, consult: { state: 'joined', since: second(15) } },
            { state: 'talking', answeredAt: second(15) }
        ]);
    });

    test('a conference goes on for the colleague when whoever asked leaves', () => {
        expect(legs(...answered, conference, legEvent('legEnded', 20, '1001'))).toMatchObject([
            { state: 'ended', endReason: 'hungUp', consult: null },
            { state: 'talking' }
        ]);
    });
});

test('a mute lasts until it is taken back or the leg is over', () => {
    const talking = [
        event('callArrived', 0, inbound),
        legEvent('legOffered', 1, '1001'),
        legEvent('legAnswered', 5, '1001')
    ];
    const muted = legEvent('legMuted', 6, '1001');
    expect(play(...talking, muted).legs[0]?.muted).toBe(true);
    expect(play(...talking, muted, legEvent('legUnmuted', 7, '1001')).legs[0]?.muted).toBe(false);
    expect(play(...talking, muted, legEvent('legEnded', 8, '1001')).legs[0]?.muted).toBe(false);
});

test('a recording is paused while it runs, and not before or after', () => {
    const paused = event('recordingPaused', 6);
    const started = event('recordingStarted', 5);
    expect(play(paused).recording).toBeNull();
    expect(play(started, paused).recording).toMatchObject({ paused: true });
    expect(play(started, paused, event('recordingResumed', 7)).recording).toMatchObject({ paused: false });
    const ready = event('recordingReady', 9, { name: 'audio', format: 'wav' });
    expect(play(started, paused, ready, paused).recording).toEqual({ name: 'audio', format: 'wav', paused: false });
});

test('a pause is remembered, whenever it is told', () => {
    const paused = event('recordingPaused', 6);
    const started = event('recordingStarted', 5);
    const ready = event('recordingReady', 9, { name: 'audio', format: 'wav' });
    expect(play(started, ready).recordingWasPaused).toBe(false);
    expect(play(started, event('recordingResumed', 7)).recordingWasPaused).toBe(false);
    expect(play(started, paused, event('recordingResumed', 7), ready).recordingWasPaused).toBe(true);
    expect(play(paused, started).recordingWasPaused).toBe(true);
    expect(play(started, ready, paused).recordingWasPaused).toBe(true);
    const known = play(started, paused, ready);
    expect(applyEvent(known, paused)).toBe(known);
});
