import assert from 'node:assert/strict';
import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { eventually } from '../../../bridge-server/test/support/eventually.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import type { Customer, Scene } from '../scene.ts';
import type { BridgeUnderTest } from '../stack/bridgeUnderTest.ts';
import type { Softphone } from '../stack/softphone.ts';
import { expectOneCaseAndTask, takeCall } from './conversation.ts';

const AGENT = '1001';

/** Both see every event; each event is stored once, and either may carry out what the other began. */
export const tellTwoBridges = (scene: Scene, report: Report): Promise<void> =>
    tellStory('Two bridges follow one PBX', report, async (step) => {
        let ana: Softphone;
        let customer: Customer;
        let call: CallView;
        let replica: BridgeUnderTest;

        await step('a call is answered, held and muted over one of them', async () => {
            replica = await scene.stack.startReplica();
            [ana] = (await scene.onlyAvailable(AGENT)) as [Softphone];
            customer = await scene.callFromOutside('4001');
            call = await takeCall(scene, ana, customer);
            await ana.command(call, 'mute');
            await ana.command(call, 'hold');
            await ana.sees(({ legId, state }) => legId === call.legId && state === 'held');
        });

        await step('the other one resumes it, and hangs up', async () => {
            const other = await scene.stack.softphoneAt(replica, AGENT);
            await other.command(call, 'resume');
            await ana.sees(({ legId, state }) => legId === call.legId && state === 'talking');
            await other.command(call, 'hangup');
            await customer.until('ended');
            await ana.sees(({ legId, state }) => legId === call.legId && state === 'ended');
            other.leave();
        });

        await step('everything was stored once', async () => {
            await expectOneCaseAndTask(scene, customer, AGENT);
            const journal = await eventually(
                () => scene.stack.journalOf(call.callId),
                (types) => types.includes('recordingReady')
            );
            // the PBX ends the two channels of a call in either order, and with the call end its legs
            const told = journal.filter((type, index) => type !== 'legEnded' || journal.indexOf(type) !== index);
            assert.deepEqual(told.toSorted(), [
                ...['callArrived', 'callEnded', 'legAnswered', 'legHeld', 'legMuted', 'legOffered'],
                ...['legResumed', 'recordingReady', 'recordingStarted']
            ]);
        });
    });
