import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { eventually } from '../../../bridge-server/test/support/eventually.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import { phoneToneOf } from '../asterisk/agentPhones.ts';
import { MUSIC_HERTZ } from '../asterisk/layOutRunFolder.ts';
import type { Customer, Scene } from '../scene.ts';
import type { Softphone } from '../stack/softphone.ts';
import { CALLER_HERTZ, expectToHear, expectToHearEachOther, takeCall } from './conversation.ts';

const AGENT = '1002';

/** Mute by click, also together with hold. */
export const tellMute = (scene: Scene, report: Report): Promise<void> =>
    tellStory('An agent is muted by click', report, async (step) => {
        let bruno: Softphone;
        let customer: Customer;
        let call: CallView;
        const isSo = (condition: (view: CallView) => boolean) =>
            bruno.sees((each) => each.legId === call.legId && condition(each));

        await step('the customer hears nothing, the agent goes on hearing', async () => {
            [bruno] = (await scene.onlyAvailable(AGENT)) as [Softphone];
            customer = await scene.callFromOutside('4001');
            call = await takeCall(scene, bruno, customer);
            await expectToHearEachOther(scene, customer, AGENT);
            await bruno.command(call, 'mute');
            await isSo(({ muted }) => muted);
            await expectSilence(customer);
            await expectToHear(scene.phones.at(AGENT), CALLER_HERTZ, MUSIC_HERTZ);
        });

        await step('held and resumed meanwhile, the agent is still muted', async () => {
            await bruno.command(call, 'hold');
            await isSo(({ state }) => state === 'held');
            await expectToHear(customer, MUSIC_HERTZ, phoneToneOf(AGENT));
            await bruno.command(call, 'resume');
            await isSo(({ state, muted }) => state === 'talking' && muted);
            await expectSilence(customer);
        });

        await step('unmuted, both hear each other', async () => {
            await bruno.command(call, 'unmute');
            await isSo(({ muted }) => !muted);
            await expectToHearEachOther(scene, customer, AGENT);
        });
    });

const expectSilence = (customer: Customer): Promise<boolean> =>
    eventually(
        async () => customer.hears().silent,
        (silent) => silent
    );
