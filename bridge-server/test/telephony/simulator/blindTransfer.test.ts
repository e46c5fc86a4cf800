import { openStage, type SimulatedStage, toAgent, toNumber, toQueue } from './simulatedStage.ts';

let stage: SimulatedStage;

const NUMBER = '11 3456-7890';
const BUSY = '11 3456-0000';
const SILENT = '11 3456-9999';

beforeEach(async () => {
    jest.useFakeTimers();
    stage = openStage();
    await stage.signIn('1001', '1002');
    await stage.ring();
    await stage.command('1001', 'answer');
    stage.news();
});
afterEach(async () => {
    await stage.line.stop();
    jest.useRealTimers();
});

const consult = (to = toAgent('1002')) => stage.command('1001', { action: 'consult', to });
const blindTransfer = (to = toAgent('1002')) => stage.command('1001', { action: 'blindTransfer', to });

describe('a blind transfer', () => {
    test('rings at the colleague, who has the customer on answering', async () => {
        await blindTransfer();
        expect(stage.news()).toEqual(['legTransferred 1001 blind to 1002', 'legOffered 1002 offer']);
        await stage.command('1002', 'answer');
        await stage.command('1002', 'hangup');
        expect(stage.news()).toEqual(['legAnswered 1002', 'recordingReady', 'legEnded 1002 hungUp', 'callEnded']);
    });

    test.each([
        ['refuses', () => stage.command('1002', 'reject'), 'refused'],
        ['lets it ring', () => stage.pass(20_000), 'noAnswer']
    ])('ends the call when the colleague %s', async (_what, does, reason) => {
        await blindTransfer();
        stage.news();
        await does();
        expect(stage.news()).toEqual(['recordingReady', `legEnded 1002 ${reason}`, 'callEnded']);
    });

    test.each([
        ['an agent who is not signed in', toAgent('1042'), '1042'],
        ['a number', toNumber(NUMBER), NUMBER]
    ])('to %s is taken by the line, which hangs up in the end', async (_whom, to, name) => {
        await blindTransfer(to);
        expect(stage.news()).toEqual([`legTransferred 1001 blind to ${name}`]);
        await stage.pass(16_999);
        expect(stage.news()).toEqual([]);
        await stage.pass(1);
        expect(stage.news()).toEqual(['recordingReady', 'callEnded']);
    });

    test('to a busy number is refused, and nothing changes', async () => {
        await expect(blindTransfer(toNumber(BUSY))).rejects.toThrow(`O número ${BUSY} está ocupado.`);
        expect(stage.news()).toEqual([]);
        await stage.command('1001', 'hold');
        expect(stage.news()).toEqual(['legHeld 1001']);
    });

    test('to a number where nobody answers ends the call', async () => {
        await blindTransfer(toNumber(SILENT));
        stage.news();
        await stage.pass(20_000);
        expect(stage.news()).toEqual(['recordingReady', 'callEnded']);
    });

    test('to the extension of a colleague, typed as a number, rings there', async () => {
        await blindTransfer(toNumber('1002'));
        expect(stage.news()).toContain('legOffered 1002 offer');
    });
});

test.each([
    ['themselves', toAgent('1001'), 'Este é o seu próprio ramal.'],
    ['a queue that is not there', toQueue('Cobrança'), 'A fila Cobrança não existe.'],
    ['a number without digits', toNumber('---'), 'Digite um número de telefone ou um ramal.']
])('an agent cannot transfer to %s', async (_whom, to, words) => {
    await expect(blindTransfer(to)).rejects.toThrow(words);
    await expect(consult(to)).rejects.toThrow(words);
    expect(stage.news()).toEqual([]);
});
