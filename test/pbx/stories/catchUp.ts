import assert from 'node:assert/strict';
import { type Report, tellStory } from '../../../test/story.ts';
import type { Customer, Scene } from '../scene.ts';
import { expectOneCaseAndTask, expectToHearEachOther } from './conversation.ts';

const AGENTS = ['1001', '1002', '1003'];
const RECOVERED = /Ligação recuperada do registro da central/;

/** Calls that lived and died while nobody listened are in the PBX's own log. */
export const tellCatchUp = (scene: Scene, report: Report): Promise<void> =>
    tellStory('The bridge is stopped, and three calls come and go', report, async (step) => {
        const calls: { readonly customer: Customer; readonly agent: string }[] = [];
        let livesOn: Customer;

        await step('the PBX goes on: agents answer at their phones', async () => {
            await scene.onlyAvailable(...AGENTS);
            await scene.stack.bridge.stop();
            for (let call = 0; call < AGENTS.length; call++) calls.push(await callThatComesAndGoes(scene));
        });

        await step('a fourth begins, and lasts until the bridge is back', async () => {
            livesOn = await scene.callFromOutside('4001');
            await answerAtThePhone(scene, livesOn);
            await scene.stack.bridge.startAgain();
        });

        await step(
            'the org has one Case and one Task of each, of the agent who answered, and says how it knows',
            async () => {
                for (const { customer, agent } of calls) {
                    const { task } = await expectOneCaseAndTask(scene, customer, agent);
                    assert.match(task.Description ?? '', RECOVERED);
                    assert.match(task.Description ?? '', /Gravação: http/);
                    assert.ok(task.CallDurationInSeconds <= 10, `${task.CallDurationInSeconds} s`);
                }
            }
        );

        await step('the call that lasted is a call like any other', async () => {
            const agent = AGENTS.find((each) => scene.phones.at(each).state() === 'talking') ?? '';
            await livesOn.hangUp();
            const { task } = await expectOneCaseAndTask(scene, livesOn, agent);
            assert.doesNotMatch(task.Description ?? '', RECOVERED);
        });

        await step('starting the bridge once more recovers nothing twice', async () => {
            await scene.stack.bridge.stop();
            await scene.stack.bridge.startAgain();
            await scene.onlyAvailable(...AGENTS);
            for (const { customer, agent } of calls) await expectOneCaseAndTask(scene, customer, agent);
        });
    });

async function callThatComesAndGoes(scene: Scene) {
    const customer = await scene.callFromOutside('4001');
    const agent = await answerAtThePhone(scene, customer);
    await customer.hangUp();
    await scene.phones.at(agent).until('idle');
    return { customer, agent };
}

/** Whoever's phone rings first answers it by hand. */
async function answerAtThePhone(scene: Scene, customer: Customer): Promise<string> {
    const agent = await Promise.any(
        AGENTS.map(async (each) => {
            await scene.phones.at(each).until('ringing');
            return each;
        })
    );
    await scene.phones.at(agent).answer();
    await expectToHearEachOther(scene, customer, agent);
    return agent;
}
