import fc from 'fast-check';
import { callTimeline } from '../../src/calls/callTimeline.ts';
import type { CallEvent } from '../../src/contract/callEvent.ts';
import { timelineEntrySchema } from '../../src/contract/caseCalls.ts';
import { event, inbound, legEvent, play, second } from './story.ts';

const NAMES: Readonly<Record<string, string>> = { '1001': 'Ana Souza', '1002': 'Bruno Lima' };
const nameOf = (extension: string): string | null => NAMES[extension] ?? null;

/** `3 answered Ana Souza`: second, what, whose part; then the detail. */
function told(...events: CallEvent[]): string[] {
    return callTimeline(play(...events), events, nameOf).map(({ at, what, agent, detail }) =>
        [(Date.parse(at) - Date.parse(second(0))) / 1000, what, agent && (agent.name ?? agent.extension), detail]
            .filter((each) => each !== null)
            .join(' ')
    );
}

const arrived = event('callArrived', 0, inbound);
const toAna = [arrived, legEvent('legOffered', 1, '1001'), legEvent('legAnswered', 3, '1001')];
const toBruno = { kind: 'agent', extension: '1002' };

test('an answered call: arrival, offer, answer, end', () => {
    expect(told(...toAna, legEvent('legEnded', 60, '1001'), event('callEnded', 60))).toEqual([
        '0 arrived suporte',
        '1 offered Ana Souza',
        '3 answered Ana Souza',
        '60 ended'
    ]);
});

test('who was offered it and did not take it', () => {
    expect(
        told(
            arrived,
            legEvent('legOffered', 1, '1001'),
            legEvent('legEnded', 5, '1001', { reason: 'refused' }),
            legEvent('legOffered', 6, '1009'),
            legEvent('legEnded', 20, '1009', { reason: 'noAnswer' }),
            legEvent('legOffered', 21, '1002'),
            legEvent('legOffered', 21, '1001', { legId: 'again' }),
            legEvent('legAnswered', 24, '1002')
        )
    ).toEqual([
        '0 arrived suporte',
        '1 offered Ana Souza',
        '5 refused Ana Souza',
        '6 offered 1009',
        '20 missed 1009',
        '21 offered Bruno Lima',
        '21 offered Ana Souza',
        '24 answered Bruno Lima'
    ]);
});

test('a caller who gave up', () => {
    expect(told(arrived, legEvent('legOffered', 1, '1001'), event('callAbandoned', 9), event('callEnded', 9))).toEqual([
        '0 arrived suporte',
        '1 offered Ana Souza',
        '9 abandoned'
    ]);
});

test('an outbound call', () => {
    expect(
        told(
            legEvent('callDialled', 0, '1001', { facts: { direction: 'outbound', number: '11987654321' } }),
            legEvent('legAnswered', 8, '1001'),
            legEvent('legEnded', 30, '1001'),
            event('callEnded', 30)
        )
    ).toEqual(['0 dialled Ana Souza', '8 answered Ana Souza', '30 ended']);
});

test('every hold, once, and none that changed nothing', () => {
    expect(
        told(
            ...toAna,
            legEvent('legHeld', 10, '1001'),
            legEvent('legHeld', 11, '1001'),
            legEvent('legResumed', 20, '1001'),
            legEvent('legResumed', 21, '1001'),
            legEvent('legHeld', 30, '1001'),
            legEvent('legEnded', 40, '1001'),
            legEvent('legResumed', 41, '1001')
        ).slice(3)
    ).toEqual(['10 held Ana Souza', '20 resumed Ana Souza', '30 held Ana Souza']);
});

