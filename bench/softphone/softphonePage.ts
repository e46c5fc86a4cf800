import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, CDPSession, Page, Route } from 'playwright-core';
import { readPageScripts } from './pageScripts.ts';
import type { ProbeFigures } from './pageApi.ts';

/** A page of the bench, and the browser's own view of it. */
export interface MeasuredPage {
    readonly page: Page;
    readonly browserView: CDPSession;
    close(): Promise<void>;
}

const VIEWPORT = { width: 1440, height: 900 };
const PATIENCE_MS = 30_000;
const POLL_MS = 100;
const ORG_REQUESTS = '**/services/data/**';

/** The console with the softphone of Ana, signed in, who has clicked once: until then a browser plays no sound. */
export async function openSoftphonePage(browser: Browser, consoleUrl: string): Promise<MeasuredPage> {
    const context = await browser.newContext({
        viewport: VIEWPORT,
        locale: 'pt-BR',
        timezoneId: 'America/Sao_Paulo'
    });
    for (const content of readPageScripts()) await context.addInitScript({ content });
    const measured = await openPage(context);
    await measured.page.goto(consoleUrl);
    await measured.page.locator('c-softphone').getByRole('tab', { name: 'Tocando' }).click();
    return measured;
}

/** What a page costs that does nothing. */
export async function openBlankPage(browser: Browser): Promise<MeasuredPage> {
    return openPage(await browser.newContext({ viewport: VIEWPORT }));
}

async function openPage(context: BrowserContext): Promise<MeasuredPage> {
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const browserView = await context.newCDPSession(page);
    await browserView.send('Performance.enable', { timeDomain: 'threadTicks' });
    return { page, browserView, close: () => context.close() };
}

/**
 * Keeps what the console asks of the org waiting, as it does every 3 s to stay fresh: that is no part of the softphone.
 * @returns lets it go on
 */
export async function holdConsole({ page }: MeasuredPage): Promise<() => Promise<void>> {
    let isHeld = true;
    const held: Route[] = [];
    await page.route(ORG_REQUESTS, (route) => (isHeld ? void held.push(route) : route.fallback()));
    return async () => {
        isHeld = false;
        await Promise.all(held.map((route) => route.continue()));
    };
}

export const readProbe = ({ page }: MeasuredPage): Promise<ProbeFigures> =>
    page.evaluate<ProbeFigures>('softphoneProbe.read()');

/** Resolves to what the probe sees once it is so. Throws when that takes longer than a busy machine needs. */
export async function waitForProbe(
    page: MeasuredPage,
    isSo: (figures: ProbeFigures) => boolean
): Promise<ProbeFigures> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
        const figures = await readProbe(page);
        if (isSo(figures)) return figures;
        if (Date.now() > deadline)
            throw new Error(`${figures.rows.length} rows are shown, and ${figures.awaited} changes of them are not.`);
        await wait(POLL_MS);
    }
}
