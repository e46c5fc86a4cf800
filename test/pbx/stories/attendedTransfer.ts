import assert from 'node:assert/strict';
import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { eventually } from '../../../bridge-server/test/support/eventually.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import { phoneToneOf } from '../asterisk/agentPhones.ts';
import { MUSIC_HERTZ } from '../asterisk/layOutRunFolder.ts';
import type { Customer, Scene } from '../scene.ts';
import { readCallRecords } from '../stack/callRecords.ts';
import type { Softphone } from '../stack/softphone.ts';
import { CALLER_HERTZ, expectToHear, expectToHearEachOther, takeCall } from './conversation.ts';

const [AGENT, COLLEAGUE] = ['1001', '1002'] as const;
const [AGENT_HERTZ, COLLEAGUE_HERTZ] = [AGENT, COLLEAGUE].map(phoneToneOf) as [number, number];
const TO_COLLEAGUE = { to: { kind: 'agent', extension: COLLEAGUE } };

/** An agent asks a colleague before handing the customer over. */
export const tellAttendedTransfer = (scene: Scene, report: Report): Promise<void> =>
    tellStory('An agent asks a colleague, and hands the customer over', report, async (step) => {
        let ana: Softphone;
        let bruno: Softphone;
        let customer: Customer;
        let call: CallView;
        let asked: CallView;

        const phone = scene.phones.at(COLLEAGUE);
        const ask = async () => {
            await ana.command(call, 'consult', TO_COLLEAGUE);
            asked = await bruno.sees(({ callId, state }) => callId === call.callId && state === 'ringing');
            assert.equal(asked.kind, 'consult');
            await phone.until('ringing');
        };
        const isBack = () =>
            ana.sees(({ legId, state, consult }) => legId === call.legId && state === 'talking' && !consult);

        await step('the agent talks with the customer', async () => {
            [ana] = (await scene.onlyAvailable(AGENT)) as [Softphone];
            bruno = await scene.stack.softphone(COLLEAGUE);
            customer = await scene.callFromOutside('4001');
            call = await takeCall(scene, ana, customer);
        });

        await step('asked, the colleague refuses: the agent is with the customer again', async () => {
            await ask();
            await expectToHear(customer, MUSIC_HERTZ, AGENT_HERTZ);
            await bruno.command(asked, 'reject');
            await isBack();
            await expectToHearEachOther(scene, customer, AGENT);
        });

        await step('asked again, the two speak while the customer hears music', async () => {
            await ask();
            await bruno.command(asked, 'answer');
            await ana.sees(({ legId, consult }) => legId === call.legId && consult?.state === 'talking');
            await expectToHear(phone, AGENT_HERTZ, CALLER_HERTZ);
            await expectToHear(scene.phones.at(AGENT), COLLEAGUE_HERTZ, CALLER_HERTZ);
            await expectToHear(customer, MUSIC_HERTZ, COLLEAGUE_HERTZ);
        });

        await step('the agent goes back to the customer', async () => {
            await ana.command(call, 'cancelTransfer');
            await isBack();
            await phone.until('idle');
            await expectToHearEachOther(scene, customer, AGENT);
        });

        await step('a third time, the customer is handed over', async () => {
            await ask();
            await bruno.command(asked, 'answer');
            await ana.sees(({ legId, consult }) => legId === call.legId && consult?.state === 'talking');
            await ana.command(call, 'completeTransfer');
            await bruno.sees(({ legId, state }) => legId === asked.legId && state === 'talking');
            await scene.phones.at(AGENT).until('idle');
            await expectToHearEachOther(scene, customer, COLLEAGUE);
        });

        await step('one Case, of the colleague, and a Task of each', async () => {
            await customer.hangUp();
            await expectRecords(scene, customer.announcedNumber, COLLEAGUE, [AGENT, COLLEAGUE]);
        });
    });

/** One Case and its owner, and a Task of each of these agents. */
export async function expectRecords(
    { stack: { org } }: Scene,
    number: string,
    owner: string,
    agents: readonly string[]
): Promise<void> {
    const { cases, tasks } = await eventually(
        () => readCallRecords(org, number),
        (records) => records.tasks.length >= agents.length
    );
    assert.equal(cases.length, 1);
    assert.equal(cases[0]?.OwnerId, org.userIdOf(owner));
    const owners = agents.map((agent) => org.userIdOf(agent));
    assert.deepEqual(tasks.map(({ OwnerId }) => OwnerId).toSorted(), owners.toSorted());
}
