import type { Page } from 'playwright-core';

const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 20;

/**
 * Waits until something is so in the page. (`page.waitForFunction` evaluates text there again and again, which the
 * page's content security policy forbids.)
 *
 * @param condition JavaScript of the page
 * @returns how long it took, in milliseconds by the page's clock
 */
export const waitInPage = (page: Page, condition: string): Promise<number> => page.evaluate<number>(waiting(condition));

const waiting = (condition: string): string => `new Promise((resolve, reject) => {
    const startedAtMs = performance.now();
    const look = () => {
        const tookMs = performance.now() - startedAtMs;
        if (${condition}) resolve(Math.round(tookMs));
        else if (tookMs > ${PATIENCE_MS}) reject(new Error(${JSON.stringify(`waited in vain for ${condition}`)}));
        else setTimeout(look, ${LOOK_EVERY_MS});
    };
    look();
})`;
