import assert from 'node:assert/strict';
import type { Browser, Locator } from 'playwright-core';
import { openBrowserOfAgent, openWindow } from './consolePage.ts';
import { customersOf } from './customersOnLine.ts';
import { expectText } from './recordPage.ts';
import { clickOnNotification, readAlerts, recordAlerts, waitForAlerts } from './recordedAlerts.ts';
import type { TestStack } from './stack.ts';
import { tellStory, type Report } from '../../test/story.ts';

const AGENT = 'ana@local.org';
const CALLER = { number: '(11) 98765-4321', sent: '+5511987654321' };

/** How an agent who looks elsewhere learns of a call: sound, notification, title, the utility's button. */
export const tellAlerts = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory('An agent who is told of calls', report, async (step) => {
        const line = await customersOf(stack, AGENT);
        await line.beAvailable();
        const context = await openBrowserOfAgent(browser);
        await context.addInitScript({ content: recordAlerts('default') });
        const { page, softphone, complaints, inspect, portray } = await openWindow(context, stack.consoleUrl);
        const bell = softphone.getByRole('button', { name: /^Toque e avisos/ });
        const settings = softphone.getByRole('group', { name: 'Toque e avisos' });
        const utility = page.locator('[data-utility=softphone]');
        let ownTitle = '';

        await step('is asked for the permission on a click, and not before', async () => {
            await softphone.getByRole('tab', { name: 'Tocando' }).click();
            const enable = softphone.getByRole('tabpanel').getByRole('button', { name: 'Ativar avisos' });
            await enable.waitFor();
            assert.deepEqual((await readAlerts(page)).askedOnClick, []);
            await portray('ativar-avisos');
            await enable.click();
            await enable.waitFor({ state: 'detached' });
            assert.deepEqual((await readAlerts(page)).askedOnClick, [true]);
        });

        await step('hears the tone that they choose', async () => {
            await bell.click();
            await settings.getByText('Os avisos de chamada estão ativados neste navegador.').waitFor();
            await settings.getByText('Suave').click();
            await settings.getByRole('button', { name: 'Ouvir o toque' }).click();
            await waitForAlerts(page, 'alerts.notes > 0');
            await inspect('toque-e-avisos');
            await portray('toque-e-avisos-softphone');
        });

        await step('mutes it, and the bell says so', async () => {
            await settings.getByText('Sem som').click();
            await page.keyboard.press('Escape');
            await settings.waitFor({ state: 'detached' });
            await softphone.getByRole('button', { name: 'Toque e avisos (sem som)' }).waitFor();
        });

        await step('gets one silent notification with the number, and the title says who calls', async () => {
            ownTitle = await page.title();
            const { notes } = await readAlerts(page);
            await line.call(CALLER.sent, 'me');
            await waitForAlerts(page, 'alerts.notifications.length > 0 && alerts.titles.length > 0');
            const alerts = await readAlerts(page);
            assert.deepEqual(alerts.notifications, [{ title: 'Nova chamada', body: CALLER.number, isClosed: false }]);
            assert.equal(alerts.titles[0], `☎ ${CALLER.number} — Nova chamada`);
            assert.equal(alerts.notes, notes, 'it rang although it is muted');
        });

        await step('sees the call in the utility bar, by label, icon and highlight', async () => {
            await expectText(utility, `Chamada: ${CALLER.number}`);
            assert.equal(await iconOf(utility), 'utility:incoming_call');
            await page.locator('.slds-utility-bar__item.slds-has-notification').and(itemOf(utility)).waitFor();
        });

        await step('comes back to the softphone by a click on the notification', async () => {
            await page.getByRole('button', { name: 'Minimizar' }).click();
            await softphone.waitFor({ state: 'hidden' });
            await clickOnNotification(page, 0);
            await softphone.waitFor();
            const { focused, notifications } = await readAlerts(page);
            assert.deepEqual([focused, notifications[0]?.isClosed], [1, true]);
        });

        await step('hears the call again when the sound is back', async () => {
            await bell.click();
            const { notes } = await readAlerts(page);
            await settings.getByText('Sem som').click();
            await waitForAlerts(page, `alerts.notes > ${notes}`);
            await page.keyboard.press('Escape');
        });

        await step('has the title and the utility back once nobody calls', async () => {
            await line.hangUpAll();
            await softphone.getByText('Nenhuma chamada tocando').waitFor();
            assert.equal(await page.title(), ownTitle);
            await expectText(utility, 'Softphone');
            assert.equal(await iconOf(utility), 'utility:call');
        });

        await step('the page complained about nothing', async () => assert.deepEqual(complaints, []));
        await context.close();
    });

const itemOf = (utility: Locator): Locator => utility.locator('..');

/** The name of the icon, as the base component has it. */
const iconOf = (utility: Locator): Promise<string> =>
    utility.locator('lightning-icon').evaluate((icon) => (icon as unknown as { readonly iconName: string }).iconName);
