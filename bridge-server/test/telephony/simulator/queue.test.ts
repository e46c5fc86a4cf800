import { SIMULATOR_TIMINGS } from '../../../src/telephony/simulator/timings.ts';
import { openStage, type SimulatedStage, toAgent, toQueue } from './simulatedStage.ts';

let stage: SimulatedStage;

beforeEach(() => {
    jest.useFakeTimers();
    stage = openStage();
});
afterEach(async () => {
    await stage.line.stop();
    jest.useRealTimers();
});

const ringEverybody = () => stage.ring({ ring: 'everybody' });
const support = async () => (await stage.line.queues?.())?.find(({ name }) => name === 'Suporte');

test('rings at everybody who is available, and the first to answer has the call', async () => {
    await stage.signIn('1001', '1002', '1003');
    await stage.line.setPresence?.('1003', { state: 'paused', reason: 'Almoço' });
    await ringEverybody();
    expect(stage.news()).toEqual(['callArrived', 'legOffered 1001 offer', 'legOffered 1002 offer']);
    expect(stage.sink.events[0]?.facts.queue).toBe('Suporte');
    await stage.command('1002', 'answer');
    expect(stage.news()).toEqual(['recordingStarted', 'legAnswered 1002', 'legEnded 1001 answeredElsewhere']);
    await expect(stage.command('1001', 'answer')).rejects.toThrow('Um colega já atendeu esta ligação.');
    await stage.pass(60_000);
    expect(stage.news()).toEqual([]);
});

test('rings at nobody who left the queue, until they enter it again', async () => {
    await stage.signIn('1001', '1002');
    await stage.line.setQueueLogin?.('1001', 'Suporte', false);
    expect(await stage.line.queueLogins?.('1001')).toEqual([
        { name: 'Suporte', isIn: false, isFixed: false, waiting: 0, free: 1 },
        { name: 'Vendas', isIn: true, isFixed: false, waiting: 0, free: 2 }
    ]);
    await ringEverybody();
    expect(stage.news()).toEqual(['callArrived', 'legOffered 1002 offer']);
    await stage.line.setQueueLogin?.('1001', 'Suporte', true);
    await stage.pass(0);
    expect(stage.news()).toEqual(['legOffered 1001 offer']);
});

test('two who answer at the same moment: one has the call, the other is told', async () => {
    await stage.signIn('1001', '1002');
    await ringEverybody();
    const [first, second] = await Promise.allSettled([
        stage.command('1001', 'answer'),
        stage.command('1002', 'answer')
    ]);
    expect([first?.status, second?.status]).toEqual(['fulfilled', 'rejected']);
    expect(stage.news().filter((what) => what.startsWith('legAnswered'))).toEqual(['legAnswered 1001']);
});

test('waits for somebody to become available', async () => {
    await ringEverybody();
    expect(stage.news()).toEqual(['callArrived']);
    await stage.signIn('1002');
    await stage.pass(0);
    expect(stage.news()).toEqual(['legOffered 1002 offer']);
});

test('does not ring at whoever is on a call, and does when that is over', async () => {
    await stage.signIn('1001', '1002');
    await stage.ring({ agent: '1001' });
    await stage.command('1001', 'answer');
    await ringEverybody();
    expect(stage.news().slice(-2)).toEqual(['callArrived', 'legOffered 1002 offer']);
    const [first] = stage.sink.events;
    await stage.line.hangUpCustomer(first!.callId);
    await stage.pass(SIMULATOR_TIMINGS.breathMs - 1);
    expect(stage.news()).not.toContain('legOffered 1001 offer');
    await stage.pass(1);
    expect(stage.news()).toContain('legOffered 1001 offer');
});

test('does not ring at whoever wraps the call up that is over', async () => {
    await stage.signIn('1001');
    await stage.ring({ agent: '1001' });
    await stage.command('1001', 'answer');
    await ringEverybody();
    stage.news();
    await stage.line.hangUpCustomer(stage.sink.events[0]!.callId);
    await stage.line.setPresence!('1001', { state: 'wrapUp' });
    await stage.pass(SIMULATOR_TIMINGS.breathMs);
    expect(stage.news()).not.toContain('legOffered 1001 offer');
    await stage.line.setPresence!('1001', { state: 'available' });
    await stage.pass(0);
    expect(stage.news()).toContain('legOffered 1001 offer');
});

test('leaves whoever refused in peace', async () => {
    await stage.signIn('1001', '1002');
    await ringEverybody();
    stage.news();
    await stage.command('1001', 'reject');
    expect(stage.news()).toEqual(['legEnded 1001 refused']);
    await stage.pass(26_000);
    expect(stage.news()).toEqual(['legEnded 1002 noAnswer', 'legOffered 1002 offer']);
});

