import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type ConsolePage, openBrowserOfAgent, openWindow } from './consolePage.ts';

/** Somebody who opens a recording's link in a browser that has nothing to do with the console. */
export interface LinkVisitor {
    readonly context: BrowserContext;
    /** In a window of its own. */
    open(link: string): Promise<ConsolePage>;
    close(): Promise<void>;
}

/** @param locale what the browser asks pages to be in */
export async function openLinkVisitor(browser: Browser, locale = 'pt-BR'): Promise<LinkVisitor> {
    const context = await openBrowserOfAgent(browser, { locale });
    return {
        context,
        open: (link) => openWindow(context, link),
        close: () => context.close()
    };
}

/** Says at the org's own page who it is, and lets the bridge know. */
export async function signInAtOrg(page: Page, username: string): Promise<void> {
    await page.getByRole('radio', { name: new RegExp(username.replaceAll('.', '\\.')) }).check();
    await page.getByRole('button', { name: 'Entrar e permitir' }).click();
}