test('an attended transfer: who asked whom, and who stayed', () => {
    expect(
        told(
            ...toAna,
            legEvent('legHeld', 10, '1001'),
            legEvent('consultStarted', 10, '1001', { to: toBruno }),
            legEvent('legOffered', 11, '1002', { kind: 'consult' }),
            legEvent('legAnswered', 14, '1002'),
            legEvent('consultAnswered', 14, '1001'),
            legEvent('legTransferred', 25, '1001', { mode: 'attended', to: '1002' }),
            legEvent('legEnded', 90, '1002'),
            event('callEnded', 90)
        ).slice(3)
    ).toEqual([
        '10 held Ana Souza',
        '10 consulted Ana Souza Bruno Lima',
        '11 offered Bruno Lima',
        '25 answered Bruno Lima',
        '25 transferred Ana Souza Bruno Lima',
        '90 ended'
    ]);
});

test('a consult that came to nothing, one of a queue, and a conference', () => {
    expect(
        told(
            ...toAna,
            legEvent('legHeld', 10, '1001'),
            legEvent('consultStarted', 10, '1001', { to: { kind: 'queue', name: 'Financeiro' } }),
            legEvent('consultEnded', 15, '1001'),
            legEvent('legResumed', 15, '1001'),
            legEvent('legHeld', 20, '1001'),
            legEvent('consultStarted', 20, '1001', { to: toBruno }),
            legEvent('legOffered', 21, '1002', { kind: 'consult' }),
            legEvent('legAnswered', 22, '1002'),
            legEvent('consultAnswered', 22, '1001'),
            legEvent('conferenceStarted', 30, '1001'),
            legEvent('legEnded', 50, '1001'),
            legEvent('legEnded', 70, '1002'),
            event('callEnded', 70)
        ).slice(3)
    ).toEqual([
        '10 held Ana Souza',
        '10 consulted Ana Souza Financeiro',
        '15 resumed Ana Souza',
        '20 held Ana Souza',
        '20 consulted Ana Souza Bruno Lima',
        '21 offered Bruno Lima',
        '30 answered Bruno Lima',
        '30 conference Ana Souza',
        '50 left Ana Souza',
        '70 ended'
    ]);
});

test('a colleague who was asked and hung up left; a blind transfer names where to', () => {
    expect(
        told(
            ...toAna,
            legEvent('legOffered', 11, '1002', { kind: 'consult' }),
            legEvent('legAnswered', 12, '1002'),
            legEvent('legEnded', 15, '1002'),
            legEvent('legTransferred', 20, '1001', { mode: 'blind', to: '551122953040' })
        ).slice(3)
    ).toEqual(['11 offered Bruno Lima', '15 left Bruno Lima', '20 transferred Ana Souza (11) 2295-3040']);
});

test('a call whose events are gone still tells what it knows itself', () => {
    const call = play(...toAna, legEvent('legHeld', 10, '1001'), legEvent('legEnded', 60, '1001'));
    expect(callTimeline(call, [], nameOf).map(({ what }) => what)).toEqual(['arrived', 'offered', 'answered']);
});

test('whatever is told, in whatever order: entries of the contract, in the order of time, each once', () => {
    const legTypes = [
        'legOffered',
        'legAnswered',
        'legHeld',
        'legResumed',
        'consultStarted',
        'conferenceStarted',
        'legTransferred',
        'legEnded'
    ] as const;
    const told = fc.array(
        fc.oneof(
            fc
                .tuple(fc.constantFrom(...legTypes), fc.nat(60), fc.constantFrom('1001', '1002'))
                .map(([type, at, agent]) =>
                    legEvent(type, at, agent, type === 'consultStarted' ? { to: toBruno } : {})
                ),
            fc
                .tuple(
                    fc.constantFrom('callArrived' as const, 'callAbandoned' as const, 'callEnded' as const),
                    fc.nat(60)
                )
                .map(([type, at]) => event(type, at, inbound))
        ),
        { minLength: 1, maxLength: 30 }
    );
    fc.assert(
        fc.property(told, (events) => {
            const entries = callTimeline(play(...events), events, nameOf);
            for (const entry of entries) timelineEntrySchema.parse(entry);
            expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted());
            const once = entries.filter(({ what }) => ['arrived', 'ended', 'abandoned'].includes(what));
            expect(new Set(once.map(({ what }) => what)).size).toBe(once.length);
        })
    );
});
