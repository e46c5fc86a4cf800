import type { Call, Leg } from '../../src/calls/call.ts';
import { DEFAULT_RULES, lacksMore, notYetMs, plan, type RecordRules } from '../../src/calls/plan.ts';
import { candidate, event, inbound, legEvent, NOBODY, OPENED, play } from './story.ts';

const kinds = (call: Call, rules: RecordRules = DEFAULT_RULES) =>
    plan(call, rules).map((step) => {
        if (step.kind === 'changeOwner') return `changeOwner ${step.to.agent}`;
        return 'leg' in step ? `${step.kind} ${step.leg.agent}` : step.kind;
    });
const arrived = event('callArrived', 0, inbound);
const offered = legEvent('legOffered', 1, '1001');
const answered = legEvent('legAnswered', 5, '1001');
const ended = event('callEnded', 20);
const abandoned = event('callAbandoned', 9);
const handedOver = [
    legEvent('legTransferred', 9, '1001'),
    legEvent('legOffered', 10, '1002'),
    legEvent('legAnswered', 12, '1002')
];

test.each<[string, Call, string[]]>([
    ['waiting in the queue', play(arrived), []],
    ['ringing', play(arrived, offered), ['findCaller']],
    ['answered before the lookup', play(arrived, offered, answered), ['findCaller', 'openCase 1001']],
    ['answered after the lookup', { ...play(arrived, offered, answered), caller: NOBODY }, ['openCase 1001']],
    ['its Case opened', { ...play(arrived, offered, answered), caller: NOBODY, case: OPENED }, []],
    ['ended', play(arrived, offered, answered, ended), ['findCaller', 'openCase 1001', 'saveTask 1001']],
    ['abandoned', play(arrived, offered, abandoned, ended), []],
    ['placed by us and not answered', play(legEvent('callDialled', 0, '1001'), ended), []],
    [
        'placed by us and answered',
        play(legEvent('callDialled', 0, '1001'), legEvent('legAnswered', 3, '1001'), ended),
        ['findCaller', 'openCase 1001', 'saveTask 1001']
    ],
    ['between colleagues', play({ ...arrived, facts: { direction: 'internal' } }, offered, answered), []]
])('a call that is %s lacks the right steps', (_name, call, steps) => {
    expect(kinds(call)).toEqual(steps);
});

describe('a call that is handed over', () => {
    const call = { ...play(arrived, offered, answered, ...handedOver), caller: NOBODY };

    test('takes its Case to the colleague, and leaves a Task for each', () => {
        const over = { ...play(arrived, offered, answered, ...handedOver, ended), caller: NOBODY, case: OPENED };
        expect(kinds(over)).toEqual(['changeOwner 1002', 'saveTask 1001', 'saveTask 1002']);
    });

    test('opens its Case for the colleague when it was not opened before', () => {
        expect(kinds(call)).toEqual(['openCase 1002', 'saveTask 1001']);
    });

    test('leaves its Case where it was when the contact centre wants it so', () => {
        const rules = { ...DEFAULT_RULES, ownerFollowsTransfer: false };
        expect(kinds(call, rules)).toEqual(['openCase 1001', 'saveTask 1001']);
        expect(kinds({ ...call, case: OPENED }, rules)).toEqual(['saveTask 1001']);
    });

    test('is due although the one who hears of it does not know yet that its Case is open', () => {
        const before = play(arrived, offered, answered, ...handedOver.slice(0, 2));
        const after = play(arrived, offered, answered, ...handedOver);
        expect(lacksMore(before, after, DEFAULT_RULES)).toBe(true);
    });
});

describe('who is calling', () => {
    const call = { ...play(arrived, offered, answered), case: { ...OPENED, who: '003A' } };

    test('is corrected on the Case when the agent says so', () => {
        const caller = { who: candidate('003B'), reason: 'chosenByAgent' as const, others: [candidate('003A')] };
        expect(kinds({ ...call, caller })).toEqual(['changeCaller']);
        expect(kinds({ ...call, caller: { ...caller, who: null } })).toEqual(['changeCaller']);
        expect(kinds({ ...call, caller: { ...caller, who: candidate('003A') } })).toEqual([]);
    });

    test('stays as it is on the Case when nobody said so', () => {
        expect(kinds({ ...call, caller: { who: candidate('003B'), reason: 'servedLast', others: [] } })).toEqual([]);
    });
});

