import type { Locator, Page } from 'playwright-core';

/** More than there are between any two places of the softphone. */
const MOST_PRESSES = 30;

/** Presses the key until the element has the focus. @throws when it does not come to it. */
export async function moveFocus(page: Page, key: 'Tab' | 'Shift+Tab', target: Locator): Promise<void> {
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
        await page.keyboard.press(key);
        if (await hasFocus(target)) return;
    }
    throw new Error(`${key} does not lead to ${target}`);
}

/** Looks at the focus each time the page is painted. @returns how often it was on nothing since. */
export async function countFramesWithoutFocus(page: Page): Promise<() => Promise<number>> {
    const counter = await page.evaluateHandle(`(() => {
        const counter = { frames: 0 };
        const look = () => {
            if (document.activeElement === document.body) counter.frames += 1;
            requestAnimationFrame(look);
        };
        look();
        return counter;
    })()`);
    return () => counter.evaluate((counted) => (counted as { frames: number }).frames);
}

/** `:focus` also sees into the components, which the page's own `activeElement` hides. */
const hasFocus = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => (element as unknown as { matches(selector: string): boolean }).matches(':focus'));
