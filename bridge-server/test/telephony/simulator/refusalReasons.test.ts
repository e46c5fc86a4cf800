import type { AgentCommand, RefusalReason } from '../../../src/contract/callActions.ts';
import { openStage, type SimulatedStage, toAgent, toNumber, toQueue } from './simulatedStage.ts';

const BUSY = '11 3456-0000';

let stage: SimulatedStage;

beforeEach(async () => {
    jest.useFakeTimers();
    stage = openStage();
    await stage.signIn('1001', '1002');
});
afterEach(async () => {
    await stage.line.stop();
    jest.useRealTimers();
});

const blindTransfer = (to: ReturnType<typeof toAgent>): AgentCommand => ({ action: 'blindTransfer', to });
const because = (reason: RefusalReason) => expect.objectContaining({ name: 'CommandRefused', reason }) as Error;

test.each<[RefusalReason, string, AgentCommand]>([
    ['own-extension', 'a transfer to oneself', blindTransfer(toAgent('1001'))],
    ['no-such-target', 'a transfer to a queue that is not there', blindTransfer(toQueue('Cobrança'))],
    ['no-such-target', 'a transfer to nothing that can be dialled', blindTransfer(toNumber('---'))],
    ['target-busy', 'a transfer to a busy number', blindTransfer(toNumber(BUSY))],
    ['not-ringing', 'an answer to a call that is talked on', { action: 'answer' }],
    ['not-possible-now', 'the end of a consult that never began', { action: 'cancelTransfer' }]
])('%s is why %s is refused', async (reason, _what, command) => {
    await stage.ring();
    await stage.command('1001', 'answer');

    await expect(stage.command('1001', command)).rejects.toEqual(because(reason));
});

test('own-extension is why nobody calls themselves', async () => {
    await expect(stage.line.dial?.('1001', '1001')).rejects.toEqual(because('own-extension'));
});

test.each<[RefusalReason, string, () => Promise<void>]>([
    ['not-ringing', 'a colleague has answered', () => stage.command('1002', 'answer')],
    ['call-over', 'the agent has refused', () => stage.command('1001', 'reject')]
])('%s is why a call cannot be answered any more that %s', async (reason, _what, goes) => {
    await stage.ring({ ring: 'everybody' });
    await goes();

    await expect(stage.command('1001', 'answer')).rejects.toEqual(because(reason));
});

test('not-possible-now is why a ringing call cannot be muted', async () => {
    await stage.ring();

    await expect(stage.command('1001', 'mute')).rejects.toEqual(because('not-possible-now'));
});
