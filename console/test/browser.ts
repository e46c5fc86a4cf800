import type { Browser } from 'playwright-core';
import { WEBHOOK_SECRET } from '../../bench/stack/bridgeProcess.ts';
import { buildConsole } from '../build/buildConsole.ts';
import { tellAccessibility } from './accessibility.ts';
import { tellAlerts } from './alerts.ts';
import { tellCapturedCall } from './capturedCall.ts';
import { tellChangeContact } from './changeContact.ts';
import { launchBrowser } from './consolePage.ts';
import { tellHearRecording } from './hearRecording.ts';
import { tellHistoryAndDialling } from './historyAndDialling.ts';
import { tellKeyboardCall } from './keyboardCall.ts';
import { tellLostConnection } from './lostConnection.ts';
import { tellLongHistory } from './longHistory.ts';
import { tellManyCalls } from './manyCalls.ts';
import { ADMIN_TOKEN } from './operator.ts';
import { tellOtherLanguages } from './otherLanguages.ts';
import { tellQueueLogin } from './queueLogin.ts';
import { tellRecordingLink } from './recordingLink.ts';
import { tellRecordingOnItsWay } from './recordingOnItsWay.ts';
import { tellRecordPages } from './recordPages.ts';
import { tellSessionScreens } from './sessionScreens.ts';
import { tellSharedNumber } from './sharedNumber.ts';
import { tellSimulatedCall } from './simulatedCall.ts';
import { startTestStack, type TestStack } from './stack.ts';
import type { Report } from '../../test/story.ts';
import { tellTwoAgents } from './twoAgents.ts';
import { tellTwoCalls } from './twoCalls.ts';
import { tellTwoWindows } from './twoWindows.ts';
import { tellUnknownCaller } from './unknownCaller.ts';
import { tellWrapUp } from './wrapUp.ts';

type TellStory = (browser: Browser, stack: TestStack, report: Report) => Promise<void>;

/** In the order in which they are told; each leaves its agents free for the next. */
const STORIES: Readonly<Record<string, TellStory>> = {
    simulatedCall: tellSimulatedCall,
    unknownCaller: tellUnknownCaller,
    sharedNumber: tellSharedNumber,
    keyboardCall: tellKeyboardCall,
    recordPages: tellRecordPages,
    hearRecording: tellHearRecording,
    recordingOnItsWay: tellRecordingOnItsWay,
    recordingLink: tellRecordingLink,
    twoCalls: tellTwoCalls,
    wrapUp: tellWrapUp,
    queueLogin: tellQueueLogin,
    changeContact: tellChangeContact,
    historyAndDialling: tellHistoryAndDialling,
    twoAgents: tellTwoAgents,
    lostConnection: tellLostConnection,
    sessionScreens: tellSessionScreens,
    capturedCall: tellCapturedCall,
    twoWindows: tellTwoWindows,
    otherLanguages: tellOtherLanguages,
    accessibility: tellAccessibility,
    alerts: tellAlerts,
    manyCalls: tellManyCalls,
    longHistory: tellLongHistory
};

/** @throws when one of the names is none of a story */
function storiesNamed(names: readonly string[]): TellStory[] {
    if (names.length === 0) return Object.values(STORIES);
    return names.map((name) => {
        const story = STORIES[name];
        if (!story) throw new Error(`There is no story ${name}. There are: ${Object.keys(STORIES).join(', ')}`);
        return story;
    });
}

/**
 * `npm run test:browser`: clicks the product's stories in Chromium, saves screenshots and has axe look at every view.
 * `npm run test:browser -- twoCalls wrapUp` tells these alone.
 */
const stories = storiesNamed(process.argv.slice(2));
const report: Report = { passed: 0, failed: 0 };
await buildConsole();
const stack = await startTestStack({ WEBHOOK_SECRETS: WEBHOOK_SECRET, ADMIN_TOKEN });
const browser = await launchBrowser().catch(async (error: unknown) => {
    await stack.stop();
    throw error;
});
try {
    for (const tell of stories) await tell(browser, stack, report);
} finally {
    await browser.close();
    await stack.stop();
}
console.log(`\n${report.passed} passed, ${report.failed} failed`);
process.exitCode = report.failed === 0 ? 0 : 1;
