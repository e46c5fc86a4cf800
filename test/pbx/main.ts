import type { Report } from '../story.ts';
import { holdContract } from './contract/holdContract.ts';
import { keepLogs } from './keepLogs.ts';
import { requireSipp } from './requireSipp.ts';
import type { Scene } from './scene.ts';
import { openStage } from './stage.ts';
import { tellAbandoned } from './stories/abandoned.ts';
import { tellAnswered } from './stories/answered.ts';
import { tellAttendedTransfer } from './stories/attendedTransfer.ts';
import { tellBlindTransfer } from './stories/blindTransfer.ts';
import { tellBridgeKilled } from './stories/bridgeKilled.ts';
import { tellCatchUp } from './stories/catchUp.ts';
import { tellConference } from './stories/conference.ts';
import { tellDialOut } from './stories/dialOut.ts';
import { tellHold } from './stories/hold.ts';
import { tellKeypad } from './stories/keypad.ts';
import { tellLoad } from './stories/load.ts';
import { tellMute } from './stories/mute.ts';
import { tellNoAnswer } from './stories/noAnswer.ts';
import { tellNothingElse } from './stories/nothingElse.ts';
import { tellOverTls } from './stories/overTls.ts';
import { tellPbxRestarted } from './stories/pbxRestarted.ts';
import { tellProtocol } from './stories/protocol.ts';
import { tellQueueLogin } from './stories/queueLogin.ts';
import { tellRecordingPaused } from './stories/recordingPaused.ts';
import { tellRefused } from './stories/refused.ts';
import { tellSpeed } from './stories/speed.ts';
import { tellSupervise } from './stories/supervise.ts';
import { tellTwoBridges } from './stories/twoBridges.ts';

type TellStory = (scene: Scene, report: Report) => Promise<void>;

/** In the order in which they are told. */
const STORIES: Readonly<Record<string, TellStory>> = {
    answered: tellAnswered,
    abandoned: tellAbandoned,
    refused: tellRefused,
    noAnswer: tellNoAnswer,
    protocol: tellProtocol,
    attendedTransfer: tellAttendedTransfer,
    blindTransfer: tellBlindTransfer,
    conference: tellConference,
    dialOut: tellDialOut,
    hold: tellHold,
    mute: tellMute,
    keypad: tellKeypad,
    recordingPaused: tellRecordingPaused,
    supervise: tellSupervise,
    queueLogin: tellQueueLogin,
    load: tellLoad,
    speed: tellSpeed,
    overTls: tellOverTls,
    twoBridges: tellTwoBridges,
    catchUp: tellCatchUp,
    bridgeKilled: tellBridgeKilled,
    pbxRestarted: tellPbxRestarted
};

const LIMIT_MINUTES = 8;

/** @throws Error when one of the names is none of a story */
function storiesNamed(names: readonly string[]): TellStory[] {
    if (names.length === 0) return Object.values(STORIES);
    return names.map((name) => {
        const story = STORIES[name];
        if (!story) throw new Error(`There is no story ${name}. There are: ${Object.keys(STORIES).join(', ')}`);
        return story;
    });
}

/**
 * `npm run test:pbx`: real calls through a real Asterisk, from the customer's telephone to the records in Salesforce.
 * It begins with the contract of telephony sides. `npm run test:pbx -- answered refused` tells these stories alone. On failure the logs stay in `artifacts/pbx`.
 */
const stories = storiesNamed(process.argv.slice(2));
await requireSipp();
const report: Report = { passed: 0, failed: 0 };
const isWhole = process.argv.length === 2;
if (isWhole && !(await holdContract())) report.failed += 1;
const stage = await openStage();
let gaveUp = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void giveUp('Interrupted.'));
const limit = setTimeout(() => void giveUp(`It took longer than ${LIMIT_MINUTES} minutes.`), LIMIT_MINUTES * 60_000);

async function giveUp(why: string): Promise<never> {
    gaveUp = true;
    console.error(`\n${why} The logs are in ${await keepLogs(stage.folder)}.`);
    await stage.close();
    process.exit(1);
}

try {
    const scene = await stage.set();
    for (const tell of [...stories, tellNothingElse]) {
        if (gaveUp) break;
        await tell(scene, report);
        await scene.clear();
    }
} catch (error) {
    report.failed += 1;
    console.error(error);
} finally {
    clearTimeout(limit);
    if (report.failed > 0) console.log(`\nThe logs are in ${await keepLogs(stage.folder)}.`);
    await stage.close();
}
console.log(`\n${report.passed} passed, ${report.failed} failed`);
process.exitCode = report.failed === 0 ? 0 : 1;
