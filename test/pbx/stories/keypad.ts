import assert from 'node:assert/strict';
import { eventually } from '../../../bridge-server/test/support/eventually.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import type { Scene } from '../scene.ts';
import type { Softphone } from '../stack/softphone.ts';
import { takeCall } from './conversation.ts';

const AGENT = '1001';
const KEYS = '12#';

/** The keypad of the softphone, for a machine at the other end. */
export const tellKeypad = (scene: Scene, report: Report): Promise<void> =>
    tellStory('An agent presses keys in the softphone', report, async (step) => {
        await step('the other end receives them in their order, and the agent’s phone none', async () => {
            const [ana] = (await scene.onlyAvailable(AGENT)) as [Softphone];
            const customer = await scene.callFromOutside('4001');
            const call = await takeCall(scene, ana, customer);
            await ana.command(call, 'dtmf', { digits: KEYS });
            await eventually(
                async () => customer.digits(),
                (digits) => digits.length >= KEYS.length
            );
            assert.equal(customer.digits(), KEYS);
            assert.equal(scene.phones.at(AGENT).digits(), '');
        });
    });
