import fc from 'fast-check';
import { callEventSchema } from '../../../src/contract/callEvent.ts';
import type { AmiMessage } from '../../../src/telephony/asterisk/amiMessage.ts';
import { translateEvent } from '../../../src/telephony/asterisk/translateEvent.ts';
import { newTranslation } from './newTranslation.ts';
import { tell } from './tellStory.ts';

const AT = '2026-11-23T12:00:00.000Z';

const translateAll = (messages: readonly AmiMessage[], translation = newTranslation()) =>
    messages.flatMap((message) => translateEvent(message, AT, translation));
const storyOf = (...messages: AmiMessage[]) => translateAll(messages).map(tell);

const caller = { Channel: 'PJSIP/carrier-1', Uniqueid: 'c.1', Linkedid: 'c.1', CallerIDNum: '5511987654321' };
const desk = { Channel: 'PJSIP/1001-9', Uniqueid: 'a.9', Linkedid: 'a.9', CallerIDNum: '1001' };
const to = (name: string, uniqueid: string, linkedid = 'c.1') => ({
    DestChannel: name,
    DestUniqueid: uniqueid,
    DestLinkedid: linkedid
});
const hangup = (uniqueid: string, cause = '16', channel = 'PJSIP/1001-2') => ({
    Event: 'Hangup',
    Channel: channel,
    Uniqueid: uniqueid,
    Linkedid: 'c.1',
    Cause: cause
});

const join = { Event: 'QueueCallerJoin', Queue: 'suporte', ...caller };
const ring = { Event: 'AgentCalled', ...caller, ...to('PJSIP/1001-2', 'a.2') };
const ringAnother = { Event: 'AgentCalled', ...caller, ...to('PJSIP/1002-3', 'a.3') };
const connect = { Event: 'AgentConnect', ...caller, ...to('PJSIP/1001-2', 'a.2') };

describe('how a ringing phone came to rest', () => {
    const dialEnd = (status: string) => ({
        Event: 'DialEnd',
        ...caller,
        ...to('PJSIP/1001-2', 'a.2'),
        DialStatus: status
    });
    const rangOut = { Event: 'AgentRingNoAnswer', ...caller, ...to('PJSIP/1001-2', 'a.2') };

    test.each([
        ['the agent refused, although the queue says no answer', [rangOut, hangup('a.2', '21')], 'refused'],
        ['nobody answered', [dialEnd('NOANSWER'), rangOut, hangup('a.2', '0')], 'noAnswer'],
        ['the phone was busy', [dialEnd('BUSY'), hangup('a.2', '17')], 'busy'],
        ['the phone could not be reached', [dialEnd('CHANUNAVAIL'), hangup('a.2', '0')], 'failed'],
        ['the PBX says that it was answered elsewhere', [hangup('a.2', '26')], 'answeredElsewhere'],
        ['the caller was gone', [dialEnd('CANCEL'), hangup('a.2', '0')], 'callerGone'],
        ['nothing is said', [hangup('a.2', 'constructor')], 'hungUp']
    ])('%s', (_, messages, reason) => {
        expect(storyOf(join, ring, ...messages).at(-1)).toBe(`legEnded 1001 ${reason}`);
    });

    test('a colleague was faster', () => {
        const cancelled = { Event: 'DialEnd', ...caller, ...to('PJSIP/1002-3', 'a.3'), DialStatus: 'CANCEL' };
        expect(storyOf(join, ring, ringAnother, connect, cancelled, hangup('a.3', '0')).at(-1)).toBe(
            'legEnded 1002 answeredElsewhere'
        );
    });
});

describe('calls without a queue', () => {
    const dialAgent = { Event: 'DialBegin', ...caller, ...to('PJSIP/1001-2', 'a.2') };
    const answered = { Event: 'DialEnd', ...caller, ...to('PJSIP/1001-2', 'a.2'), DialStatus: 'ANSWER' };

    test('a caller who dials an agent directly', () => {
        expect(storyOf(dialAgent, answered, hangup('a.2'), hangup('c.1'))).toEqual([
            'legOffered 1001 offer',
            'legAnswered 1001',
            'legEnded 1001 hungUp',
            'callEnded'
        ]);
    });

    test('an agent who dials a colleague is their caller', () => {
        const dial = { Event: 'DialBegin', ...desk, ...to('PJSIP/1002-3', 'a.3', 'a.9') };
        const events = translateAll([dial, hangup('a.9')]);
        expect(events.map(tell)).toEqual(['legOffered 1002 offer', 'callEnded']);
        expect(events[0]?.facts).toEqual({ direction: 'internal', number: '1001', callerName: null });
    });

    test('a phone that the PBX rings by itself is offered nothing', () => {
        expect(storyOf({ Event: 'DialBegin', ...to('PJSIP/1001-9', 'a.9', 'a.9') })).toEqual([]);
    });
});

