import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { eventually } from '../../../bridge-server/test/support/eventually.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import { phoneToneOf } from '../asterisk/agentPhones.ts';
import type { Customer, Scene } from '../scene.ts';
import type { Tones } from '../sip/audio/tones.ts';
import type { Softphone } from '../stack/softphone.ts';
import { expectRecords } from './attendedTransfer.ts';
import { CALLER_HERTZ, expectToHearEachOther, takeCall } from './conversation.ts';

const [AGENT, COLLEAGUE] = ['1001', '1002'] as const;
const [AGENT_HERTZ, COLLEAGUE_HERTZ] = [AGENT, COLLEAGUE].map(phoneToneOf) as [number, number];
const EVERYBODY = [CALLER_HERTZ, AGENT_HERTZ, COLLEAGUE_HERTZ];

/** Agent, customer and colleague speak with one another; who began it leaves, and the others go on. */
export const tellConference = (scene: Scene, report: Report): Promise<void> =>
    tellStory('Three speak with one another, and the agent leaves', report, async (step) => {
        let ana: Softphone;
        let bruno: Softphone;
        let customer: Customer;
        let call: CallView;
        let asked: CallView;

        const hear = (at: { hears(): Tones }, ...who: readonly number[]) =>
            eventually(
                async () => at.hears().of(EVERYBODY),
                (heard) => heard.toSorted().join() === who.toSorted().join()
            );

        await step('the colleague who was asked is let in', async () => {
            [ana] = (await scene.onlyAvailable(AGENT)) as [Softphone];
            bruno = await scene.stack.softphone(COLLEAGUE);
            customer = await scene.callFromOutside('4001');
            call = await takeCall(scene, ana, customer);
            await ana.command(call, 'consult', { to: { kind: 'agent', extension: COLLEAGUE } });
            asked = await bruno.sees(({ callId, state }) => callId === call.callId && state === 'ringing');
            await scene.phones.at(COLLEAGUE).until('ringing');
            await bruno.command(asked, 'answer');
            await ana.sees(({ legId, consult }) => legId === call.legId && consult?.state === 'talking');
            await ana.command(call, 'conference');
            await ana.sees(({ legId, consult }) => legId === call.legId && consult?.state === 'joined');
            await bruno.sees(({ legId, state }) => legId === asked.legId && state === 'talking');
        });

        await step('each hears the other two', async () => {
            await hear(customer, AGENT_HERTZ, COLLEAGUE_HERTZ);
            await hear(scene.phones.at(AGENT), CALLER_HERTZ, COLLEAGUE_HERTZ);
            await hear(scene.phones.at(COLLEAGUE), CALLER_HERTZ, AGENT_HERTZ);
        });

        await step('the agent hangs up, and customer and colleague go on', async () => {
            await ana.command(call, 'hangup');
            await scene.phones.at(AGENT).until('idle');
            await expectToHearEachOther(scene, customer, COLLEAGUE);
        });

        await step('the colleague hangs up; one Case, of the colleague, and a Task of each', async () => {
            await bruno.command(asked, 'hangup');
            await customer.until('ended');
            await expectRecords(scene, customer.announcedNumber, COLLEAGUE, [AGENT, COLLEAGUE]);
        });
    });
