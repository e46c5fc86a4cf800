import fc from 'fast-check';
import { applyEvent } from '../../src/calls/applyEvent.ts';
import { type Call, isOver } from '../../src/calls/call.ts';
import { LEG_TRANSITIONS } from '../../src/calls/transitions.ts';
import { type CallEvent, callEventSchema } from '../../src/contract/callEvent.ts';
import { event, inbound, legEvent, play } from './story.ts';

const seconds = fc.integer({ min: 0, max: 100 });
const agents = fc.constantFrom('1001', '1002', '1003');

const anyEvent: fc.Arbitrary<CallEvent> = fc.oneof(
    seconds.map((at) => event('callArrived', at, inbound)),
    fc
        .tuple(seconds, agents)
        .map(([at, agent]) => legEvent('callDialled', at, agent, { facts: { direction: 'outbound' } })),
    fc
        .tuple(seconds, agents, fc.constantFrom('offer', 'consult'))
        .map(([at, agent, kind]) => legEvent('legOffered', at, agent, { kind })),
    fc
        .tuple(
            fc.constantFrom(
                'legAnswered' as const,
                'legHeld' as const,
                'legResumed' as const,
                'legMuted' as const,
                'legUnmuted' as const,
                'consultStarted' as const,
                'consultAnswered' as const,
                'consultEnded' as const,
                'conferenceStarted' as const
            ),
            seconds,
            agents
        )
        .map(([type, at, agent]) => legEvent(type, at, agent)),
    fc
        .tuple(seconds, agents, fc.constantFrom('hungUp', 'refused', 'noAnswer', 'lost'))
        .map(([at, agent, reason]) => legEvent('legEnded', at, agent, { reason })),
    fc
        .tuple(seconds, agents, fc.constantFrom('blind', 'attended'))
        .map(([at, agent, mode]) => legEvent('legTransferred', at, agent, { mode })),
    fc
        .tuple(
            fc.constantFrom(
                'callAbandoned' as const,
                'callEnded' as const,
                'recordingStarted' as const,
                'recordingPaused' as const,
                'recordingResumed' as const
            ),
            seconds
        )
        .map(([type, at]) => event(type, at)),
    seconds.map((at) => event('recordingReady', at, { name: `recording-${at}`, format: 'wav' }))
);

const anyStory = fc.array(anyEvent, { minLength: 1, maxLength: 40 });

function expectLegal(call: Call): void {
    for (const leg of call.legs) {
        expect(Object.keys(LEG_TRANSITIONS)).toContain(leg.state);
        expect(isOver(leg)).toBe(leg.endedAt !== null);
        if (leg.endedAt !== null && leg.answeredAt !== null) expect(leg.answeredAt <= leg.endedAt).toBe(true);
        expect(leg.heldSince !== null).toBe(leg.state === 'held');
        expect(leg.heldMs).toBeGreaterThanOrEqual(0);
        if (leg.state === 'talking' || leg.state === 'held') expect(leg.answeredAt).not.toBeNull();
        if (call.endedAt !== null) expect(leg.state).toBe('ended');
        if (isOver(leg) || leg.state === 'ringing') expect(leg).toMatchObject({ muted: false, consult: null });
        if (leg.consult) expect(leg.answeredAt).not.toBeNull();
    }
    expect(new Set(call.legs.map(({ id }) => id)).size).toBe(call.legs.length);
}

test('the events of these stories are events of the contract', () => {
    fc.assert(fc.property(anyEvent, (each) => callEventSchema.safeParse(each).success));
});

test('any interleaving of any events is always in a legal state', () => {
    fc.assert(
        fc.property(anyStory, (story) => {
            let call: Call | null = null;
            for (const each of story) {
                call = applyEvent(call, each);
                expectLegal(call);
            }
        })
    );
});

test('ended stays ended, and an end never moves forward', () => {
    fc.assert(
        fc.property(anyStory, anyStory, (story, later) => {
            const ended = play(...story, event('callEnded', 100));
            const after = later.reduce<Call>(applyEvent, ended);
            expect(after.endedAt).not.toBeNull();
            expect(after.endedAt! <= ended.endedAt!).toBe(true);
            for (const leg of ended.legs) {
                const same = after.legs.find(({ id }) => id === leg.id);
                expect(same?.state).toBe('ended');
                expect(leg.answeredAt !== null || same!.endedAt! <= leg.endedAt!).toBe(true);
            }
        })
    );
});

test('an event told twice at once changes nothing more', () => {
    fc.assert(
        fc.property(anyStory, anyEvent, (story, each) => {
            const once = applyEvent(play(...story), each);
            expect(applyEvent(once, each)).toEqual(once);
        })
    );
});

test('in whatever order an answered call is told, it was answered, by the same agent, for the same time', () => {
    const story = [
        event('callArrived', 0, inbound),
        legEvent('legOffered', 1, '1001'),
        event('recordingStarted', 2),
        legEvent('legAnswered', 5, '1001'),
        event('recordingReady', 64, { name: 'audio', format: 'wav' }),
        legEvent('legEnded', 65, '1001'),
        event('callEnded', 66)
    ];
    const told = play(...story);
    fc.assert(
        fc.property(fc.shuffledSubarray(story, { minLength: story.length }), (shuffled) => {
            const call = play(...shuffled);
            expect(call).toMatchObject({ number: told.number, recording: told.recording, endedAt: told.endedAt });
            expect(call.legs).toMatchObject(
                told.legs.map(({ agent, answeredAt, endedAt, state }) => ({ agent, answeredAt, endedAt, state }))
            );
        })
    );
});
