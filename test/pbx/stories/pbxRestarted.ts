import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import type { Customer, Scene } from '../scene.ts';
import type { Softphone } from '../stack/softphone.ts';
import { expectOneCaseAndTask, expectToHearEachOther, takeCall } from './conversation.ts';

const AGENT = '1002';
const BACK_LIMIT_MS = 20_000;

/** With the PBX goes the call; what was said of it stays true. */
export const tellPbxRestarted = (scene: Scene, report: Report): Promise<void> =>
    tellStory('The PBX is killed during a call, and starts again', report, async (step) => {
        let bruno: Softphone;
        let customer: Customer;
        let call: CallView;

        await step('the call is over for the agent once the PBX is back', async () => {
            [bruno] = (await scene.onlyAvailable(AGENT)) as [Softphone];
            customer = await scene.callFromOutside('4001');
            call = await takeCall(scene, bruno, customer);
            await expectToHearEachOther(scene, customer, AGENT);
            await scene.pbx.kill();
            await scene.pbx.startAgain();
            await bruno.sees(({ legId, state }) => legId === call.legId && state === 'ended', BACK_LIMIT_MS);
        });

        await step('its Case and its Task are there', async () => {
            await expectOneCaseAndTask(scene, customer, AGENT);
        });

        await step('who was paused is paused in the queues of the PBX that knew nothing of it', async () => {
            await scene.onlyAvailable(AGENT);
        });

        await step('the next call is answered as ever', async () => {
            // the PBX said no farewell: whoever talked has to notice by themselves
            await Promise.allSettled([customer.hangUp(), scene.phones.at(AGENT).hangUp()]);
            const next = await scene.callFromOutside('4001');
            await takeCall(scene, bruno, next);
            await expectToHearEachOther(scene, next, AGENT);
            await next.hangUp();
            await expectOneCaseAndTask(scene, next, AGENT);
        });
    });
