import assert from 'node:assert/strict';
import type { Browser, Locator } from 'playwright-core';
import { openConsole } from './consolePage.ts';
import { customersOf } from './customersOnLine.ts';
import { expectText } from './recordPage.ts';
import type { TestStack } from './stack.ts';
import { tellStory, type Report } from '../../test/story.ts';
import { waitInPage } from './waitInPage.ts';

const AGENT = 'ana@local.org';
const FIRST = { number: '(11) 3333-0001', sent: '+551133330001' };
const SECOND = { number: '(11) 3333-0002', sent: '+551133330002' };
/** 1440 × 900 at 200 % (WCAG 2.2, 1.4.4 and 1.4.10). */
const ZOOMED = { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 };
const TYPED = 'Cliente pediu a segunda via';

/** Shortcuts, screen readers, zoom, less motion, forced colours. */
export async function tellAccessibility(browser: Browser, stack: TestStack, report: Report): Promise<void> {
    await tellShortcuts(browser, stack, report);
    await tellZoomed(browser, stack, report);
}

const tellShortcuts = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory('An agent who knows the shortcuts', report, async (step) => {
        const line = await customersOf(stack, AGENT);
        await line.hangUpAll();
        await line.beAvailable();
        const { page, softphone, complaints, inspect, portray, close } = await openConsole(browser, stack.consoleUrl);
        const state = softphone.locator('[data-id=state]');
        const notes = softphone.getByRole('textbox', { name: 'Anotações' });
        const press = (letter: string) => page.keyboard.press(`Alt+Shift+${letter}`);
        let spoken: () => Promise<readonly string[]> = async () => [];

        await step('finds them in the help, which Escape closes', async () => {
            await softphone.getByText('Conectado', { exact: true }).waitFor();
            await press('S');
            await softphone.locator(':focus').waitFor();
            await softphone.getByRole('button', { name: 'Atalhos de teclado' }).press('Enter');
            const help = softphone.getByRole('region', { name: 'Atalhos de teclado' });
            assert.equal(await help.getByRole('term').count(), 8);
            await inspect('atalhos');
            await portray('atalhos-softphone');
            await page.keyboard.press('Escape');
            await help.waitFor({ state: 'detached' });
        });

        await step('hears of a ringing call once, however long it rings', async () => {
            spoken = await recordSpoken(softphone);
            await line.call(FIRST.sent, 'me');
            await expectText(softphone.getByRole('option'), FIRST.number);
            await waitInPage(page, 'spokenLines.length > 0');
            await expectText(softphone.getByRole('option'), /00:0[2-9]/);
            assert.deepEqual(await spoken(), [`Nova chamada de ${FIRST.number}`]);
        });

        await step('answers with Alt+Shift+A, whatever has the focus', async () => {
            await page.getByRole('searchbox', { name: 'Pesquisar casos' }).focus();
            await press('A');
            await expectText(state, 'Em atendimento');
            await softphone.getByRole('button', { name: /^Abrir caso/ }).waitFor();
        });

        await step('mutes, holds and resumes with M and E', async () => {
            await press('M');
            await softphone.locator('[data-id=muted]').waitFor();
            await press('M');
            await softphone.locator('[data-id=muted]').waitFor({ state: 'detached' });
            await press('E');
            await expectText(state, 'Cliente em espera');
            await press('E');
            await expectText(state, 'Em atendimento');
        });

        await step('looks for a colleague with T, and Escape leads back', async () => {
            await press('T');
            const search = softphone.getByRole('combobox', { name: 'Agente, fila ou número' });
            await search.and(softphone.locator(':focus')).waitFor();
            await page.keyboard.press('Escape');
            await search.waitFor({ state: 'detached' });
        });

        await step('opens the Case with C', async () => {
            await page
                .getByRole('navigation', { name: 'Guias do console' })
                .getByRole('button', { name: 'Casos' })
                .click();
            await press('C');
            await page.locator('[data-value-of="Número do caso"]').filter({ visible: true }).waitFor();
        });

        await step('goes on typing notes while another call begins to ring', async () => {
            await notes.focus();
            const { half, rest } = { half: TYPED.slice(0, 10), rest: TYPED.slice(10) };
            await notes.pressSequentially(half);
            await line.call(SECOND.sent, 'me');
            await softphone.getByRole('tab', { name: 'Tocando (1)' }).waitFor();
            await page.keyboard.type(rest);
            assert.equal(await notes.inputValue(), TYPED);
            await notes.and(softphone.locator(':focus')).waitFor();
            await softphone.getByRole('tab', { name: 'Atendimento', selected: true }).waitFor();
            assert.deepEqual(
                await spoken(),
                [FIRST, SECOND].map(({ number }) => `Nova chamada de ${number}`)
            );
            await inspect('anotando-com-chamada-tocando');
        });

        await step('refuses the other call with R and hangs up with D', async () => {
            await press('R');
            await softphone.getByRole('tab', { name: 'Tocando', exact: true }).waitFor();
            await press('D');
            await softphone.getByText('Pós-atendimento', { exact: true }).first().waitFor();
        });

        await step('the page complained about nothing', async () => assert.deepEqual(complaints, []));
        await line.beAvailable();
        await close();
    });

