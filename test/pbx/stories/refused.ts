import assert from 'node:assert/strict';
import { type Report, tellStory } from '../../../test/story.ts';
import type { Customer, Scene } from '../scene.ts';
import type { Softphone } from '../stack/softphone.ts';
import { expectOneCaseAndTask, expectToHearEachOther, firstToRing, takeCall } from './conversation.ts';

/** Who refuses a call does not lose it: a colleague gets it, and with it the Case. */
export const tellRefused = (scene: Scene, report: Report): Promise<void> =>
    tellStory('An agent refuses, and a colleague answers', report, async (step) => {
        let customer: Customer;
        let refuser: Softphone;
        let colleague: Softphone;

        await step('the first agent refuses by click, and it stops ringing there', async () => {
            const agents = await scene.onlyAvailable('1001', '1002');
            customer = await scene.callFromOutside('4001');
            const first = await firstToRing(agents, customer);
            refuser = first.softphone;
            colleague = agents.find((each) => each !== refuser) as Softphone;
            await refuser.command(first.call, 'reject');
            await refuser.sees(({ legId, result }) => legId === first.call.legId && result === 'refused');
            await scene.phones.at(refuser.extension).until('idle');
        });

        await step('the colleague answers, and talks with the customer', async () => {
            await takeCall(scene, colleague, customer);
            await expectToHearEachOther(scene, customer, colleague.extension);
        });

        await step('the customer hangs up; Case and Task are the colleague’s', async () => {
            await customer.hangUp();
            assert.equal(customer.endedBy(), 'us');
            await expectOneCaseAndTask(scene, customer, colleague.extension);
        });
    });