describe('a customer who is dialled', () => {
    const dial = (uniqueid: string) => ({
        Event: 'DialBegin',
        ...desk,
        ...to('PJSIP/carrier-4', uniqueid, 'a.9'),
        DialString: 'PJSIP/5511912345678@carrier'
    });
    const dialEnd = (uniqueid: string, status: string) => ({ ...dial(uniqueid), Event: 'DialEnd', DialStatus: status });

    test.each([
        ['BUSY', 'busy'],
        ['NOANSWER', 'noAnswer'],
        ['CONGESTION', 'failed'],
        ['CHANUNAVAIL', 'failed'],
        ['CANCEL', 'hungUp']
    ])('%s ends the leg as %s', (status, reason) => {
        expect(storyOf(dial('b.1'), dialEnd('b.1', status), hangup('b.1', '17'), hangup('a.9', '17'))).toEqual([
            'callDialled 1001',
            `legEnded 1001 ${reason}`,
            'callEnded'
        ]);
    });

    test('is tried over a second line when the first fails', () => {
        const story = storyOf(
            dial('b.1'),
            dialEnd('b.1', 'CHANUNAVAIL'),
            hangup('b.1', '34'),
            dial('b.2'),
            dialEnd('b.2', 'ANSWER'),
            hangup('b.2'),
            hangup('a.9')
        );
        expect(story).toEqual(['callDialled 1001', 'legAnswered 1001', 'callEnded']);
    });

    test('stays on the line when the agent hands them over', () => {
        const transfer = { Event: 'BlindTransfer', Result: 'Success', TransfererUniqueid: 'a.9', Extension: '1002' };
        const offer = {
            Event: 'DialBegin',
            Channel: 'PJSIP/carrier-4',
            Uniqueid: 'b.1',
            Linkedid: 'a.9',
            ...to('PJSIP/1002-3', 'a.3', 'a.9')
        };
        const story = storyOf(dial('b.1'), dialEnd('b.1', 'ANSWER'), transfer, hangup('a.9'), offer, hangup('b.1'));
        expect(story).toEqual([
            'callDialled 1001',
            'legAnswered 1001',
            'legTransferred 1001 blind to 1002',
            'legEnded 1001 transferred',
            'legOffered 1002 offer',
            'callEnded'
        ]);
    });
});

test('a queue member behind a Local channel has one leg, which lasts as long as the phone', () => {
    const near = to('Local/1001@from-queue-01;1', 'l.1');
    const far = { Channel: 'Local/1001@from-queue-01;2', Uniqueid: 'l.2', Linkedid: 'c.1' };
    const story = storyOf(
        join,
        { Event: 'AgentCalled', ...caller, ...near },
        { Event: 'DialBegin', ...far, ...to('PJSIP/1001-2', 'a.2') },
        { Event: 'AgentConnect', ...caller, ...near },
        hangup('l.1', '16', 'Local/1001@from-queue-01;1'),
        { Event: 'Hold', Channel: 'PJSIP/1001-2', Uniqueid: 'a.2' },
        hangup('a.2')
    );
    expect(story).toEqual([
        'callArrived',
        'legOffered 1001 offer',
        'legAnswered 1001',
        'legHeld 1001',
        'legEnded 1001 hungUp'
    ]);
});

