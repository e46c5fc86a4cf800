import { openStage, type SimulatedStage, toAgent, toNumber } from './simulatedStage.ts';

let stage: SimulatedStage;
let callId: string;

const NUMBER = '11 3456-7890';
const BUSY = '11 3456-0000';
const SILENT = '11 3456-9999';

beforeEach(async () => {
    jest.useFakeTimers();
    stage = openStage();
    await stage.signIn('1001', '1002');
    callId = await stage.ring();
    await stage.command('1001', 'answer');
    stage.news();
});
afterEach(async () => {
    await stage.line.stop();
    jest.useRealTimers();
});

const consult = (to = toAgent('1002'), agent = '1001') => stage.command(agent, { action: 'consult', to });

describe('a consult', () => {
    const STARTED = ['legHeld 1001', 'consultStarted 1001', 'legOffered 1002 consult'];

    test('leads to a transfer', async () => {
        await consult();
        expect(stage.news()).toEqual(STARTED);
        await stage.command('1002', 'answer');
        expect(stage.news()).toEqual(['legAnswered 1002', 'consultAnswered 1001']);
        await stage.command('1001', 'completeTransfer');
        expect(stage.news()).toEqual(['legTransferred 1001 attended to 1002']);
        await stage.command('1002', 'hold');
        await stage.command('1002', 'hangup');
        expect(stage.news()).toEqual(['legHeld 1002', 'recordingReady', 'legEnded 1002 hungUp', 'callEnded']);
    });

    test('who hangs up during it leaves the customer with the colleague', async () => {
        await consult();
        await stage.command('1002', 'answer');
        stage.news();
        await stage.command('1001', 'hangup');
        expect(stage.news()).toEqual(['legTransferred 1001 attended to 1002']);
    });

    test('leads back to the customer', async () => {
        await consult();
        await stage.command('1002', 'answer');
        stage.news();
        await stage.command('1001', 'cancelTransfer');
        expect(stage.news()).toEqual(['legEnded 1002 hungUp', 'consultEnded 1001', 'legResumed 1001']);
    });

    test('given up while it rings: the colleague missed it', async () => {
        await consult();
        stage.news();
        await stage.command('1001', 'cancelTransfer');
        expect(stage.news()).toEqual(['legEnded 1002 callerGone', 'consultEnded 1001', 'legResumed 1001']);
    });

    test.each([
        ['refuses', () => stage.command('1002', 'reject'), 'refused'],
        ['lets it ring', () => stage.pass(20_000), 'noAnswer']
    ])('is over when the colleague %s, and the customer stays on hold', async (_what, does, reason) => {
        await consult();
        stage.news();
        await does();
        expect(stage.news()).toEqual([`legEnded 1002 ${reason}`, 'consultEnded 1001']);
        await stage.command('1001', 'resume');
        expect(stage.news()).toEqual(['legResumed 1001']);
    });

    test('is over when the colleague hangs up', async () => {
        await consult();
        await stage.command('1002', 'answer');
        stage.news();
        await stage.command('1002', 'hangup');
        expect(stage.news()).toEqual(['legEnded 1002 hungUp', 'consultEnded 1001']);
    });

    test.each([
        ['an agent who is not signed in', toAgent('1042'), '1042'],
        ['a number', toNumber(NUMBER), NUMBER]
    ])('with %s is answered by the line', async (_whom, to, name) => {
        await consult(to);
        expect(stage.news()).toEqual(['legHeld 1001', 'consultStarted 1001']);
        await stage.pass(2_000);
        expect(stage.news()).toEqual(['consultAnswered 1001']);
        await stage.pass(60_000);
        await stage.command('1001', 'completeTransfer');
        expect(stage.news()).toEqual([`legTransferred 1001 attended to ${name}`]);
        await stage.pass(15_000);
        expect(stage.news()).toEqual(['recordingReady', 'callEnded']);
    });

    test('with a busy number is over at once, with a silent one after the ring', async () => {
        await consult(toNumber(BUSY));
        stage.news();
        await stage.pass(2_000);
        expect(stage.news()).toEqual(['consultEnded 1001']);
        await consult(toNumber(SILENT));
        stage.news();
        await stage.pass(20_000);
        expect(stage.news()).toEqual(['consultEnded 1001']);
    });

    test('an answer that comes after the agent gave up is nobody’s', async () => {
        await consult(toNumber(NUMBER));
        await stage.command('1001', 'cancelTransfer');
        stage.news();
        await stage.pass(60_000);
        expect(stage.news()).toEqual([]);
    });

    test('keeps the customer on hold who was there already', async () => {
        await stage.command('1001', 'hold');
        stage.news();
        await consult();
        expect(stage.news()).toEqual(STARTED.slice(1));
    });

    test('can be passed on by whoever has the customer then', async () => {
        await stage.signIn('1003');
        await consult();
        await stage.command('1002', 'answer');
        await stage.command('1001', 'completeTransfer');
        stage.news();
        await consult(toAgent('1003'), '1002');
        await stage.command('1003', 'answer');
        await stage.command('1002', 'completeTransfer');
        expect(stage.news().at(-1)).toBe('legTransferred 1002 attended to 1003');
    });
});

