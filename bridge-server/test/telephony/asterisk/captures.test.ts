import { callEventSchema } from '../../../src/contract/callEvent.ts';
import { translateEvent } from '../../../src/telephony/asterisk/translateEvent.ts';
import { readCapture } from '../../../tools/replay/readCapture.ts';
import { captureFile } from './captureFile.ts';
import { newTranslation } from './newTranslation.ts';
import { tell } from './tellStory.ts';

const AT = '2026-11-23T12:00:00.000Z';

const ARRIVES = ['callArrived', 'recordingStarted', 'legOffered 1001 offer'];
const ANSWERED = [...ARRIVES, 'legAnswered 1001', 'recordingReady', 'legEnded 1001 hungUp', 'callEnded'];

const STORIES: Record<string, string[]> = {
    'ami-queue-answered.jsonl': ANSWERED,
    'ami-queue-answered.raw.txt': ANSWERED,
    'ami-queue-recording.jsonl': ANSWERED,
    'ami-queue-abandoned.jsonl': [
        ...ARRIVES,
        'callAbandoned',
        'legEnded 1001 callerGone',
        'recordingReady',
        'callEnded'
    ],
    'ami-queue-rejected-by-softphone.jsonl': [
        ...ARRIVES,
        'legEnded 1001 refused',
        'legOffered 1002 offer',
        'legAnswered 1002',
        'legEnded 1002 hungUp',
        'recordingReady',
        'callEnded'
    ],
    'ami-queue-hold-unhold.jsonl': [
        ...ARRIVES,
        'legAnswered 1001',
        'legHeld 1001',
        'legResumed 1001',
        'legEnded 1001 hungUp',
        'recordingReady',
        'callEnded'
    ],
    'ami-queue-blind-transfer.jsonl': [
        ...ARRIVES,
        'legAnswered 1001',
        'legTransferred 1001 blind to 1002',
        'legEnded 1001 transferred',
        'legOffered 1002 offer',
        'legAnswered 1002',
        'recordingReady',
        'legEnded 1002 hungUp',
        'callEnded'
    ],
    'ami-queue-attended-transfer.jsonl': [
        ...ARRIVES,
        'legAnswered 1001',
        'legHeld 1001',
        'consultStarted 1001',
        'legOffered 1002 consult',
        'legAnswered 1002',
        'consultAnswered 1001',
        'legTransferred 1001 attended to 1002',
        'legEnded 1001 transferred',
        'legEnded 1002 hungUp',
        'recordingReady',
        'callEnded'
    ],
    // the PBX says nothing of a hold that is made by snooping; the caller's channel goes before the agent's
    'ami-queue-snoop-hold.jsonl': [...ARRIVES, 'legAnswered 1001', 'recordingReady', 'callEnded'],
    'ami-softphone-blind-to-queue.jsonl': [
        'callArrived',
        'recordingStarted',
        'legOffered 1003 offer',
        'legAnswered 1003',
        'legTransferred 1003 blind to vendas',
        'legEnded 1003 transferred',
        'legOffered 1004 offer',
        'legAnswered 1004',
        'legEnded 1004 hungUp',
        'recordingReady',
        'callEnded'
    ],
    'ami-softphone-conference.jsonl': [
        'callArrived',
        'recordingStarted',
        'legOffered 1001 offer',
        'legAnswered 1001',
        'legHeld 1001',
        'consultStarted 1001',
        'legOffered 1002 consult',
        'legAnswered 1002',
        'consultAnswered 1001',
        'conferenceStarted 1001',
        'legEnded 1001 hungUp',
        'recordingReady',
        'legEnded 1002 hungUp',
        'callEnded'
    ],
    'ami-softphone-consult-cancelled.jsonl': [
        'callArrived',
        'recordingStarted',
        'legOffered 1003 offer',
        'legAnswered 1003',
        'legHeld 1003',
        'consultStarted 1003',
        'legOffered 1002 consult',
        'legAnswered 1002',
        'consultAnswered 1003',
        'legResumed 1003',
        'legEnded 1002 hungUp',
        'consultEnded 1003',
        'recordingReady',
        'legEnded 1003 hungUp',
        'callEnded'
    ],
    'ami-softphone-consult-completed.jsonl': [
        'callArrived',
        'recordingStarted',
        'legOffered 1002 offer',
        'legAnswered 1002',
        'legHeld 1002',
        'consultStarted 1002',
        'legOffered 1001 consult',
        'legAnswered 1001',
        'consultAnswered 1002',
        'legTransferred 1002 attended to 1001',
        'legEnded 1002 transferred',
        'recordingReady',
        'callEnded'
    ],
    'ami-softphone-consult-queue.jsonl': [
        'callArrived',
        'recordingStarted',
        'legOffered 1004 offer',
        'legAnswered 1004',
        'legHeld 1004',
        'consultStarted 1004',
        'legOffered 1003 consult',
        'legAnswered 1003',
        'consultAnswered 1004',
        'legTransferred 1004 attended to vendas',
        'legEnded 1004 transferred',
        'recordingReady',
        'callEnded'
    ],
    'ami-softphone-consult-refused.jsonl': [
        'callArrived',
        'recordingStarted',
        'legOffered 1004 offer',
        'legAnswered 1004',
        'legHeld 1004',
        'consultStarted 1004',
        'legOffered 1002 consult',
        'legEnded 1002 refused',
        'legResumed 1004',
        'consultEnded 1004',
        'legEnded 1004 hungUp',
        'recordingReady',
        'callEnded'
    ],
    'ami-softphone-dial-answered.jsonl': [
        'callDialled 1001',
        'recordingStarted',
        'legAnswered 1001',
        'recordingReady',
        'legEnded 1001 hungUp',
        'callEnded'
    ],
    'ami-softphone-dial-busy.jsonl': [
        'callDialled 1001',
        'recordingStarted',
        'recordingReady',
        'legEnded 1001 busy',
        'callEnded'
    ],
    'ami-softphone-dial-colleague.jsonl': [
        'callDialled 1001',
        'legOffered 1002 offer',
        'legAnswered 1002',
        'legAnswered 1001',
        'legEnded 1002 hungUp',
        'legEnded 1001 hungUp',
        'callEnded'
    ],
    'ami-softphone-dial-phone-busy.jsonl': ['callDialled 1001', 'legEnded 1001 busy', 'callEnded'],
    'ami-softphone-transfer-called-back.jsonl': [
        'callArrived',
        'recordingStarted',
        'legOffered 1003 offer',
        'legAnswered 1003',
        'legHeld 1003',
        'consultStarted 1003',
        'legOffered 1002 consult',
        'legTransferred 1003 attended to 1002',
        'legEnded 1002 refused',
        'legOffered 1003 offer',
        'legAnswered 1003',
        'legEnded 1003 transferred',
        'recordingReady',
        'legEnded 1003 hungUp',
        'callEnded'
    ],
    'ami-queue-outbound.jsonl': ['callDialled 1001', 'legAnswered 1001', 'legEnded 1001 hungUp', 'callEnded']
};

