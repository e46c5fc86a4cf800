import type { Locator, Page } from 'playwright-core';

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
