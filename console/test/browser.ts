import path from 'node:path';
import { tellCapturedCall } from './capturedCall.ts';
import { launchBrowser } from './consolePage.ts';
import { startReplay } from './replay.ts';
import { tellSimulatedCall } from './simulatedCall.ts';
import { startStack } from './stack.ts';
import type { Report } from './story.ts';

const CAPTURE = path.resolve(import.meta.dirname, '../../bridge-server/test/captures/ami-queue-answered.raw.txt');

const report: Report = { passed: 0, failed: 0 };
const browser = await launchBrowser();
try {
    const stack = await startStack();
    await tellSimulatedCall(browser, stack, report).finally(stack.stop);

    const replay = await startReplay(CAPTURE);
    const stackOnPbx = await startStack({ amiPort: replay.port });
    await tellCapturedCall(browser, stackOnPbx, report).finally(stackOnPbx.stop).finally(replay.stop);
} finally {
    await browser.close();
}
console.log(`\n${report.passed} passed, ${report.failed} failed`);
process.exitCode = report.failed === 0 ? 0 : 1;
