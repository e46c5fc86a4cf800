import type { Report } from '../story.ts';
import { keepLogs } from './keepLogs.ts';
import { requireSipp } from './requireSipp.ts';
import type { Scene } from './scene.ts';
import { openStage } from './stage.ts';
import { tellAbandoned } from './stories/abandoned.ts';
import { tellAnswered } from './stories/answered.ts';
import { tellBridgeKilled } from './stories/bridgeKilled.ts';
import { tellLoad } from './stories/load.ts';
import { tellNoAnswer } from './stories/noAnswer.ts';
import { tellNothingElse } from './stories/nothingElse.ts';
import { tellOverTls } from './stories/overTls.ts';
import { tellPbxRestarted } from './stories/pbxRestarted.ts';
import { tellRefused } from './stories/refused.ts';
import { tellSpeed } from './stories/speed.ts';

type TellStory = (scene: Scene, report: Report) => Promise<void>;

/** In the order in which they are told. */
const STORIES: Readonly<Record<string, TellStory>> = {
    answered: tellAnswered,
    abandoned: tellAbandoned,
    refused: tellRefused,
    noAnswer: tellNoAnswer,
    load: tellLoad,
    speed: tellSpeed,
    overTls: tellOverTls,
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
 * `npm run test:pbx -- answered refused` tells these stories alone. On failure the logs stay in `artifacts/pbx`.
 */
const stories = storiesNamed(process.argv.slice(2));
await requireSipp();
const report: Report = { passed: 0, failed: 0 };
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
