import { agentActionSchema } from '../../../src/contract/callActions.ts';
import { createSimulatorAdapter } from '../../../src/telephony/simulator/simulatorAdapter.ts';
import { describeAdapterContract } from '../adapterContract.ts';
import type { AdapterStage } from '../adapterStage.ts';
import { RecordingSink } from '../asterisk/recordingSink.ts';

async function openStage(): Promise<AdapterStage> {
    const [agent, colleague] = ['1001', '1002'];
    const sink = new RecordingSink();
    const adapter = createSimulatorAdapter({
        now: () => new Date(),
        onError: (error) => {
            throw error;
        },
        timings: { playedAnswerMs: 1, playedTalkMs: 1 }
    });
    adapter.start(sink);
    for (const each of [agent, colleague]) await adapter.setPresence?.(each, { state: 'available' });
    return {
        ...{ adapter, sink, agent, colleague },
        number: '+551134567890',
        ring: () => adapter.placeCall({ number: '5511987654321', name: 'Maria da Silva', agent, ring: 'me' }),
        customerHangsUp: async (callId) => void (await adapter.hangUpCustomer(callId)),
        close: () => adapter.stop()
    };
}

describeAdapterContract('the simulated line', openStage, agentActionSchema.options, [
    'dial',
    'queues',
    'setPresence',
    'queueLogins'
]);
