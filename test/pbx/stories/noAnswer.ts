import { type Report, tellStory } from '../../../test/story.ts';
import type { Customer, Scene } from '../scene.ts';
import type { Softphone } from '../stack/softphone.ts';
import { expectOneCaseAndTask, firstToRing, takeCall } from './conversation.ts';

/** The queue rings for 8 s. */
const RING_LIMIT_MS = 20_000;

/** An agent who is not there keeps nobody waiting. */
export const tellNoAnswer = (scene: Scene, report: Report): Promise<void> =>
    tellStory('An agent does not answer, and a colleague does', report, async (step) => {
        let customer: Customer;
        let colleague: Softphone;

        await step('it rings out at the first agent, who sees that they missed it', async () => {
            const agents = await scene.onlyAvailable('1001', '1002');
            customer = await scene.callFromOutside('4001');
            const { softphone, call } = await firstToRing(agents, customer);
            colleague = agents.find((each) => each !== softphone) as Softphone;
            await softphone.sees(({ legId, result }) => legId === call.legId && result === 'missed', RING_LIMIT_MS);
        });

        await step('it rings at the colleague, who answers; Case and Task are theirs', async () => {
            await takeCall(scene, colleague, customer);
            await customer.hangUp();
            await expectOneCaseAndTask(scene, customer, colleague.extension);
        });
    });
