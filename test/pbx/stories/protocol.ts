import assert from 'node:assert/strict';
import { eventually } from '../../../bridge-server/test/support/eventually.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import type { Scene } from '../scene.ts';
import { expectOneCaseAndTask, takeCall } from './conversation.ts';

const AGENT = '1001';

/** One number for the customer, the PBX and Salesforce, whoever gave it. */
export const tellProtocol = (scene: Scene, report: Report): Promise<void> =>
    tellStory('The protocol is the same everywhere', report, async (step) => {
        await step('what the dial plan gave stands in Case and Task', async () => {
            const [ana] = await scene.onlyAvailable(AGENT);
            assert.ok(ana);
            const customer = await scene.callFromOutside('4004');
            const call = await takeCall(scene, ana, customer);
            assert.equal(call.protocol, `SAC-${call.callId.replace('asterisk:', '')}`);
            await customer.hangUp();
            const { opened, task } = await expectOneCaseAndTask(scene, customer, AGENT);
            assert.equal(opened.CallProtocol__c, call.protocol);
            assert.ok(task.Subject.includes(call.protocol), task.Subject);
        });

        await step('what the bridge issued is set on the channel', async () => {
            const [ana] = await scene.onlyAvailable(AGENT);
            assert.ok(ana);
            const customer = await scene.callFromOutside('4001');
            const call = await takeCall(scene, ana, customer);
            assert.match(call.protocol, /^\d{14}$/);
            await eventually(
                () => variablesOf(scene, call.callId.replace('asterisk:', '')),
                (variables) => variables.includes(`PROTOCOLO=${call.protocol}`)
            );
            await customer.hangUp();
        });
    });

/** What the PBX shows of the channel with this Uniqueid. */
async function variablesOf({ pbx }: Scene, uniqueid: string): Promise<string> {
    const channels = (await pbx.console('core show channels concise')).split('\n');
    const name = channels.find((line) => line.endsWith(uniqueid))?.split('!')[0] ?? '';
    return pbx.console(`core show channel ${name}`);
}
