import { type Report, tellStory } from '../../../test/story.ts';
import type { Customer, Scene } from '../scene.ts';
import type { Softphone } from '../stack/softphone.ts';
import { expectToHear } from './conversation.ts';
import { MUSIC_HERTZ } from '../asterisk/layOutRunFolder.ts';

const AGENT = '1001';

/** Who gives up leaves nothing in Salesforce; the last story of all looks whether it stayed so. */
export const tellAbandoned = (scene: Scene, report: Report): Promise<void> =>
    tellStory('A customer gives up before anybody answers', report, async (step) => {
        let ana: Softphone;
        let customer: Customer;

        await step('the customer waits with music while it rings at the agent', async () => {
            [ana] = (await scene.onlyAvailable(AGENT)) as [Softphone];
            customer = await scene.callFromOutside('4001');
            await ana.sees(({ number, state }) => number === customer.number && state === 'ringing');
            await expectToHear(customer, MUSIC_HERTZ, 500);
        });

        await step('the customer hangs up, and the agent sees that the call was abandoned', async () => {
            await customer.abandon();
            await ana.sees(({ number, result }) => number === customer.number && result === 'abandoned');
            await scene.phones.at(AGENT).until('idle');
            scene.leavesNothing(customer);
        });
    });
