import assert from 'node:assert/strict';
import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import { phoneToneOf } from '../asterisk/agentPhones.ts';
import type { Customer, Scene } from '../scene.ts';
import { startCustomers } from '../sip/startCustomers.ts';
import type { Softphone } from '../stack/softphone.ts';
import { expectRecords } from './attendedTransfer.ts';
import {
    CALLER_HERTZ,
    expectOneCaseAndTask,
    expectToHear,
    expectToHearEachOther,
    firstToRing,
    takeCall
} from './conversation.ts';

const OUTSIDE = '11912345672';
const OUTSIDE_HERTZ = 620;

/** An agent hands the customer over unasked: to a colleague, who sends them on to a queue; or outside. */
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

        await step('another customer is handed to a number outside, and the agent is free', async () => {
            const { pbx, sipFolder } = scene;
            const { host, port } = pbx.carrierAddress;
            const address = { host: pbx.host, port: pbx.sipPort };
            const outside = await startCustomers({ pbx: address, address: host, port, folder: sipFolder });
            try {
                [ana] = (await scene.onlyAvailable('1001')) as [Softphone];
                customer = await scene.callFromOutside('4001');
                call = await takeCall(scene, ana, customer);
                await hand(ana, { kind: 'number', number: OUTSIDE });
                const reached = await outside.called(OUTSIDE);
                await expectToHear(customer, OUTSIDE_HERTZ, phoneToneOf('1001'));
                await expectToHear(reached, CALLER_HERTZ, phoneToneOf('1001'));
                await scene.phones.at('1001').until('idle');
                await customer.hangUp();
                await reached.until('ended');
                await expectOneCaseAndTask(scene, customer, '1001');
            } finally {
                await outside.stop();
            }
        });
    });
