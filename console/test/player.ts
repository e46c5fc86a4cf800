import assert from 'node:assert/strict';
import type { Download, Locator, Page } from 'playwright-core';

/** What an agent hears a recording by. */
export interface Player {
    readonly group: Locator;
    /** There while the recording is silent. */
    readonly play: Locator;
    /** There while it is heard. */
    readonly pause: Locator;
    /** There while the recording is silent, be it in a tab that is not shown. */
    readonly silent: Locator;
    readonly position: Locator;
    readonly speed: Locator;
    readonly download: Locator;
    readonly audio: Locator;
}

/** @param place where the player stands, such as the softphone */
export function playerIn(place: Locator): Player {
    const group = place.getByRole('group', { name: /Gravação da chamada/ }).first();
    const button = (name: string) => group.getByRole('button', { name, exact: true });
    return {
        group,
        play: button('Tocar'),
        pause: button('Pausar'),
        silent: place.locator('c-recording-track [data-id=toggle][aria-label="Tocar"]').first(),
        position: group.getByRole('slider', { name: 'Posição na gravação' }),
        speed: group.getByRole('combobox', { name: 'Velocidade' }),
        download: group.getByRole('link', { name: 'Baixar gravação' }),
        audio: group.locator('audio')
    };
}

/** Where the audio is, in whole seconds. */
export const placeOf = ({ audio }: Player): Promise<number> =>
    audio.evaluate((element) => Math.round((element as unknown as { currentTime: number }).currentTime));

export const speedOf = ({ audio }: Player): Promise<number> =>
    audio.evaluate((element) => (element as unknown as { playbackRate: number }).playbackRate);

/** Saves the recording. A browser may open a window for it, which is gone by itself. */
export async function saveRecording(page: Page, { download }: Player): Promise<Download> {
    const inWindow = page
        .context()
        .waitForEvent('page')
        .then((window) => window.waitForEvent('download'));
    const [saved] = await Promise.all([Promise.any([page.waitForEvent('download'), inWindow]), download.click()]);
    assert.equal(await saved.failure(), null);
    return saved;
}
