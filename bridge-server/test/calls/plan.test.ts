import { lacksMore, plan } from '../../src/calls/plan.ts';
import type { Call } from '../../src/calls/call.ts';
import { event, inbound, legEvent, play } from './story.ts';

const nobody = {
    contactId: null,
    contactName: null,
    contactPhone: null,
    accountId: null,
    accountName: null,
    taxId: null
};
const kinds = (call: Call) => plan(call).map((step) => ('leg' in step ? `${step.kind} ${step.leg.agent}` : step.kind));
const arrived = event('callArrived', 0, inbound);
const offered = legEvent('legOffered', 1, '1001');
const answered = legEvent('legAnswered', 5, '1001');

test.each<[string, Call, string[]]>([
    ['waiting in the queue', play(arrived), []],
    ['ringing', play(arrived, offered), ['findCaller']],
    ['answered before the lookup', play(arrived, offered, answered), ['findCaller', 'openCase 1001']],
    ['answered after the lookup', { ...play(arrived, offered, answered), caller: nobody }, ['openCase 1001']],
    ['its Case opened', { ...play(arrived, offered, answered), caller: nobody, caseId: '500' }, ['readCaseNumber']],
    ['its Case known', { ...play(arrived, offered, answered), caller: nobody, caseId: '500', caseNumber: '1' }, []],
    [
        'ended',
        play(arrived, offered, answered, event('callEnded', 9)),
        ['findCaller', 'openCase 1001', 'saveTask 1001']
    ],
    ['abandoned', play(arrived, offered, event('callAbandoned', 9), event('callEnded', 9)), []],
    ['between colleagues', play({ ...arrived, facts: { direction: 'internal' } }, offered, answered), []],
    [
        'transferred and ended',
        {
            ...play(
                arrived,
                offered,
                answered,
                legEvent('legTransferred', 9, '1001'),
                legEvent('legOffered', 10, '1002'),
                legEvent('legAnswered', 12, '1002'),
                event('callEnded', 20)
            ),
            caller: nobody,
            caseId: '500',
            caseNumber: '1'
        },
        ['saveTask 1001', 'saveTask 1002']
    ]
])('a call that is %s lacks the right steps', (_name, call, steps) => {
    expect(kinds(call)).toEqual(steps);
});

test('a call is due when something new is lacking, and not at every event', () => {
    const ringing = play(arrived, offered);
    const talking = play(arrived, offered, answered);
    const held = play(arrived, offered, answered, legEvent('legHeld', 8, '1001'));
    expect(lacksMore(null, ringing)).toBe(true);
    expect(lacksMore(ringing, talking)).toBe(true);
    expect(lacksMore(talking, held)).toBe(false);
});
