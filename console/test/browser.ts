import { buildConsole } from '../build/buildConsole.ts';
import { tellCapturedCall } from './capturedCall.ts';
import { launchBrowser } from './consolePage.ts';
import { tellKeyboardCall } from './keyboardCall.ts';
import { tellRecordPages } from './recordPages.ts';
import { tellSharedNumber } from './sharedNumber.ts';
import { tellSimulatedCall } from './simulatedCall.ts';
import { startTestStack } from './stack.ts';
import type { Report } from '../../test/story.ts';
import { tellUnknownCaller } from './unknownCaller.ts';

/** `npm run test:browser`: clicks the product's story in Chromium, saves screenshots and has axe look at every view. */
const report: Report = { passed: 0, failed: 0 };
await buildConsole();
const stack = await startTestStack();
const browser = await launchBrowser().catch(async (error: unknown) => {
    await stack.stop();
    throw error;
});
try {
    await tellSimulatedCall(browser, stack, report);
    await tellUnknownCaller(browser, stack, report);
    await tellSharedNumber(browser, stack, report);
    await tellKeyboardCall(browser, stack, report);
    await tellRecordPages(browser, stack, report);
    await tellCapturedCall(browser, stack, report);
} finally {
    await browser.close();
    await stack.stop();
}
console.log(`\n${report.passed} passed, ${report.failed} failed`);
process.exitCode = report.failed === 0 ? 0 : 1;
