import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { eventually } from '../../../bridge-server/test/support/eventually.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import { phoneToneOf } from '../asterisk/agentPhones.ts';
import type { Scene } from '../scene.ts';
import { tonesIn } from '../sip/audio/tones.ts';
import { type HaltingWay, openHaltingWay } from '../stack/haltingWay.ts';
import { checksumOf, hearRecording, type RecordingCopy } from '../stack/recordingCopies.ts';
import type { Softphone } from '../stack/softphone.ts';
import { wavSamples } from '../stack/wavSamples.ts';
import { CALLER_HERTZ, expectOneCaseAndTask, takeCall } from './conversation.ts';

const AGENT = '1001';
const TALK_MS = 3_000;
/** A part of what a call of that length leaves, and more than any other answer of the PBX has. */
const HALF_WAY_BYTES = 24_000;

/** What the PBX recorded comes into the bridge's store, whatever becomes of the PBX. */
export const tellRecordingCopied = (scene: Scene, report: Report): Promise<void> =>
    tellStory('A recording is copied from the PBX, and outlives it there', report, async (step) => {
        const { bridge } = scene.stack;
        let ana: Softphone;
        let call: CallView;
        const way: HaltingWay = await openHaltingWay(scene.pbx.ariUrl);

        const restartWith = async (settings: Readonly<Record<string, string>>) => {
            await bridge.stop();
            await bridge.startAgain(settings);
        };
        const talk = async () => {
            [ana] = (await scene.onlyAvailable(AGENT)) as [Softphone];
            const customer = await scene.callFromOutside('4001');
            call = await takeCall(scene, ana, customer);
            await wait(TALK_MS);
            await ana.command(call, 'hangup');
            return customer;
        };

        try {
            await step('by ARI, from a PBX whose folder the bridge does not see: to the last byte', async () => {
                await restartWith({ RECORDINGS_DIR: '', ARI_URL: way.url });
                await talk();
                const copy = await copyOf(scene, call);
                assert.equal(copy.source, 'ari');
                await expectSameAsOnPbx(scene, copy);
            });

            await step('the PBX cleans up, and both are still heard', async () => {
                await rm(onPbx(scene, await copyOf(scene, call)));
                await expectBothHeard(ana, call);
            });

            await step('the PBX ends while it hands one over: it is copied once the PBX is back', async () => {
                const isStuck = way.haltAfter(HALF_WAY_BYTES);
                const customer = await talk();
                await isStuck;
                assert.deepEqual(await scene.stack.copiesOf(call.callId), []);
                await scene.pbx.kill();
                way.mend();
                await scene.pbx.startAgain();
                const copy = await copyOf(scene, call);
                assert.equal(copy.whole, true);
                await expectSameAsOnPbx(scene, copy);
                await expectBothHeard(ana, call);
                await expectOneCaseAndTask(scene, customer, AGENT);
            });
        } finally {
            await restartWith({});
            await way.close();
        }

        await step('from a folder that both see', async () => {
            await talk();
            const copy = await copyOf(scene, call);
            assert.equal(copy.source, 'folder');
            await expectSameAsOnPbx(scene, copy);
            await expectBothHeard(ana, call);
        });
    });

/** The only recording of the call, once it is copied. */
async function copyOf({ stack }: Scene, { callId }: CallView): Promise<RecordingCopy> {
    const copies = await eventually(
        () => stack.copiesOf(callId),
        (found) => found.length > 0
    );
    const [copy] = copies;
    assert(copy);
    assert.equal(copies.length, 1);
    return copy;
}

const onPbx = ({ pbx }: Scene, { name }: RecordingCopy): string => join(pbx.recordingsDir, `${name}.wav`);

async function expectSameAsOnPbx(scene: Scene, copy: RecordingCopy): Promise<void> {
    const checksum = await checksumOf(onPbx(scene, copy));
    assert.deepEqual([copy.sha256, await checksumOf(copy.path)], [checksum, checksum]);
}

async function expectBothHeard(softphone: Softphone, { protocol }: CallView): Promise<void> {
    const expected = [CALLER_HERTZ, phoneToneOf(AGENT)];
    const samples = wavSamples(await hearRecording(softphone, protocol));
    assert.deepEqual(tonesIn(samples).of(expected), expected);
}