async function translateCapture(name: string, length = Infinity) {
    const translation = newTranslation();
    const capture = await readCapture(captureFile(name));
    const events = capture.slice(0, length).flatMap(({ message }) => translateEvent(message, AT, translation));
    return { events, translation };
}

test.each(Object.entries(STORIES))('%s tells its story', async (name, story) => {
    const { events, translation } = await translateCapture(name);
    expect(events.map(tell)).toEqual(story);
    expect([...translation.calls.all()]).toEqual([]);
    expect(translation.ignored).toContain('Newstate');
});

test.each(Object.keys(STORIES))('every event of %s keeps the contract and names one call', async (name) => {
    const { events } = await translateCapture(name);
    for (const event of events) expect(callEventSchema.parse(event)).toEqual(event);
    expect(new Set(events.map(({ callId }) => callId)).size).toBe(1);
    expect(new Set(events.map(({ key }) => key)).size).toBe(events.length);
});

test('tells who called whom', async () => {
    const { events } = await translateCapture('ami-queue-answered.jsonl');
    expect(events[0]).toEqual({
        type: 'callArrived',
        key: 'asterisk:pbx1-1795402035.0|callArrived',
        callId: 'asterisk:pbx1-1795402035.0',
        at: AT,
        facts: { direction: 'inbound', number: '5511987654321', callerName: 'Maria da Silva', queue: 'suporte' }
    });
    expect(events).toContainEqual(
        expect.objectContaining({ type: 'recordingReady', name: 'rec-pbx1-1795402035.0', format: 'wav' })
    );
    const outbound = await translateCapture('ami-queue-outbound.jsonl');
    expect(outbound.events[0]).toMatchObject({
        callId: 'asterisk:out-1795400875380',
        legId: 'asterisk:out-1795400875380',
        facts: { direction: 'outbound', number: '5511912345678' }
    });
});

test('names whom an agent asks and hands over to as the agent did', async () => {
    const { events } = await translateCapture('ami-softphone-consult-queue.jsonl');
    const asked = { to: { kind: 'queue', name: 'vendas' } };
    expect(events).toContainEqual(expect.objectContaining({ type: 'consultStarted', ...asked }));
    // by the keys of the telephone, only what was dialled is known
    const byKeys = await translateCapture('ami-queue-attended-transfer.jsonl');
    const dialled = { to: { kind: 'number', number: '1002' } };
    expect(byKeys.events).toContainEqual(expect.objectContaining({ type: 'consultStarted', ...dialled }));
});

test('a call that the softphone dialled has the number as it was asked for', async () => {
    const { events } = await translateCapture('ami-softphone-dial-answered.jsonl');
    for (const { facts } of events) expect(facts).toMatchObject({ direction: 'outbound', number: '+5511912345678' });
});

test('a repeated event has the key of the first', async () => {
    const { events } = await translateCapture('ami-queue-attended-transfer.jsonl');
    const again = await translateCapture('ami-queue-attended-transfer.jsonl');
    expect(again.events.map(({ key }) => key)).toEqual(events.map(({ key }) => key));
});

test('a capture that was cut in half leaves the call open', async () => {
    const { events, translation } = await translateCapture('ami-queue-answered.jsonl', 90);
    expect(events.map(tell)).toEqual([...ARRIVES, 'legAnswered 1001']);
    expect([...translation.calls.all()].map(({ callId }) => callId)).toEqual(['asterisk:pbx1-1795402035.0']);
});
