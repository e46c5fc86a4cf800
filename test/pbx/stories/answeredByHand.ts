import assert from 'node:assert/strict';
import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { eventually } from '../../../bridge-server/test/support/eventually.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import type { Customer, Scene } from '../scene.ts';
import { PHONE_ONLY_AGENT } from '../stack/pbxEnvironment.ts';
import type { Softphone } from '../stack/softphone.ts';
import { expectOneCaseAndTask, expectToHearEachOther } from './conversation.ts';

const AGENT = '1001';

/** Not every telephone picks up when it is told to: its agent does, and all else is as ever. */
export const tellAnsweredByHand = (scene: Scene, report: Report): Promise<void> =>
    tellStory('Telephones that are answered by hand', report, async (step) => {
        let customer: Customer;

        /** Until it rings at the agent, whose telephone does too. */
        async function ringAt(extension: string, dialled: string): Promise<{ softphone: Softphone; call: CallView }> {
            const [softphone] = (await scene.onlyAvailable(extension)) as [Softphone];
            customer = await scene.callFromOutside(dialled);
            const call = await softphone.sees(({ number, state }) => number === customer.number && state === 'ringing');
            await scene.phones.at(extension).until('ringing');
            return { softphone, call };
        }
        async function answerAndEnd(extension: string, softphone: Softphone, { legId }: CallView): Promise<void> {
            await scene.phones.at(extension).answer();
            const talking = await softphone.sees((each) => each.legId === legId && each.state === 'talking');
            await expectToHearEachOther(scene, customer, extension);
            await softphone.command(talking, 'hangup');
            await customer.until('ended');
            await expectOneCaseAndTask(scene, customer, extension);
        }

        await step('where the bridge knows it, no click is offered, and none is taken', async () => {
            const agent = await scene.stack.softphone(PHONE_ONLY_AGENT);
            assert.equal((await agent.request('PUT', '/agent/queues/vendas', { isIn: true })).status, 204);
            const { softphone, call } = await ringAt(PHONE_ONLY_AGENT, '4002');
            assert.deepEqual([call.actions.includes('answer'), call.actions.includes('reject')], [false, true]);
            await assert.rejects(softphone.command(call, 'answer'), /409.*not-capable/);
            assert.equal(scene.phones.at(PHONE_ONLY_AGENT).state(), 'ringing');
            await answerAndEnd(PHONE_ONLY_AGENT, softphone, call);
            assert.equal((await agent.request('PUT', '/agent/queues/vendas', { isIn: false })).status, 204);
        });

        await step('a telephone that ignores the click goes on ringing, and is answered', async () => {
            const phone = scene.phones.at(AGENT);
            phone.obeyTalk(false);
            try {
                const { softphone, call } = await ringAt(AGENT, '4001');
                await softphone.command(call, 'answer');
                await eventually(
                    async () => phone.ignoredTalks(),
                    (ignored) => ignored > 0
                );
                assert.equal(phone.state(), 'ringing');
                assert.ok(softphone.calls().some(({ legId, state }) => legId === call.legId && state === 'ringing'));
                await answerAndEnd(AGENT, softphone, call);
            } finally {
                phone.obeyTalk(true);
            }
        });
    });
