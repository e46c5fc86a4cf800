import type { Part, Scene, Telling } from './scene.ts';
import { handsOver } from './storySteps.ts';

/** Calls of which the telephony side leaves audio: one recording, or another one for each agent. */
export const RECORDED_STORIES = {
    recorded(scene) {
        scene.tell({ type: 'callArrived' });
        scene.tell({ type: 'recordingStarted' });
        const agent = scene.part();
        scene.rings(agent);
        scene.answers(agent);
        scene.talks();
        scene.tell({ type: 'callEnded' });
        scene.pass(50, 500);
        tellsRecordingOf(scene, agent);
    },
    recordedAnew(scene) {
        scene.tell({ type: 'callArrived' });
        scene.tell({ type: 'recordingStarted' });
        const agent = scene.part();
        scene.rings(agent);
        scene.answers(agent);
        scene.talks();
        const colleague = handsOver(scene, agent);
        scene.talks();
        scene.leaves(colleague);
        scene.tell({ type: 'callEnded' });
        scene.pass(50, 500);
        tellsRecordingOf(scene, agent);
        tellsRecordingOf(scene, colleague);
    }
} as const satisfies Readonly<Record<string, Telling>>;

const tellsRecordingOf = (scene: Scene, { legId }: Part): void =>
    scene.tell({ type: 'recordingReady', name: legId.replaceAll('/', '-'), format: 'wav' });
