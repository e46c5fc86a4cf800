import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signIn } from '../../bridge-server/test/support/testAgent.ts';
import { printBar } from '../printBar.ts';
import { createWebhookSender } from '../sync/webhookSender.ts';
import { median } from '../timings.ts';
import { runAccessTests } from './accessTests.ts';
import { startFileServerProcess } from './fileServerProcess.ts';
import { drawIngestFaults, inventRecordings, measureIngest } from './measureIngest.ts';
import { measureListeners } from './measureListeners.ts';
import { measureSeeks, printSeeks } from './measureSeeks.ts';
import { awaitTicket, tellServedCall } from './recordedCalls.ts';
import { type RecordingStack, startRecordingStack } from './recordingStack.ts';
import { startVendorServer } from './vendorServer.ts';
import { createNoise, createWaveAudio } from './waveAudio.ts';

const LONG_BYTES = 60 * 1024 * 1024;
const LONG_CALL = { name: 'long-call', protocol: 'BENCH-1', agent: '1001' };
const AGENT = 'ana@local.org';
const COPY_LIMIT_MS = 120_000;

/** Hearing a long recording, many at once and by seeking, and copying a thousand from a source that often fails. */
export async function benchmarkRecordings(): Promise<void> {
    const recordings = inventRecordings();
    const faults = drawIngestFaults();
    const closing = new AsyncDisposableStack();
    try {
        const vendor = closing.adopt(await startVendorServer((key) => recordings.get(key), faults), (started) =>
            started.close()
        );
        const stack = closing.adopt(await startRecordingStack(vendor.url), (started) => started.stop());
        const file = join(stack.spoolDir, `${LONG_CALL.name}.wav`);
        await writeFile(file, createWaveAudio(createNoise(LONG_BYTES), 0, LONG_BYTES).slice(0, LONG_BYTES));
        const url = await copyLongCall(stack);

        const listening = await measureListeners(url, LONG_BYTES, stack.bridge.processId);
        console.log(
            `${listening.heardAll} of ${listening.listeners} listeners heard all of a 60 MB recording in ${listening.seconds.toFixed(0)} s; the bridge took ${listening.before.toFixed(0)} MB before, ${listening.peak.toFixed(0)} MB at most`
        );
        const bare = closing.adopt(await startFileServerProcess(file), (started) => started.stop());
        const seeks = await measureSeeks(url, bare.url, LONG_BYTES);
        printSeeks(seeks);
        await bare.stop();

        const ingest = await measureIngest(stack.bridge.url, stack.database, stack.storeDir, recordings);
        const struck = [...faults.struck].map(([fault, count]) => `${fault} ${count}`).join(', ');
        console.log(
            `${ingest.recordings} recordings, ${ingest.megabytes.toFixed(0)} MB, told and copied in ${ingest.seconds.toFixed(1)} s: ${(ingest.megabytes / ingest.seconds).toFixed(1)} MB/s`
        );
        console.log(
            `${faults.requests} requests to the source, of which failed: ${struck}; ${ingest.missing} missing, ${ingest.superfluous} superfluous`
        );
        const tests = await runAccessTests();

        printBar({ name: 'recordings-seek', figure: median(seeks.ratios), unit: 'times', goal: { atMost: 1.5 } });
        printBar({
            name: 'recordings-listeners-memory',
            figure: listening.peak - listening.before,
            unit: 'MB',
            goal: { atMost: 100 }
        });
        printBar({
            name: 'recordings-listeners',
            figure: `${listening.heardAll} heard all`,
            goal: { equal: `${listening.listeners} heard all` }
        });
        printBar({
            name: 'recordings-ingested',
            figure: `${ingest.right} right, ${ingest.wrong} wrong, ${ingest.superfluous} superfluous`,
            goal: { equal: `${ingest.recordings} right, 0 wrong, 0 superfluous` }
        });
        printBar({
            name: 'recordings-access-tests',
            figure: `${tests.passed} passed, ${tests.failed} failed`,
            goal: { equal: `${Math.max(tests.passed, 1)} passed, 0 failed` }
        });
    } finally {
        await closing.disposeAsync();
    }
}

/** @returns the address at which an agent hears it */
async function copyLongCall({ bridge, orgUrl }: RecordingStack): Promise<string> {
    const sender = createWebhookSender(bridge.url);
    try {
        const { token } = await signIn(bridge.url, orgUrl, AGENT);
        await tellServedCall(sender, LONG_CALL);
        const { parts } = await awaitTicket(bridge.url, token, LONG_CALL.protocol, COPY_LIMIT_MS);
        return parts[0]?.url ?? '';
    } finally {
        sender.close();
    }
}
