import assert from 'node:assert/strict';
import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import type { Customer, Scene } from '../scene.ts';
import type { Softphone } from '../stack/softphone.ts';
import { expectRecords } from './attendedTransfer.ts';
import { expectToHearEachOther, firstToRing, takeCall } from './conversation.ts';

/** An agent hands the customer over unasked: to a colleague, who sends them on to a queue. */
export const tellBlindTransfer = (scene: Scene, report: Report): Promise<void> =>
    tellStory('A customer is handed to a colleague, and on to a queue', report, async (step) => {
        let ana: Softphone;
        let bruno: Softphone;
        let customer: Customer;
        let call: CallView;
        let last: string;

        const hand = (who: Softphone, to: object) => who.command(call, 'blindTransfer', { to });

        await step('a target that the PBX does not know is refused, and the customer stays', async () => {
            [ana] = (await scene.onlyAvailable('1001')) as [Softphone];
            bruno = await scene.stack.softphone('1002');
            customer = await scene.callFromOutside('4001');
            call = await takeCall(scene, ana, customer);
            await assert.rejects(hand(ana, { kind: 'number', number: '7777' }), /no-such-target/);
            await expectToHearEachOther(scene, customer, '1001');
        });

        await step('the colleague has the customer, and the agent is free', async () => {
            await hand(ana, { kind: 'agent', extension: '1002' });
            await ana.sees(({ legId, result }) => legId === call.legId && result === 'answered');
            await scene.phones.at('1001').until('idle');
            call = await takeCall(scene, bruno, customer);
            await expectToHearEachOther(scene, customer, '1002');
        });

        await step('sent on to a queue, an agent of it takes them', async () => {
            const agents = await scene.onlyAvailable('1003', '1004');
            await hand(bruno, { kind: 'queue', name: 'vendas' });
            const { softphone } = await firstToRing(agents, customer);
            last = softphone.extension;
            await takeCall(scene, softphone, customer);
            await expectToHearEachOther(scene, customer, last);
        });

        await step('one Case, of who had them last, and a Task of each', async () => {
            await customer.hangUp();
            await expectRecords(scene, customer.announcedNumber, last, ['1001', '1002', last]);
        });
    });
