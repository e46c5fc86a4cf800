import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { eventually } from '../../../bridge-server/test/support/eventually.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import { phoneToneOf } from '../asterisk/agentPhones.ts';
import { MUSIC_HERTZ } from '../asterisk/layOutRunFolder.ts';
import type { Customer, Scene } from '../scene.ts';
import type { Softphone } from '../stack/softphone.ts';
import { expectToHear, expectToHearEachOther, takeCall } from './conversation.ts';

const AGENT = '1001';

/** Hold and resume by click: what the customer hears, and that nobody is left with music. */
export const tellHold = (scene: Scene, report: Report): Promise<void> =>
    tellStory('An agent puts a customer on hold by click', report, async (step) => {
        let ana: Softphone;
        let customer: Customer;
        let call: CallView;
        const isIn = (state: CallView['state']) =>
            ana.sees((each) => each.legId === call.legId && each.state === state);

        await step('the customer hears music and nothing of the agent, who hears nothing', async () => {
            [ana] = (await scene.onlyAvailable(AGENT)) as [Softphone];
            customer = await scene.callFromOutside('4001');
            call = await takeCall(scene, ana, customer);
            await expectToHearEachOther(scene, customer, AGENT);
            await ana.command(call, 'hold');
            await isIn('held');
            await expectToHearMusic(scene, customer);
        });

        await step('resumed, both hear each other', async () => {
            await ana.command(call, 'resume');
            await isIn('talking');
            await expectToHearEachOther(scene, customer, AGENT);
        });

        await step('the music goes on while the bridge is away, and the bridge that comes back ends it', async () => {
            await ana.command(call, 'hold');
            await isIn('held');
            await scene.stack.bridge.kill();
            await expectToHearMusic(scene, customer);
            await scene.stack.bridge.startAgain();
            await eventually(
                () => ana.command(call, 'resume').catch((error: Error) => error.message),
                (refused) => refused === undefined
            );
            await expectToHearEachOther(scene, customer, AGENT);
        });

        await step('a customer who hangs up on hold leaves no music behind', async () => {
            await ana.command(call, 'hold');
            await isIn('held');
            await customer.hangUp();
            await isIn('ended');
            await expectNoMusic(scene);
        });

        await step('nor does an agent who hangs up', async () => {
            customer = await scene.callFromOutside('4001');
            call = await takeCall(scene, ana, customer);
            await ana.command(call, 'hold');
            await isIn('held');
            await ana.command(call, 'hangup');
            await isIn('ended');
            await expectNoMusic(scene);
        });
    });

async function expectToHearMusic(scene: Scene, customer: Customer): Promise<void> {
    await expectToHear(customer, MUSIC_HERTZ, phoneToneOf(AGENT));
    await eventually(
        async () => scene.phones.at(AGENT).hears().silent,
        (silent) => silent
    );
}

async function expectNoMusic({ pbx }: Scene): Promise<void> {
    await eventually(
        () => pbx.console('core show channels concise'),
        (living) => !living.includes('Snoop/')
    );
}
