import type { Locator, Page } from 'playwright-core';

const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 20;

/** Where the record page in front shows the value of a field, by the field's label. */
export const fieldValue = (page: Page, label: string): Locator =>
    page.locator(`[data-value-of="${label}"]`).filter({ visible: true });

/** Waits until the element holds the text. @throws with what it holds instead. */
export async function expectText(element: Locator, text: string | RegExp): Promise<void> {
    try {
        await element.filter({ hasText: text }).waitFor();
    } catch (cause) {
        const found = await element.allInnerTexts();
        throw new Error(`expected ${text}, found ${JSON.stringify(found)}`, { cause });
    }
}

/** Waits until the field holds the value. @throws with what it holds instead. */
export async function expectValue(field: Locator, value: string): Promise<void> {
    const startedAtMs = Date.now();
    while ((await field.inputValue()) !== value) {
        if (Date.now() - startedAtMs > PATIENCE_MS)
            throw new Error(`expected ${value}, found ${await field.inputValue()}`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
}

/** What is used of an HTMLAudioElement: tests run where there is no DOM. */
interface AudioPlayer {
    readonly readyState: number;
    readonly duration: number;
    onloadedmetadata: () => void;
    onerror: () => void;
}

/** Waits until the browser can play the audio. @returns its length in seconds. */
export const playableSeconds = (audio: Locator): Promise<number> =>
    audio.evaluate(
        (element) =>
            new Promise<number>((resolve, reject) => {
                const player = element as unknown as AudioPlayer;
                player.onloadedmetadata = () => resolve(player.duration);
                player.onerror = () => reject(new Error('the browser cannot play the recording'));
                if (player.readyState > 0) resolve(player.duration);
            })
    );
