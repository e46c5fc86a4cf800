import assert from 'node:assert/strict';
import type { QueueLogins } from '../../../bridge-server/src/contract/queueLogin.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import type { Customer, Scene } from '../scene.ts';
import type { Softphone } from '../stack/softphone.ts';
import { takeCall } from './conversation.ts';

/** In no queue by the PBX's configuration. */
const AGENT = '1005';
/** In both, by the PBX's configuration. */
const FIXED = '1003';

/** An agent enters a queue, takes its call, and leaves it. */
export const tellQueueLogin = (scene: Scene, report: Report): Promise<void> =>
    tellStory('An agent enters a queue and leaves it', report, async (step) => {
        let agent: Softphone;
        let customer: Customer;

        const put = (softphone: Softphone, name: string, isIn: boolean) =>
            softphone.request('PUT', `/agent/queues/${name}`, { isIn });
        const queueOf = async (softphone: Softphone, name: string) => {
            const { queues } = (await (await softphone.request('GET', '/agent/queues')).json()) as QueueLogins;
            return queues.find((queue) => queue.name === name);
        };
        const membersOf = () => scene.pbx.console('queue show vendas');

        await step('the queues that are allowed are shown, and where an agent is fixed', async () => {
            agent = await scene.stack.softphone(AGENT);
            const fixed = await scene.stack.softphone(FIXED);
            const sales = await queueOf(agent, 'vendas');
            assert.deepEqual([sales?.isIn, sales?.isFixed, sales?.waiting], [false, false, 0]);
            assert.equal((await queueOf(fixed, 'vendas'))?.isFixed, true);
            assert.equal(await queueOf(agent, 'carga'), undefined);
            assert.equal((await put(fixed, 'vendas', false)).status, 409);
            assert.equal((await put(agent, 'carga', true)).status, 409);
        });

        await step('an agent on a break enters, and is paused there from the first moment', async () => {
            await scene.onlyAvailable();
            assert.equal((await put(agent, 'vendas', true)).status, 204);
            assert.equal((await put(agent, 'vendas', true)).status, 204);
            assert.match(await membersOf(), /PJSIP\/1005.*\(paused/);
            assert.equal((await queueOf(agent, 'vendas'))?.isIn, true);
        });

        await step('once available, its calls ring at the agent', async () => {
            await scene.onlyAvailable(AGENT);
            customer = await scene.callFromOutside('4002');
            const call = await takeCall(scene, agent, customer);
            assert.equal(call.queue, 'vendas');
            await agent.command(call, 'hangup');
            await customer.until('ended');
        });

        await step('who left is no member any more, and is left alone', async () => {
            assert.equal((await put(agent, 'vendas', false)).status, 204);
            assert.equal((await put(agent, 'vendas', false)).status, 204);
            assert.doesNotMatch(await membersOf(), /PJSIP\/1005/);
            assert.equal((await queueOf(agent, 'vendas'))?.isIn, false);
        });
    });
