import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import {
    chromium,
    type Browser,
    type BrowserContext,
    type BrowserContextOptions,
    type Locator,
    type Page
} from 'playwright-core';

const repository = path.resolve(import.meta.dirname, '../..');
const screenshotFolder = path.join(repository, 'artifacts/screenshots');
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const VIEWPORT = { width: 1440, height: 900 };
const PATIENCE_MS = 15_000;

export const launchBrowser = (): Promise<Browser> =>
    chromium.launch({
        executablePath: CHROMIUM,
        args: ['--no-sandbox', '--disable-background-networking', '--no-first-run']
    });

/** The console in a browser of its own, as an agent sees it. */
export interface ConsolePage {
    readonly page: Page;
    readonly softphone: Locator;
    /** What the page's scripts complained about. */
    readonly complaints: readonly string[];
    /** Saves `artifacts/screenshots/<name>.png` and asserts that axe finds nothing wrong. */
    inspect(name: string): Promise<void>;
    /** Saves `artifacts/screenshots/<name>.png` of the softphone alone. */
    portray(name: string): Promise<void>;
    close(): Promise<void>;
}

/** The console of another user than the one who is at the address itself. */
export const consoleOf = (consoleUrl: string, username: string): string =>
    `${consoleUrl}/?${new URLSearchParams({ user: username })}`;

/** @param settings where this agent's browser differs from others */
export async function openConsole(
    browser: Browser,
    url: string,
    settings: BrowserContextOptions = {}
): Promise<ConsolePage> {
    const context = await openBrowserOfAgent(browser, settings);
    return { ...(await openWindow(context, url)), close: () => context.close() };
}

/** A browser without a window. */
export async function openBrowserOfAgent(
    browser: Browser,
    settings: BrowserContextOptions = {}
): Promise<BrowserContext> {
    const context = await browser.newContext({
        viewport: VIEWPORT,
        locale: 'pt-BR',
        timezoneId: 'America/Sao_Paulo',
        ...settings
    });
    context.setDefaultTimeout(PATIENCE_MS);
    return context;
}

/** One more window of the agent's browser. */
export async function openWindow(context: BrowserContext, url: string): Promise<ConsolePage> {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(url);
    await mkdir(screenshotFolder, { recursive: true });

    const fileOf = (name: string) => ({ path: path.join(screenshotFolder, `${name}.png`) });
    const softphone = page.locator('c-softphone');
    return {
        page,
        complaints,
        softphone,
        async portray(name) {
            await softphone.screenshot(fileOf(name));
        },
        async inspect(name) {
            await page.screenshot(fileOf(name));
            // the page has no frames, which is all that the other mode is for, at thrice the time
            const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
            const found = violations.map(
                ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `    ${html}`).join('\n')}`
            );
            assert.deepEqual(found, [], `axe on ${name}:\n${found.join('\n')}`);
        },
        close: () => page.close()
    };
}
