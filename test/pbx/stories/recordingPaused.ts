import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import type { Customer, Scene } from '../scene.ts';
import { SAMPLES_A_SECOND, tonesIn } from '../sip/audio/tones.ts';
import { hearRecording } from '../stack/recordingCopies.ts';
import type { Softphone } from '../stack/softphone.ts';
import { wavSamples } from '../stack/wavSamples.ts';
import { expectOneCaseAndTask, expectToHearEachOther, takeCall } from './conversation.ts';

const AGENT = '1001';
const SPOKEN_MS = 1_500;
/** Pieces of which each is either recorded or not, but for the two in which that changes. */
const PIECE_SECONDS = 0.1;

/** While sensitive things are said, nothing of them is on the tape. */
export const tellRecordingPaused = (scene: Scene, report: Report): Promise<void> =>
    tellStory('An agent pauses the recording', report, async (step) => {
        let ana: Softphone;
        let customer: Customer;
        let call: CallView;
        const isPaused = (paused: boolean) =>
            ana.sees((each) => each.legId === call.legId && each.recordingPaused === paused);

        await step('it is paused and goes on by click, and both hear each other all the while', async () => {
            [ana] = (await scene.onlyAvailable(AGENT)) as [Softphone];
            customer = await scene.callFromOutside('4001');
            call = await takeCall(scene, ana, customer);
            await wait(SPOKEN_MS);
            await ana.command(call, 'pauseRecording');
            await isPaused(true);
            await expectToHearEachOther(scene, customer, AGENT);
            await wait(SPOKEN_MS);
            await ana.command(call, 'resumeRecording');
            await isPaused(false);
            await wait(SPOKEN_MS);
            await ana.command(call, 'hangup');
        });

        await step('the tape has what was said before and after, and silence between', async () => {
            const heard = audibleParts(await hearRecording(ana, call.protocol));
            assert.match(heard, /^\.*#{8,}\.{12,}#{8,}\.*$/);
        });

        await step('the Task has the link, and says that something was not recorded', async () => {
            const { task } = await expectOneCaseAndTask(scene, customer, AGENT);
            assert.match(task.Description ?? '', /^Gravação: http\S+\nTrechos da ligação não foram gravados: .+$/);
        });
    });

/** The tape, a character for each piece: `#` audible, `.` silent. */
function audibleParts(wav: Buffer): string {
    const samples = wavSamples(wav);
    const length = SAMPLES_A_SECOND * PIECE_SECONDS;
    return Array.from({ length: Math.floor(samples.length / length) }, (_, index) =>
        tonesIn(samples.subarray(index * length, (index + 1) * length)).silent ? '.' : '#'
    ).join('');
}
