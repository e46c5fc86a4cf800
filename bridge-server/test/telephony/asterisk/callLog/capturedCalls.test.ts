import type { Call } from '../../../../src/calls/call.ts';
import type { CallEvent } from '../../../../src/contract/callEvent.ts';
import { recoverCall } from '../../../../src/telephony/asterisk/callLog/recoverCall.ts';
import { newTranslation } from '../newTranslation.ts';
import { CallBook, CAPTURED_CALLS, type CapturedCall, eventsSeen, recordsOf } from './callCaptures.ts';

/** The log has no holds. */
const isHold = ({ type }: CallEvent): boolean => type === 'legHeld' || type === 'legResumed';

/** A channel's hang-up is logged, told and seen some milliseconds apart. */
const SAME_MOMENT_MS = 50;

function callsOf(events: readonly CallEvent[]): Call[] {
    const book = new CallBook();
    for (const event of events) book.store(event);
    return book.all;
}

const withoutTimes = (calls: readonly Call[]): unknown =>
    JSON.parse(JSON.stringify(calls, (_key, value: unknown) => (isInstant(value) ? 'a time' : value)));

const timesOf = (calls: readonly Call[]): number[] =>
    (JSON.stringify(calls).match(INSTANTS) ?? []).map((instant) => Date.parse(instant));

const INSTANTS = /20\d\d-\d\d-\d\dT[\d:.]+Z/g;
const isInstant = (value: unknown): boolean => typeof value === 'string' && value.search(INSTANTS) === 0;

const recovered = async (name: CapturedCall): Promise<Call[]> =>
    callsOf(recoverCall(await recordsOf(name), newTranslation().agentOf));

const seen = (name: CapturedCall): Call[] => callsOf(eventsSeen(name).filter((event) => !isHold(event)));

describe.each(CAPTURED_CALLS)('%s, from the log', (name) => {
    test('is the call that was seen live', async () => {
        expect(withoutTimes(await recovered(name))).toEqual(withoutTimes(seen(name)));
    });

    test('has its times', async () => {
        const live = timesOf(seen(name));
        const fromLog = timesOf(await recovered(name));
        expect(fromLog).toHaveLength(live.length);
        fromLog.forEach((time, at) => expect(Math.abs(time - (live[at] ?? 0))).toBeLessThan(SAME_MOMENT_MS));
    });

    test('has no event that the live call had not', async () => {
        const keys = new Set(eventsSeen(name).map(({ key }) => key));
        const events = recoverCall(await recordsOf(name), newTranslation().agentOf);
        expect(events.map(({ key }) => key).filter((key) => !keys.has(key))).toEqual([]);
    });
});

test.each<[CapturedCall, string[]]>([
    ['queue-answered', ['inbound ended', '1001 answered, hungUp']],
    ['queue-no-answer', ['inbound ended', '1003 noAnswer', '1002 answered, hungUp']],
    ['queue-refused', ['inbound ended', '1003 refused', '1002 answered, hungUp']],
    ['queue-busy-member', ['inbound ended', '1004 busy', '1002 answered, hungUp']],
    ['queue-abandoned', ['inbound abandoned', '1003 callerGone']],
    ['queue-ring-all', ['inbound ended', '1003 answeredElsewhere', '1002 answered, hungUp']],
    ['queue-local-member', ['inbound ended', '1002 answered, hungUp']],
    ['blind-transfer', ['inbound ended', '1001 answered, transferred to 1002', '1002 answered, hungUp']],
    ['attended-transfer', ['inbound ended', '1001 answered, transferred to 1002', '1002 answered, hungUp']],
    ['direct-answered', ['inbound ended', '1002 answered, hungUp']],
    ['direct-busy', ['inbound ended', '1004 busy']],
    ['outbound-answered', ['outbound ended', '1001 answered, hungUp']],
    ['outbound-originated', ['outbound ended', '1001 answered, hungUp']],
    ['outbound-busy', ['outbound ended', '1001 busy']],
    ['agent-to-agent', ['internal ended', '1002 answered, hungUp']],
    ['ivr-only', []],
    ['queue-takes-nobody', []]
])('%s is recovered with its story', async (name, story) => {
    expect((await recovered(name)).flatMap(tellCall)).toEqual(story);
});

test('whom a customer was handed to is known also when the PBX was too late to log it', async () => {
    const records = (await recordsOf('attended-transfer')).map((record) =>
        record.event === 'ATTENDEDTRANSFER'
            ? {
                  ...record,
                  extra: {
                      ...record.extra,
                      transfer_target_channel_name: 'N/A',
                      transfer_target_channel_uniqueid: 'N/A'
                  }
              }
            : record
    );
    const events = recoverCall(records, newTranslation().agentOf);
    expect(events.find(({ type }) => type === 'legTransferred')).toMatchObject({ mode: 'attended', to: '1002' });
});

const tellCall = ({ direction, abandonedAt, endedAt, legs }: Call): string[] => [
    `${direction} ${abandonedAt ? 'abandoned' : endedAt ? 'ended' : 'open'}`,
    ...legs.map(
        ({ agent, answeredAt, endReason, transfer }) =>
            `${agent} ${answeredAt ? 'answered, ' : ''}${endReason}${transfer ? ` to ${transfer.to}` : ''}`
    )
];