test('offers an unanswered call again after a while, until the customer gives up', async () => {
    await stage.signIn('1001');
    await ringEverybody();
    stage.news();
    await stage.pass(19_999);
    expect(stage.news()).toEqual([]);
    await stage.pass(1);
    expect(stage.news()).toEqual(['legEnded 1001 noAnswer']);
    await stage.pass(4_999);
    expect(stage.news()).toEqual([]);
    await stage.pass(1);
    expect(stage.news()).toEqual(['legOffered 1001 offer']);
    await stage.pass(35_000);
    expect(stage.news()).toEqual([
        'legEnded 1001 noAnswer',
        'legOffered 1001 offer',
        'callAbandoned',
        'legEnded 1001 callerGone',
        'callEnded'
    ]);
    expect(new Set(stage.sink.events.map(({ key }) => key)).size).toBe(stage.sink.events.length);
});

test('says who waits and who is free', async () => {
    await stage.signIn('1001', '1002');
    expect(await stage.line.queues?.()).toEqual([
        { name: 'Suporte', waiting: 0, free: 2 },
        { name: 'Vendas', waiting: 0, free: 2 }
    ]);
    await ringEverybody();
    await ringEverybody();
    expect(await support()).toMatchObject({ waiting: 2, free: 2 });
    await stage.command('1001', 'answer');
    expect(await support()).toMatchObject({ waiting: 1, free: 1 });
});

describe('a transfer to a queue', () => {
    beforeEach(async () => {
        await stage.signIn('1001', '1002');
        await stage.ring();
        await stage.command('1001', 'answer');
        stage.news();
    });

    test('is offered to the others of the queue, not to whoever handed it over', async () => {
        await stage.command('1001', { action: 'blindTransfer', to: toQueue('Vendas') });
        expect(stage.news()).toEqual(['legTransferred 1001 blind to Vendas', 'legOffered 1002 offer']);
        expect(await stage.line.queues?.()).toMatchObject([{ waiting: 0 }, { name: 'Vendas', waiting: 1 }]);
        await stage.command('1002', 'answer');
        expect(stage.news()).toEqual(['legAnswered 1002']);
    });

    test('that nobody takes ends when the customer has enough; who once was served does not abandon', async () => {
        await stage.line.setPresence?.('1002', { state: 'offline' });
        await stage.command('1001', { action: 'blindTransfer', to: toQueue('Vendas') });
        stage.news();
        await stage.pass(60_000);
        expect(stage.news()).toEqual(['recordingReady', 'callEnded']);
    });

    test('can be asked about first: the first of the queue to answer is who is asked', async () => {
        await stage.signIn('1003');
        await stage.command('1001', { action: 'consult', to: toQueue('Vendas') });
        expect(stage.news()).toEqual([
            'legHeld 1001',
            'consultStarted 1001',
            'legOffered 1002 consult',
            'legOffered 1003 consult'
        ]);
        await stage.command('1003', 'answer');
        expect(stage.news()).toEqual(['legAnswered 1003', 'legEnded 1002 answeredElsewhere', 'consultAnswered 1001']);
        await stage.command('1001', 'completeTransfer');
        expect(stage.news()).toEqual(['legTransferred 1001 attended to Vendas']);
        await stage.command('1003', 'hangup');
        expect(stage.news()).toEqual(['recordingReady', 'legEnded 1003 hungUp', 'callEnded']);
    });

    test('asked in vain: the consult is over, the customer still on hold', async () => {
        await stage.command('1001', { action: 'consult', to: toQueue('Vendas') });
        await stage.command('1002', 'reject');
        stage.news();
        await stage.pass(60_000);
        expect(stage.news()).toEqual(['consultEnded 1001']);
        await stage.command('1001', 'resume');
        expect(stage.news()).toEqual(['legResumed 1001']);
    });

    test('left while it rings there: the customer has whoever answers', async () => {
        await stage.command('1001', { action: 'consult', to: toQueue('Vendas') });
        await stage.command('1001', 'hangup');
        stage.news();
        await stage.command('1002', 'answer');
        expect(stage.news()).toEqual(['legAnswered 1002']);
        await stage.command('1002', 'hold');
        expect(stage.news()).toEqual(['legHeld 1002']);
    });
});

test('a colleague who is on a call is rung at all the same when asked by name', async () => {
    await stage.signIn('1001', '1002');
    await stage.ring({ agent: '1002' });
    await stage.command('1002', 'answer');
    await stage.ring();
    await stage.command('1001', 'answer');
    stage.news();
    await stage.command('1001', { action: 'blindTransfer', to: toAgent('1002') });
    expect(stage.news()).toEqual(['legTransferred 1001 blind to 1002', 'legOffered 1002 offer']);
    await stage.command('1002', 'answer');
    expect(stage.news()).toEqual(['legHeld 1002', 'legAnswered 1002']);
});
