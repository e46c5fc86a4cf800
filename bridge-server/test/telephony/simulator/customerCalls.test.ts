import { CommandRefused } from '../../../src/telephony/telephonyAdapter.ts';
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

const END = ['recordingReady', 'legEnded 1001 hungUp', 'callEnded'];

describe('a call for one agent', () => {
    test('is told from the ring to the recording', async () => {
        const callId = await stage.ring();
        expect(stage.news()).toEqual(['callArrived', 'legOffered 1001 offer']);
        await stage.command('1001', 'answer');
        expect(stage.news()).toEqual(['recordingStarted', 'legAnswered 1001']);
        await stage.command('1001', 'hangup');
        expect(stage.news()).toEqual(END);
        expect(stage.sink.events).toContainEqual(
            expect.objectContaining({ type: 'recordingReady', name: callId.replace(':', '-'), format: 'wav' })
        );
        expect(stage.sink.events[0]).toMatchObject({
            callId: expect.stringMatching(/^simulator:/),
            facts: { direction: 'inbound', number: '5511987654321', callerName: 'Maria da Silva', queue: null }
        });
    });

    test.each(['paused', 'offline', 'wrapUp'] as const)('rings whether or not the agent is %s', async (state) => {
        await stage.line.setPresence?.('1001', state === 'paused' ? { state, reason: 'Almoço' } : { state });
        await stage.ring();
        expect(stage.news()).toContain('legOffered 1001 offer');
    });

    test.each(['reject', 'hangup'] as const)('is over when the agent refuses it by %s', async (action) => {
        await stage.ring();
        stage.news();
        await stage.command('1001', action);
        expect(stage.news()).toEqual(['legEnded 1001 refused', 'callEnded']);
        await expect(stage.command('1001', 'answer')).rejects.toThrow(CommandRefused);
    });

    test('is abandoned after a minute, and has no recording', async () => {
        await stage.ring();
        stage.news();
        await stage.pass(59_999);
        expect(stage.news()).toEqual([]);
        await stage.pass(1);
        expect(stage.news()).toEqual(['callAbandoned', 'legEnded 1001 callerGone', 'callEnded']);
    });

    test('lasts as long as they talk', async () => {
        await stage.ring();
        await stage.command('1001', 'answer');
        stage.news();
        await stage.pass(3_600_000);
        expect(stage.news()).toEqual([]);
    });
});

describe('the customer hangs up', () => {
    test('while it rings: the call is abandoned', async () => {
        const callId = await stage.ring();
        stage.news();
        expect(await stage.line.hangUpCustomer(callId)).toBe(true);
        expect(stage.news()).toEqual(['callAbandoned', 'legEnded 1001 callerGone', 'callEnded']);
    });

    test('on hold, while a colleague is asked: everybody is off', async () => {
        await stage.signIn('1001', '1002');
        const callId = await stage.ring();
        await stage.command('1001', 'answer');
        await stage.command('1001', { action: 'consult', to: { kind: 'agent', extension: '1002' } });
        stage.news();
        await stage.line.hangUpCustomer(callId);
        expect(stage.news()).toEqual([
            'recordingReady',
            'legEnded 1001 hungUp',
            'legEnded 1002 callerGone',
            'callEnded'
        ]);
    });

    test('of a call that is over: there is nobody', async () => {
        const callId = await stage.ring();
        await stage.command('1001', 'reject');
        expect(await stage.line.hangUpCustomer(callId)).toBe(false);
        expect(await stage.line.hangUpCustomer('simulator:no-such-call')).toBe(false);
    });
});

test('the customers on the line are listed, the newest first', async () => {
    const first = await stage.ring();
    await stage.command('1001', 'answer');
    const second = await stage.ring({ number: null, name: null });
    expect(stage.line.customerCalls()).toEqual([
        { callId: second, number: null, name: null, state: 'waiting' },
        { callId: first, number: '5511987654321', name: 'Maria da Silva', state: 'talking' }
    ]);
    await stage.line.hangUpCustomer(second);
    expect(stage.line.customerCalls()).toMatchObject([{ callId: first }]);
});

describe('what cannot be stored', () => {
    test('is told again until it is, in its order', async () => {
        let failures = 2;
        stage.sink.obstruct(async () => {
            if (failures-- > 0) throw new Error('the store is away');
        });
        jest.useRealTimers();
        await stage.ring();
        expect(stage.news()).toEqual(['callArrived', 'legOffered 1001 offer']);
        expect(stage.sink.refusals).toBe(2);
    });

    test('for good is reported, and the rest goes on', async () => {
        const refused = Object.assign(new Error('no such event'), { retryable: false });
        let isFirst = true;
        stage.sink.obstruct(async () => {
            if (isFirst) throw ((isFirst = false), refused);
        });
        await stage.ring();
        expect(stage.errors).toEqual([refused]);
        expect(stage.news()).toEqual(['legOffered 1001 offer']);
    });
});

test('a line that starts says that the calls of an earlier run are gone', async () => {
    await stage.sink.until(({ snapshots }) => snapshots.length === 1);
    expect(stage.sink.snapshots).toEqual([[]]);
});

test('a line that stopped tells nothing more', async () => {
    await stage.ring();
    stage.news();
    await stage.line.stop();
    await stage.pass(120_000);
    expect(stage.news()).toEqual([]);
    expect(jest.getTimerCount()).toBe(0);
});
