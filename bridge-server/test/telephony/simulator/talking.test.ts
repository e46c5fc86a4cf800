import { openStage, type SimulatedStage, toNumber } from './simulatedStage.ts';

let stage: SimulatedStage;
let callId: string;

beforeEach(async () => {
    jest.useFakeTimers();
    stage = openStage();
    callId = await stage.ring();
    await stage.command('1001', 'answer');
    stage.news();
});
afterEach(async () => {
    await stage.line.stop();
    jest.useRealTimers();
});

test.each([
    ['hold', 'resume', 'legHeld 1001', 'legResumed 1001'],
    ['mute', 'unmute', 'legMuted 1001', 'legUnmuted 1001'],
    ['pauseRecording', 'resumeRecording', 'recordingPaused', 'recordingResumed']
] as const)('%s and %s as often as the agent likes', async (on, off, isOn, isOff) => {
    for (let times = 0; times < 3; times++) {
        await stage.command('1001', on);
        await stage.command('1001', on);
        await stage.command('1001', off);
        await stage.command('1001', off);
    }
    expect(stage.news()).toEqual([isOn, isOff, isOn, isOff, isOn, isOff]);
    expect(new Set(stage.sink.events.map(({ key }) => key)).size).toBe(stage.sink.events.length);
});

test('the customer hears the keys, and only them', async () => {
    await stage.command('1001', { action: 'dtmf', digits: '12' });
    await stage.command('1001', { action: 'dtmf', digits: '#' });
    expect(stage.line.digitsHeard(callId)).toBe('12#');
    expect(stage.news()).toEqual([]);
    await stage.command('1001', 'hold');
    await expect(stage.command('1001', { action: 'dtmf', digits: '3' })).rejects.toThrow('Ninguém ouve as teclas');
    expect(stage.line.digitsHeard(callId)).toBe('12#');
});

test('a number that is asked hears them too', async () => {
    await stage.command('1001', { action: 'consult', to: toNumber('0800 123 4567') });
    await stage.pass(2_000);
    await stage.command('1001', { action: 'dtmf', digits: '9' });
    expect(stage.line.digitsHeard(callId)).toBe('9');
});

test('who takes another call puts the first on hold, and who goes back to it the other', async () => {
    await stage.ring();
    stage.news();
    await stage.command('1001', 'answer');
    expect(stage.news()).toEqual(['legHeld 1001', 'recordingStarted', 'legAnswered 1001']);
    const { legId } = stage.sink.events.find((event) => 'legId' in event && event.callId === callId) as {
        legId: string;
    };
    await stage.line.command({ action: 'resume', callId, legId, agent: '1001' });
    expect(stage.news()).toEqual(['legHeld 1001', 'legResumed 1001']);
});

test('a ringing telephone cannot be muted, held or typed on', async () => {
    await stage.ring({ agent: '1002' });
    stage.news();
    for (const action of ['mute', 'hold', 'pauseRecording', 'resumeRecording'] as const)
        await expect(stage.command('1002', action)).rejects.toThrow(/^[A-ZÀ-Ú].*\.$/);
    await expect(stage.command('1002', { action: 'dtmf', digits: '1' })).rejects.toThrow('Ninguém ouve as teclas');
    expect(stage.news()).toEqual([]);
});

test('nobody commands the leg of another', async () => {
    const { legId } = stage.sink.events.find((event) => 'legId' in event) as { legId: string };
    await expect(stage.line.command({ action: 'hangup', callId, legId, agent: '1002' })).rejects.toThrow('terminou');
});