describe('a call that nobody answered', () => {
    const rules = { ...DEFAULT_RULES, taskFor: { missed: true, abandoned: true } };

    test.each([
        ['missed', play(arrived, offered, ended)],
        ['abandoned', play(arrived, offered, abandoned, ended)],
        ['abandoned', play(arrived, abandoned, ended)]
    ])('leaves a Task when the contact centre wants one: %s', (outcome, call) => {
        expect(plan({ ...call, caller: NOBODY }, rules)).toEqual([{ kind: 'saveUnansweredTask', outcome }]);
        expect(kinds(call, rules)).toEqual(['findCaller', 'saveUnansweredTask']);
        expect(kinds({ ...call, caller: NOBODY, unansweredTaskId: '00T' }, rules)).toEqual([]);
        expect(kinds({ ...call, caller: NOBODY })).toEqual([]);
    });

    test('leaves none while it may still be answered, and none for the other outcome', () => {
        expect(kinds({ ...play(arrived, offered), caller: NOBODY }, rules)).toEqual([]);
        const onlyAbandoned = { ...rules, taskFor: { missed: false, abandoned: true } };
        expect(kinds({ ...play(arrived, offered, ended), caller: NOBODY }, onlyAbandoned)).toEqual([]);
    });
});

test('a call is due when something new is lacking, and not at every event', () => {
    const ringing = play(arrived, offered);
    const talking = play(arrived, offered, answered);
    const held = play(arrived, offered, answered, legEvent('legHeld', 8, '1001'));
    expect(lacksMore(null, ringing, DEFAULT_RULES)).toBe(true);
    expect(lacksMore(ringing, talking, DEFAULT_RULES)).toBe(true);
    expect(lacksMore(talking, held, DEFAULT_RULES)).toBe(false);
});

describe('a conference', () => {
    const inConference = [
        arrived,
        offered,
        answered,
        legEvent('consultStarted', 7, '1001'),
        legEvent('legOffered', 7, '1002', { kind: 'consult' }),
        legEvent('legAnswered', 8, '1002'),
        legEvent('conferenceStarted', 9, '1001')
    ];
    const known = (...events: Parameters<typeof play>) => ({ ...play(...events), caller: NOBODY, case: OPENED });

    test('leaves the Case with whoever had the customer first', () => {
        expect(kinds(known(...inConference))).toEqual([]);
        expect(kinds(known(...inConference, ended))).toEqual(['saveTask 1001', 'saveTask 1002']);
        expect(kinds(known(...inConference, legEvent('legEnded', 12, '1002'), ended))).not.toContain(
            'changeOwner 1002'
        );
    });

    test('hands the Case over once they leave before the colleague does', () => {
        const left = [...inConference, legEvent('legEnded', 12, '1001')];
        expect(kinds(known(...left))).toEqual(['changeOwner 1002', 'saveTask 1001']);
    });
});

describe('what an agent writes down', () => {
    const served = { ...play(arrived, offered, answered, ended), caller: NOBODY, case: OPENED };
    const withLeg = (facts: Partial<Leg>): Call => ({
        ...served,
        legs: served.legs.map((leg) => ({ ...leg, ...facts }))
    });
    const note = { reason: 'Dúvida', text: 'Pediu segunda via', at: '2026-11-23T12:00:30.000Z' };

    test('goes into the Task with the Task, and later by a step of its own', () => {
        expect(kinds(withLeg({ note }))).toEqual(['saveTask 1001']);
        expect(kinds(withLeg({ note, taskId: '00T' }))).toEqual(['saveNote 1001']);
        expect(kinds(withLeg({ note, taskId: '00T', taskNote: { reason: note.reason, text: note.text } }))).toEqual([]);
        expect(kinds(withLeg({ note: null, taskId: '00T', taskNote: note }))).toEqual(['saveNote 1001']);
    });

    test('waits until they have paused', () => {
        const [step] = plan(withLeg({ note, taskId: '00T' }), DEFAULT_RULES);
        const at = Date.parse(note.at);
        expect(notYetMs(step!, served, at + 1_000)).toBe(4_000);
        expect(notYetMs(step!, served, at + 5_000)).toBe(0);
        expect(notYetMs(step!, served, at - 60_000)).toBe(5_000);
    });
});
