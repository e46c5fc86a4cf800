import { openStage, type SimulatedStage } from './simulatedStage.ts';

let stage: SimulatedStage;

beforeEach(() => {
    jest.useFakeTimers();
    stage = openStage();
});
afterEach(async () => {
    await stage.line.stop();
    jest.useRealTimers();
});

const dial = (number: string, agent = '1001') => stage.line.dial!(agent, number);

describe('a number', () => {
    test('is answered after it rang', async () => {
        const callId = await dial('+5511987654321');
        expect(stage.news()).toEqual(['callDialled 1001']);
        expect(stage.sink.events[0]).toMatchObject({
            callId,
            facts: { direction: 'outbound', number: '+5511987654321', queue: null }
        });
        await stage.pass(2_000);
        expect(stage.news()).toEqual(['recordingStarted', 'legAnswered 1001']);
        expect(stage.line.customerCalls()).toMatchObject([{ callId, state: 'talking' }]);
        await stage.command('1001', 'hangup');
        expect(stage.news()).toEqual(['recordingReady', 'legEnded 1001 hungUp', 'callEnded']);
    });

    test.each([
        ['is busy', '+551134560000', 2_000, 'busy'],
        ['does not answer', '+551134569999', 20_000, 'noAnswer']
    ])('%s', async (_what, number, afterMs, reason) => {
        await dial(number);
        await stage.pass(afterMs - 1);
        expect(stage.news()).toEqual(['callDialled 1001']);
        await stage.pass(1);
        expect(stage.news()).toEqual([`legEnded 1001 ${reason}`, 'callEnded']);
    });

    test('that the agent gives up is told so, and answers no more', async () => {
        await dial('+5511987654321');
        stage.news();
        await stage.command('1001', 'hangup');
        expect(stage.news()).toEqual(['legEnded 1001 hungUp', 'callEnded']);
        await stage.pass(60_000);
        expect(stage.news()).toEqual([]);
    });

    test('puts the call under way on hold', async () => {
        await stage.ring();
        await stage.command('1001', 'answer');
        stage.news();
        await dial('190');
        expect(stage.news()).toEqual(['legHeld 1001', 'callDialled 1001']);
    });
});

describe('a colleague', () => {
    beforeEach(() => stage.signIn('1001', '1002'));

    test('is rung at, and both are in the call', async () => {
        await dial('1002');
        expect(stage.news()).toEqual(['callDialled 1001', 'legOffered 1002 offer']);
        expect(stage.sink.events[0]?.facts).toMatchObject({ direction: 'internal', number: '1002' });
        expect(stage.line.customerCalls()).toEqual([]);
        await stage.command('1002', 'answer');
        expect(stage.news()).toEqual(['recordingStarted', 'legAnswered 1002', 'legAnswered 1001']);
        await stage.command('1002', 'hangup');
        expect(stage.news()).toEqual(['recordingReady', 'legEnded 1002 hungUp', 'legEnded 1001 hungUp', 'callEnded']);
    });

    test.each([
        ['refuses', () => stage.command('1002', 'reject'), 'refused', 'busy'],
        ['lets it ring', () => stage.pass(20_000), 'noAnswer', 'noAnswer']
    ])('who %s', async (_what, does, reason, told) => {
        await dial('1002');
        stage.news();
        await does();
        expect(stage.news()).toEqual([`legEnded 1002 ${reason}`, `legEnded 1001 ${told}`, 'callEnded']);
    });

    test('who is called in vain missed it', async () => {
        await dial('1002');
        stage.news();
        await stage.command('1001', 'hangup');
        expect(stage.news()).toEqual(['legEnded 1001 hungUp', 'legEnded 1002 callerGone', 'callEnded']);
    });

    test('who is not signed in is played', async () => {
        const callId = await dial('1042');
        await stage.pass(2_000);
        expect(stage.news()).toEqual(['callDialled 1001', 'recordingStarted', 'legAnswered 1001']);
        expect(stage.sink.events[0]?.facts.direction).toBe('internal');
        expect(await stage.line.hangUpCustomer(callId)).toBe(false);
    });

    test('can be handed on as any other call', async () => {
        await stage.signIn('1003');
        await dial('1002');
        await stage.command('1002', 'answer');
        stage.news();
        await stage.command('1002', { action: 'blindTransfer', to: { kind: 'agent', extension: '1003' } });
        await stage.command('1003', 'answer');
        expect(stage.news()).toEqual([
            'legTransferred 1002 blind to 1003',
            'legOffered 1003 offer',
            'legAnswered 1003'
        ]);
        await stage.command('1001', 'hangup');
        expect(stage.news()).toEqual(['recordingReady', 'legEnded 1001 hungUp', 'legEnded 1003 hungUp', 'callEnded']);
    });
});

test('nobody calls themselves', async () => {
    await expect(dial('1001')).rejects.toThrow('Este é o seu próprio ramal.');
    expect(stage.news()).toEqual([]);
});