describe('a conference', () => {
    beforeEach(async () => {
        await consult();
        await stage.command('1002', 'answer');
        stage.news();
        await stage.command('1001', 'conference');
    });

    test('goes on without who called it', async () => {
        expect(stage.news()).toEqual(['conferenceStarted 1001']);
        await stage.command('1001', 'hangup');
        expect(stage.news()).toEqual(['legEnded 1001 hungUp']);
        await stage.command('1002', 'hangup');
        expect(stage.news()).toEqual(['recordingReady', 'legEnded 1002 hungUp', 'callEnded']);
    });

    test('goes on without the colleague', async () => {
        stage.news();
        await stage.command('1002', 'hangup');
        expect(stage.news()).toEqual(['legEnded 1002 hungUp', 'consultEnded 1001']);
        await consult();
        expect(stage.news()).toEqual(['legHeld 1001', 'consultStarted 1001', 'legOffered 1002 consult']);
    });

    test('is no place for another transfer', async () => {
        for (const agent of ['1001', '1002'])
            await expect(consult(toAgent('1003'), agent)).rejects.toThrow(/consulta|conferência/);
    });

    test('ends for all with the customer', async () => {
        stage.news();
        await stage.line.hangUpCustomer(callId);
        expect(stage.news()).toEqual(['recordingReady', 'legEnded 1001 hungUp', 'legEnded 1002 hungUp', 'callEnded']);
    });
});

test('whom the line plays stays with the customer when the agent leaves the conference', async () => {
    await consult(toNumber(NUMBER));
    await stage.pass(2_000);
    await stage.command('1001', 'conference');
    stage.news();
    await stage.pass(60_000);
    await stage.command('1001', 'hangup');
    expect(stage.news()).toEqual(['legEnded 1001 hungUp']);
    await stage.pass(15_000);
    expect(stage.news()).toEqual(['recordingReady', 'callEnded']);
});

test('what makes no sense now is refused, and nothing changes', async () => {
    for (const action of ['completeTransfer', 'cancelTransfer', 'conference', 'answer', 'reject'] as const)
        await expect(stage.command('1001', action)).rejects.toThrow(/^[A-ZÀ-Ú].*\.$/);
    await consult();
    stage.news();
    for (const action of ['conference', 'resume'] as const)
        await expect(stage.command('1001', action)).rejects.toThrow(/^[A-ZÀ-Ú].*\.$/);
    await stage.command('1002', 'answer');
    stage.news();
    for (const action of ['hold', 'resume', 'pauseRecording'] as const)
        await expect(stage.command('1002', action)).rejects.toThrow('Você ainda não está com o cliente.');
    expect(stage.news()).toEqual([]);
});
