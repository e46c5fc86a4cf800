import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Report } from '../story.ts';
import { fetchAsterisk } from './asterisk/fetchAsterisk.ts';
import { holdContract } from './contract/holdContract.ts';
import { keepLogs } from './keepLogs.ts';
import { mustEnd } from './mustEnd.ts';
import { requireSipp } from './requireSipp.ts';
import type { Scene } from './scene.ts';
import { openStage } from './stage.ts';
import { tellAbandoned } from './stories/abandoned.ts';
import { tellAnswered } from './stories/answered.ts';
import { tellAnsweredByHand } from './stories/answeredByHand.ts';
import { tellAttendedTransfer } from './stories/attendedTransfer.ts';
import { tellBlindTransfer } from './stories/blindTransfer.ts';
import { tellBridgeKilled } from './stories/bridgeKilled.ts';
import { tellCatchUp } from './stories/catchUp.ts';
import { tellConference } from './stories/conference.ts';
import { tellDatabaseAway } from './stories/databaseAway.ts';
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
import { tellRecordingCopied } from './stories/recordingCopied.ts';
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
    answeredByHand: tellAnsweredByHand,
    protocol: tellProtocol,
    attendedTransfer: tellAttendedTransfer,
    blindTransfer: tellBlindTransfer,
    conference: tellConference,
    dialOut: tellDialOut,
    hold: tellHold,
    mute: tellMute,
    keypad: tellKeypad,
    recordingPaused: tellRecordingPaused,
    recordingCopied: tellRecordingCopied,
    supervise: tellSupervise,
    queueLogin: tellQueueLogin,
    load: tellLoad,
    speed: tellSpeed,
    overTls: tellOverTls,
    twoBridges: tellTwoBridges,
    catchUp: tellCatchUp,
    databaseAway: tellDatabaseAway,
    bridgeKilled: tellBridgeKilled,
    pbxRestarted: tellPbxRestarted
};

const LIMIT_MINUTES = 6;
const CLOSE_LIMIT_MS = 45_000;

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
 * It begins with the contract of telephony sides. `npm run test:pbx -- answered refused` tells these stories alone.
 * On failure, and when it is interrupted, the logs stay in `artifacts/pbx`.
 */
const stories = storiesNamed(process.argv.slice(2));
const isWhole = process.argv.length === 2;
await requireSipp();
await fetchAsterisk();
const report: Report = { passed: 0, failed: 0 };
const ending = new AbortController();
const stage = await openStage();

async function tellAll(): Promise<void> {
    if (isWhole && !(await holdContract(join(stage.folder, 'contract'), ending.signal))) report.failed += 1;
    if (ending.signal.aborted) return;
    const scene = await stage.set();
    for (const tell of [...stories, tellNothingElse]) {
        if (ending.signal.aborted) return;
        await tell(scene, report).catch(fail);
        if (!ending.signal.aborted) await scene.clear().catch(fail);
    }
}

function fail(error: unknown): void {
    report.failed += 1;
    console.error(error);
}

await Promise.race([tellAll(), mustEnd(LIMIT_MINUTES)]).catch(fail);
// what is kept is as it was before things were stopped
if (report.failed > 0) console.log(`\nThe logs are in ${await keepLogs(stage.folder)}.`);
ending.abort();
const late = wait(CLOSE_LIMIT_MS).then(() => fail(new Error('What was started does not stop.')));
await Promise.race([stage.close(), late]);
console.log(`\n${report.passed} passed, ${report.failed} failed`);
// a story that was interrupted may still wait for something
process.exit(report.failed === 0 ? 0 : 1);
