import type { Browser } from 'playwright-core';
import { buildConsole } from '../../console/build/buildConsole.ts';
import { launchBrowser } from '../../console/test/consolePage.ts';
import { startTestStack } from '../../console/test/stack.ts';
import { type Administrator, logInAdministrator } from '../local-org/administrator.ts';
import { createContacts } from '../local-org/phoneContacts.ts';
import { WEBHOOK_SECRET } from '../stack/bridgeProcess.ts';
import { createWebhookSender } from '../sync/webhookSender.ts';
import { measureCpu } from './measureCpu.ts';
import { measureHeap } from './measureHeap.ts';
import { measurePaint } from './measurePaint.ts';
import { measureSize } from './measureSize.ts';
import { printCpu, printHeap, printPaint, printSize } from './printFigures.ts';
import { CALLERS, createRingingCalls, type RingingCalls } from './ringingCalls.ts';
import { openBlankPage, openSoftphonePage } from './softphonePage.ts';
import { showOneCall } from './oneCall.ts';

const EXTENSION = '1001';

/**
 * The softphone in Chromium as an agent has it: in the console page, compiled for production, with a bridge, a
 * PostgreSQL and a local org of its own, to which a telephony side tells of calls by signed webhook.
 */
export async function benchmarkSoftphone(): Promise<void> {
    printSize(await measureSize());
    await buildConsole();
    const closing = new AsyncDisposableStack();
    try {
        const bridgeSettings = { WEBHOOK_SECRETS: WEBHOOK_SECRET, WRAP_UP_SECONDS: '0', AUTO_PAUSE_AFTER_MISSED: '0' };
        const stack = closing.adopt(await startTestStack(bridgeSettings), (started) => started.stop());
        const administrator = await logInAdministrator(stack.orgUrl);
        await createContacts(administrator, CALLERS);
        const sender = closing.adopt(createWebhookSender(stack.bridgeUrl), (created) => created.close());
        const browser = closing.adopt(await launchBrowser(), (launched) => launched.close());
        await measureCalls(browser, stack.consoleUrl, createRingingCalls(sender, EXTENSION));
        const page = await openSoftphonePage(browser, stack.consoleUrl);
        printHeap(await measureHeap(page, await createCase(administrator)));
    } finally {
        await closing.disposeAsync();
    }
}

async function measureCalls(browser: Browser, consoleUrl: string, calls: RingingCalls): Promise<void> {
    const page = await openSoftphonePage(browser, consoleUrl);
    printPaint(await measurePaint(page, calls));

    const blank = await openBlankPage(browser);
    const ringing = await measureCpu(page, blank);
    await showOneCall(page, calls);
    const talking = await measureCpu(page, blank);
    printCpu({ ringing, talking });
    await blank.close();
    await page.close();
}

async function createCase(administrator: Administrator): Promise<{ id: string; number: string }> {
    const { id } = (await administrator.post('/sobjects/Case', { Subject: 'Ligação', Origin: 'Phone' })) as {
        id: string;
    };
    const { CaseNumber } = (await administrator.get(`/sobjects/Case/${id}`)) as { CaseNumber: string };
    return { id, number: CaseNumber };
}