describe('what concerns no agent opens no ghost', () => {
    test.each<[string, AmiMessage[]]>([
        [
            'the end of a spying channel',
            [{ Event: 'Hangup', Channel: 'Snoop/c.1-0', Uniqueid: 's.1', Linkedid: 's.1' }]
        ],
        ['the end of a private call of an agent', [hangup('a.9')]],
        ['a hold in a private call', [{ Event: 'Hold', ...desk }]],
        ['a recorded caller who never leaves the IVR', [{ Event: 'MixMonitorStart', ...caller }, hangup('c.1')]],
        ['their recording', [{ Event: 'UserEvent', UserEvent: 'RecordingReady', ...caller, Name: 'x', Format: 'wav' }]],
        ['a transfer of others', [{ Event: 'BlindTransfer', Result: 'Success', TransfererUniqueid: 'x.1' }]],
        ['a queue member outside', [{ Event: 'AgentCalled', ...caller, ...to('PJSIP/mobile-1', 'm.1') }]]
    ])('%s', (_, messages) => {
        expect(storyOf(...messages)).toEqual([]);
    });
});

test('a recording that is announced after the call ended still belongs to it', () => {
    const ready = { Event: 'UserEvent', UserEvent: 'RecordingReady', Call: 'c.1', Name: 'rec-1', Format: 'mp3' };
    expect(storyOf(join, hangup('c.1'), ready)).toEqual(['callArrived', 'callEnded', 'recordingReady']);
});

test('what is told of a call after its end keeps nothing alive', () => {
    const abandon = { Event: 'QueueCallerAbandon', ...caller };
    const translation = newTranslation();
    const events = translateAll([join, hangup('c.1'), abandon, ring, connect, hangup('a.2')], translation);
    expect(events.map(tell).slice(0, 3)).toEqual(['callArrived', 'callEnded', 'callAbandoned']);
    expect([...translation.calls.all()]).toEqual([]);
    expect(translateAll([abandon])).toEqual([]);
});

test.each([
    ['<unknown>', null],
    ['', null],
    ['Anonymous', null],
    ['restricted', null],
    [' +55 11 98765-4321\0\n', '+55 11 98765-4321'],
    ['9'.repeat(10_000), '9'.repeat(128)],
    ["'; DROP TABLE calls; -- 📞", "'; DROP TABLE calls; -- 📞"]
])('the calling number %j is told as %j', (CallerIDNum, number) => {
    expect(translateAll([{ ...join, CallerIDNum }])[0]?.facts.number).toBe(number);
});

test("the PBX's own time goes before the time of receipt, and distinguishes one hold from the next", () => {
    const hold = { Event: 'Hold', Uniqueid: 'a.2', Timestamp: '1795402035.397214' };
    const events = translateAll([
        join,
        ring,
        connect,
        hold,
        { Event: 'Unhold', Uniqueid: 'a.2' },
        { ...hold, Timestamp: '1795402040.1' }
    ]);
    expect(events.slice(-3).map(({ key, at }) => [key, at])).toEqual([
        ['asterisk:a.2|legHeld|2026-11-23T02:47:15.397Z', '2026-11-23T02:47:15.397Z'],
        [`asterisk:a.2|legResumed|${AT}`, AT],
        ['asterisk:a.2|legHeld|2026-11-23T02:47:20.100Z', '2026-11-23T02:47:20.100Z']
    ]);
});

test('what a phone says of holding while its agent holds by click is no news', () => {
    const announce = (type: string) => ({
        Event: 'UserEvent',
        UserEvent: 'Softphone',
        Type: type,
        Call: 'c.1',
        Leg: 'a.2',
        Key: type
    });
    const story = storyOf(
        join,
        ring,
        connect,
        announce('legHeld'),
        { Event: 'Hold', Uniqueid: 'a.2' },
        { Event: 'Unhold', Uniqueid: 'a.2' },
        announce('legResumed'),
        { Event: 'Hold', Uniqueid: 'a.2' }
    );
    expect(story.slice(3)).toEqual(['legHeld 1001', 'legResumed 1001', 'legHeld 1001']);
});

test('counts what it ignores by name, and never under a name that someone made up', () => {
    const translation = newTranslation();
    translateAll([{ Event: 'VarSet' }, { Event: 'constructor' }, { Event: '5511987654321 <>' }, {}], translation);
    expect(translation.ignored).toEqual(['VarSet', 'constructor', 'other', 'other']);
});

