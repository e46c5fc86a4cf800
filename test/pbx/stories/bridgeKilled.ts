import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { printBar } from '../../../bench/printBar.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import type { Customer, Scene } from '../scene.ts';
import type { Softphone } from '../stack/softphone.ts';
import { expectOneCaseAndTask, expectToHearEachOther, takeCall } from './conversation.ts';

const AGENT = '1002';
const AWAY_SECONDS = 10;

/** The PBX has the call: a bridge that dies takes nothing away. */
export async function tellBridgeKilled(scene: Scene, report: Report): Promise<void> {
    const right: string[] = [];
    await tellStory(`The bridge is killed during a call, and is away for ${AWAY_SECONDS} s`, report, async (step) => {
        let bruno: Softphone;
        let customer: Customer;
        let call: CallView;

        await step('customer and agent go on talking', async () => {
            [bruno] = (await scene.onlyAvailable(AGENT)) as [Softphone];
            customer = await scene.callFromOutside('4001');
            call = await takeCall(scene, bruno, customer);
            await scene.stack.bridge.kill();
            await expectToHearEachOther(scene, customer, AGENT);
            await wait(AWAY_SECONDS * 1_000);
            await expectToHearEachOther(scene, customer, AGENT);
            right.push('call');
        });

        await step('the bridge is back and knows the call: the agent hangs up by click', async () => {
            await scene.stack.bridge.startAgain();
            await hangUpOnceKnown(bruno, call);
            await customer.until('ended');
        });

        await step('Case and Task are as if nothing had been', async () => {
            const { opened, task } = await expectOneCaseAndTask(scene, customer, AGENT);
            assert.equal(opened.CallProtocol__c, call.protocol);
            assert.ok(task.Subject.includes(call.protocol), task.Subject);
            assert.ok(task.CallDurationInSeconds >= AWAY_SECONDS, `${task.CallDurationInSeconds} s`);
            right.push('Case', 'Task');
        });
    });
    printBar({
        name: `bridge dead for ${AWAY_SECONDS} s mid-call`,
        figure: right.join(', ') || 'nothing',
        goal: { equal: 'call, Case, Task' }
    });
}

const KNOWN_LIMIT_MS = 15_000;
const RETRY_MS = 200;

/** A bridge that has only just started may not have asked the PBX yet what is alive. */
async function hangUpOnceKnown(softphone: Softphone, call: CallView): Promise<void> {
    const deadline = Date.now() + KNOWN_LIMIT_MS;
    for (;;) {
        try {
            return await softphone.command(call, 'hangup');
        } catch (error) {
            if (Date.now() > deadline) throw error;
            await wait(RETRY_MS);
        }
    }
}
