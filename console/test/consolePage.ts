import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';

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

export async function openConsole(browser: Browser, url: string): Promise<ConsolePage> {
    const context = await browser.newContext({
        viewport: VIEWPORT,
        locale: 'pt-BR',
        timezoneId: 'America/Sao_Paulo'
    });
    context.setDefaultTimeout(PATIENCE_MS);
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
            const { violations } = await new AxeBuilder({ page }).analyze();
            const found = violations.map(
                ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `    ${html}`).join('\n')}`
            );
            assert.deepEqual(found, [], `axe on ${name}:\n${found.join('\n')}`);
        },
        close: () => context.close()
    };
}
