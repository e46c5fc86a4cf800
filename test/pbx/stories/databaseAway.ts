import assert from 'node:assert/strict';
import { type Report, tellStory } from '../../../test/story.ts';
import type { Customer, Scene } from '../scene.ts';
import type { Softphone } from '../stack/softphone.ts';
import { expectOneCaseAndTask, expectToHearEachOther, takeCall } from './conversation.ts';

const AGENT = '1001';
const AWAY_MS = 6_000;

/** What the PBX tells meanwhile waits in the bridge, in its order. */
export const tellDatabaseAway = (scene: Scene, report: Report): Promise<void> =>
    tellStory(`PostgreSQL crashes during a call, and is away for ${AWAY_MS / 1_000} s`, report, async (step) => {
        let before: Customer;
        let meanwhile: Customer;

        await step('the call ends, and another one comes and goes, while nothing can be stored', async () => {
            const [ana] = (await scene.onlyAvailable(AGENT)) as [Softphone];
            before = await scene.callFromOutside('4001');
            await takeCall(scene, ana, before);
            await expectToHearEachOther(scene, before, AGENT);
            let isBack = false;
            const back = scene.stack.crashDatabase(AWAY_MS).then(() => {
                isBack = true;
            });
            try {
                await before.hangUp();
                await scene.phones.at(AGENT).until('idle');
                meanwhile = await scene.callFromOutside('4001');
                await scene.phones.at(AGENT).until('ringing');
                await scene.phones.at(AGENT).answer();
                await expectToHearEachOther(scene, meanwhile, AGENT);
                await meanwhile.hangUp();
                await scene.phones.at(AGENT).until('idle');
                assert.equal(isBack, false, 'PostgreSQL was back before the calls were over');
            } finally {
                await back;
            }
        });

        await step('both have one Case and one Task, of the agent who talked', async () => {
            for (const customer of [before, meanwhile]) await expectOneCaseAndTask(scene, customer, AGENT);
        });

        await step('the next call is answered by click as ever', async () => {
            const [ana] = (await scene.onlyAvailable(AGENT)) as [Softphone];
            const next = await scene.callFromOutside('4001');
            const call = await takeCall(scene, ana, next);
            await ana.command(call, 'hangup');
            await next.until('ended');
            await expectOneCaseAndTask(scene, next, AGENT);
        });
    });
