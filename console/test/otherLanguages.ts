import assert from 'node:assert/strict';
import type { Browser, Locator } from 'playwright-core';
import { readCustomLabels } from '../build/customLabels.ts';
import { openConsole } from './consolePage.ts';
import { customersOf } from './customersOnLine.ts';
import { complaintsBesideFailedRequests } from './outage.ts';
import { expectText } from './recordPage.ts';
import type { TestStack } from './stack.ts';
import { tellStory, type Report } from '../../test/story.ts';

const AGENT = 'ana@local.org';
const CALLER = { number: '(11) 98765-4321', sent: '+5511987654321' };

const LABELS = readCustomLabels();
const PORTUGUESE = 'pt-BR';
/** A reason for a pause, as the contact centre writes it. */
const CONFIGURED = 'Descanso';

/** The softphone in English and in Spanish: every tab, and what opens in it. */
export async function tellOtherLanguages(browser: Browser, stack: TestStack, report: Report): Promise<void> {
    await tellLanguage(browser, stack, report, { language: 'en-US', title: 'The softphone in English' });
    await tellLanguage(browser, stack, report, { language: 'es', title: 'The softphone in Spanish' });
}

const tellLanguage = (
    browser: Browser,
    stack: TestStack,
    report: Report,
    { language, title }: { readonly language: string; readonly title: string }
): Promise<void> =>
    tellStory(title, report, async (step) => {
        const word = (label: string): string => LABELS.get(`Softphone_${label}`)?.[language] ?? '';
        const line = await customersOf(stack, AGENT);
        await line.hangUpAll();
        await line.beAvailable();
        const url = `${stack.consoleUrl}/?${new URLSearchParams({ language })}`;
        const { page, softphone, complaints, inspect, portray, close } = await openConsole(browser, url);
        const button = (label: string) => softphone.getByRole('button', { name: word(label), exact: true });
        const tab = (label: string) => softphone.getByRole('tab', { name: word(label) });

        async function look(name: string): Promise<void> {
            assert.deepEqual(await cutTexts(softphone), [], `${name} does not fit`);
            assert.deepEqual(await portugueseTexts(softphone, language), [], `${name} is not translated`);
            await portray(`${language}-${name}-softphone`);
        }

        async function inspectTab(name: string): Promise<void> {
            await look(name);
            await inspect(`${language}-${name}`);
        }

        await step('nothing rings', async () => {
            await softphone.getByText(word('LightConnected'), { exact: true }).waitFor();
            await tab('TabRinging').click();
            await look('ringing-empty');
        });

        await step('the settings of the alerts, the shortcuts and the availability', async () => {
            await button('AlertSettings').click();
            await look('alerts');
            await page.keyboard.press('Escape');
            await button('Shortcuts').click();
            await look('shortcuts');
            await page.keyboard.press('Escape');
            await softphone.locator('c-presence-menu').getByRole('button').click();
            await look('presence');
            await page.keyboard.press('Escape');
        });

        await step('a call rings', async () => {
            await line.call(CALLER.sent, 'me');
            await expectText(softphone.getByRole('option'), CALLER.number);
            await expectText(softphone.getByRole('option'), 'Maria da Silva');
            await inspectTab('ringing');
        });

        await step('a call is answered', async () => {
            await button('Answer').click();
            await tab('TabCurrent')
                .and(softphone.getByRole('tab', { selected: true }))
                .waitFor();
            await softphone.locator('[data-id=state]').waitFor();
            await inspectTab('current');
        });

        await step('keypad and transfer', async () => {
            await button('Keypad').click();
            await look('keypad');
            await button('Transfer').click();
            await softphone.getByText('Bruno Lima').waitFor();
            await look('transfer');
            await page.keyboard.press('Escape');
        });

        await step('wrap-up, history and dial pad', async () => {
            await button('HangUp').click();
            await softphone.getByText(word('WrapUpHeading'), { exact: true }).first().waitFor();
            await look('wrap-up');
            await tab('TabHistory').click();
            await expectText(softphone.getByRole('listitem').first(), CALLER.number);
            await inspectTab('history');
            await tab('TabDial').click();
            await inspectTab('dial');
        });

        await step("the player of the call's recording", async () => {
            await tab('TabHistory').click();
            await softphone
                .getByRole('button', { name: aroundPlaceholder(word('HistoryListen')) })
                .first()
                .click();
            await softphone.getByRole('slider', { name: word('PlayerPosition') }).waitFor();
            await inspectTab('recording');
        });

        // a recording that is asked for at once may still be on its way
        await step('the page complained about nothing', async () =>
            assert.deepEqual(complaintsBesideFailedRequests({ complaints }), [])
        );
        await line.beAvailable();
        await close();
    });

/** Whatever stands where the label has its placeholder. */
const aroundPlaceholder = (label: string): RegExp => new RegExp(`^${label.split('{0}').join('.+')}$`);

/** The texts of buttons and tabs that are wider than what is shown of them. What is for screen readers only is 1 px wide. */
const cutTexts = (softphone: Locator): Promise<string[]> =>
    softphone.locator('button:visible, [role=tab]:visible, label:visible, kbd:visible').evaluateAll((elements) =>
        elements
            .map((element) => element as unknown as { scrollWidth: number; clientWidth: number; innerText: string })
            .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth)
            .map(({ innerText, scrollWidth, clientWidth }) => `${innerText}: ${scrollWidth} px in ${clientWidth} px`)
    );

/** What stands there in Portuguese although it says something else in the language. */
async function portugueseTexts(softphone: Locator, language: string): Promise<string[]> {
    const portuguese = new Set(Array.from(LABELS.values(), (texts) => texts[PORTUGUESE]));
    const shown = (await softphone.innerText()).split('\n').map((line) => line.trim());
    const own = new Set(Array.from(LABELS.values(), (texts) => texts[language]));
    return shown.filter((line) => portuguese.has(line) && !own.has(line) && line !== CONFIGURED);
}