test('never throws and always keeps the contract, whatever the messages hold', () => {
    const text = fc.oneof(
        fc.constantFrom('a.2', 'c.1', 'a.9', 'PJSIP/1001-2', 'Local/1002@x-1;2', 'Success', 'ANSWER', 'RecordingReady'),
        fc.string({ unit: 'binary', maxLength: 300 })
    );
    const events = fc.constantFrom(
        ...['QueueCallerJoin', 'QueueCallerAbandon', 'AgentCalled', 'AgentConnect', 'AgentRingNoAnswer', 'DialBegin'],
        ...['DialEnd', 'Hold', 'Unhold', 'BlindTransfer', 'AttendedTransfer', 'MixMonitorStart', 'UserEvent', 'Hangup']
    );
    const headers = fc.constantFrom(
        ...['Channel', 'Uniqueid', 'Linkedid', 'DestChannel', 'DestUniqueid', 'DestLinkedid', 'CallerIDNum', 'Queue'],
        ...[
            'Cause',
            'DialStatus',
            'Result',
            'TransfererUniqueid',
            'Extension',
            'UserEvent',
            'Name',
            'Format',
            'Timestamp'
        ]
    );
    const message = fc
        .tuple(events, fc.dictionary(headers, fc.oneof(text, fc.array(text)), { maxKeys: 12 }))
        .map(([Event, fields]): AmiMessage => ({ ...fields, Event }));
    fc.assert(
        fc.property(fc.array(message, { maxLength: 12 }), (messages) => {
            for (const event of translateAll(messages)) expect(callEventSchema.parse(event)).toEqual(event);
        }),
        { numRuns: 500 }
    );
    fc.assert(
        fc.property(fc.array(fc.object()), (messages) => {
            translateAll(messages as AmiMessage[]);
        })
    );
});

describe('a consult', () => {
    const phone = { Channel: 'PJSIP/1001-2', Uniqueid: 'a.2', Linkedid: 'c.1' };
    const asks = (dialled: string): AmiMessage[] => [
        { Event: 'Hold', ...phone },
        {
            Event: 'LocalBridge',
            LocalOneChannel: `Local/${dialled}@softphone-01;1`,
            LocalOneUniqueid: 'l.1',
            LocalOneLinkedid: 'c.1',
            Exten: dialled
        }
    ];
    const question = { Channel: 'Local/4002@softphone-01;2', Uniqueid: 'l.2', Linkedid: 'c.1', CallerIDNum: '1001' };
    const talking = [join, ring, connect];

    test('of a queue is no new caller, and giving it up does not abandon the customer', () => {
        const story = storyOf(
            ...talking,
            ...asks('4002'),
            { Event: 'QueueCallerJoin', Queue: 'vendas', ...question },
            { Event: 'AgentCalled', ...question, ...to('PJSIP/1003-5', 'a.5') },
            { Event: 'QueueCallerAbandon', ...question },
            hangup('l.1')
        );
        expect(story.slice(talking.length)).toEqual([
            'legHeld 1001',
            'consultStarted 1001',
            'legOffered 1003 consult',
            'consultEnded 1001'
        ]);
    });

    test('goes on when its Local channel steps aside for the phone behind it', () => {
        const stepsAside = { Event: 'LocalOptimizationBegin', LocalOneUniqueid: 'l.1', SourceUniqueid: 'o.7' };
        const before = [...talking, ...asks('911'), stepsAside, hangup('l.1')];
        expect(storyOf(...before).at(-1)).toBe('consultStarted 1001');
        expect(storyOf(...before, hangup('o.7')).at(-1)).toBe('consultEnded 1001');
    });

    test('a Local channel that leads to a member of the queue asks nobody', () => {
        const member = { Event: 'AgentCalled', ...caller, ...to('Local/1001@members-01;1', 'l.1') };
        expect(storyOf(join, member, ...asks('1001').slice(1))).not.toContain('consultStarted 1001');
    });

    test('keeps its key, and a second one has another', () => {
        const again = asks('1002').map((message) => ({ ...message, LocalOneUniqueid: 'l.9' }));
        const first = translateAll([...talking, ...asks('1002'), hangup('l.1'), ...again]);
        const keys = first.filter(({ type }) => type === 'consultStarted').map(({ key }) => key);
        expect(keys).toEqual(['asterisk:a.2|consultStarted|l.1', 'asterisk:a.2|consultStarted|l.9']);
    });
});

test('a phone that the PBX rings by itself, without a call that it handed over, is no call', () => {
    const rung = { Event: 'DialBegin', ...to('PJSIP/1001-8', 'x.8', 'x.8') };
    expect(storyOf(rung)).toEqual([]);
    expect(storyOf(join, ring, connect, rung)).toEqual(storyOf(join, ring, connect));
});