const tellZoomed = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory('An agent who sees little', report, async (step) => {
        const line = await customersOf(stack, AGENT);
        await line.hangUpAll();
        await line.beAvailable();
        const { page, softphone, complaints, inspect, close } = await openConsole(browser, stack.consoleUrl, ZOOMED);
        const tab = (name: string) => softphone.getByRole('tab', { name });

        await step('reads everything at 200 %, and scrolls in one direction only', async () => {
            await softphone.getByText('Conectado', { exact: true }).waitFor();
            await line.call(FIRST.sent, 'me');
            await expectText(softphone.getByRole('option'), FIRST.number);
            await assertFits(softphone);
            await inspect('zoom-tocando');
            await softphone.getByRole('button', { name: 'Atender' }).click();
            await tab('Atendimento')
                .and(softphone.getByRole('tab', { selected: true }))
                .waitFor();
            await softphone.getByRole('button', { name: /^Abrir caso/ }).waitFor();
            for (const name of ['Desligar', 'Transferir']) await reach(softphone.getByRole('button', { name }));
            await assertFits(softphone);
            await inspect('zoom-atendimento');
            for (const name of ['Histórico', 'Discar']) {
                await tab(name).click();
                await assertFits(softphone);
                await inspect(`zoom-${name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()}`);
            }
        });

        await step('sees nothing move, where the system asks for less motion', async () => {
            await page.emulateMedia({ reducedMotion: 'reduce' });
            await line.call(SECOND.sent, 'me');
            await tab('Tocando (1)').click();
            assert.deepEqual(await movingThings(softphone), []);
        });

        await step('tells everything apart in the colours of the system', async () => {
            await page.emulateMedia({ forcedColors: 'active' });
            await page.setViewportSize({ width: 1440, height: 900 });
            await inspect('cores-forcadas-tocando');
            await tab('Atendimento').click();
            await inspect('cores-forcadas-atendimento');
            await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
            await tab('Tocando (1)').click();
            await softphone.getByRole('button', { name: 'Recusar' }).click();
            await softphone.getByRole('tab', { name: 'Tocando', exact: true }).waitFor();
        });

        await step('the page complained about nothing', async () => assert.deepEqual(complaints, []));
        await line.hangUpAll();
        await line.beAvailable();
        await close();
    });

/** Nothing of the softphone lies beside what is shown of it. */
async function assertFits(softphone: Locator): Promise<void> {
    const { scrollWidth, clientWidth } = await softphone.evaluate((element) => {
        const { scrollWidth, clientWidth } = element as unknown as { scrollWidth: number; clientWidth: number };
        return { scrollWidth, clientWidth };
    });
    assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px wide in ${clientWidth} px`);
}

/** The element can be brought into sight, and nothing lies over it. */
const reach = (element: Locator): Promise<void> => element.click({ trial: true });

interface Moving {
    readonly animationName?: string;
    readonly transitionProperty?: string;
    readonly effect: { getComputedTiming(): { readonly activeDuration: number } };
}

/** What in the softphone takes its time; that a colour fades into another is no motion. */
const movingThings = (softphone: Locator): Promise<string[]> =>
    softphone.evaluate((element) =>
        (element as unknown as { getAnimations(options: object): Moving[] })
            .getAnimations({ subtree: true })
            .filter(({ effect }) => effect.getComputedTiming().activeDuration > 10)
            .map(({ animationName, transitionProperty }) => animationName ?? transitionProperty ?? '')
            .filter((name) => !name.includes('color'))
    );

/**
 * Looks at the softphone's live region each time the page is painted, and keeps each line when it comes: what stays is
 * read once. Answers what was said of calls that ring.
 */
async function recordSpoken(softphone: Locator): Promise<() => Promise<readonly string[]>> {
    const page = softphone.page();
    await softphone.locator('c-call-announcer [aria-live]').evaluate((region) => {
        const lines: string[] = [];
        const known = new Set<unknown>();
        const { children } = region as unknown as { children: Iterable<{ innerText: string }> };
        const global = globalThis as unknown as {
            spokenLines: string[];
            requestAnimationFrame: (callback: () => void) => void;
        };
        global.spokenLines = lines;
        const look = () => {
            for (const line of children) {
                if (known.has(line)) continue;
                known.add(line);
                lines.push(line.innerText.trim());
            }
            global.requestAnimationFrame(look);
        };
        look();
    });
    return () => page.evaluate<string[]>("spokenLines.filter((line) => line.startsWith('Nova chamada'))");
}
