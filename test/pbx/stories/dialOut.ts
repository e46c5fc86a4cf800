import assert from 'node:assert/strict';
import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import { phoneToneOf } from '../asterisk/agentPhones.ts';
import type { Scene } from '../scene.ts';
import { startCustomers } from '../sip/startCustomers.ts';
import { readCallRecords } from '../stack/callRecords.ts';
import type { Softphone } from '../stack/softphone.ts';
import { expectRecords } from './attendedTransfer.ts';
import { expectToHear } from './conversation.ts';

const AGENT = '1001';
const AGENT_HERTZ = phoneToneOf(AGENT);
const CUSTOMER_HERTZ = 620;
const SILENT_HERTZ = 440;
const [REACHED, BUSY, UNKNOWN] = ['11912345671', '11912340000', '11912348888'] as const;

/** An agent calls customers from the softphone: their own phone picks up by itself, and then the customer's rings. */
export async function tellDialOut(scene: Scene, report: Report): Promise<void> {
    const { pbx, phones, stack, sipFolder } = scene;
    const { host, port } = pbx.carrierAddress;
    const address = { host: pbx.host, port: pbx.sipPort };
    const customers = await startCustomers({ pbx: address, address: host, port, folder: sipFolder });
    await tellStory('An agent calls a customer', report, async (step) => {
        let ana: Softphone;
        let call: CallView;

        async function dial(number: string): Promise<string> {
            const answer = await ana.request('POST', '/agent/calls', { number });
            assert.equal(answer.status, 201, await answer.clone().text());
            return ((await answer.json()) as { callId: string }).callId;
        }

        await step('a number that the PBX cannot dial is refused', async () => {
            [ana] = (await scene.onlyAvailable(AGENT)) as [Softphone];
            const answer = await ana.request('POST', '/agent/calls', { number: '7777' });
            assert.equal(answer.status, 409);
        });

        await step('a busy number and an unknown one: the agent is told, and their phone is free', async () => {
            for (const number of [BUSY, UNKNOWN]) {
                const callId = await dial(number);
                const ended = await ana.sees((each) => each.callId === callId && each.state === 'ended');
                assert.equal(ended.result, 'failed');
                await phones.at(AGENT).until('idle');
            }
        });

        await step('the customer answers, and both hear one another', async () => {
            const callId = await dial(REACHED);
            call = await ana.sees((each) => each.callId === callId && each.state === 'talking');
            const customer = await customers.called(REACHED);
            await expectToHear(customer, AGENT_HERTZ, SILENT_HERTZ);
            await expectToHear(phones.at(AGENT), CUSTOMER_HERTZ, SILENT_HERTZ);
        });

        await step(
            'the agent hangs up: one Case and one Task, both the agent’s, and none of who was not reached',
            async () => {
                await ana.command(call, 'hangup');
                await phones.at(AGENT).until('idle');
                await expectRecords(scene, `+55${REACHED}`, AGENT, [AGENT]);
                for (const number of [BUSY, UNKNOWN])
                    assert.deepEqual((await readCallRecords(stack.org, `+55${number}`)).cases, []);
            }
        );
    }).finally(() => customers.stop());
}
