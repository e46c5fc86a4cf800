import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { type Report, tellStory } from '../../test/story.ts';
import { openAgent } from './agent.ts';
import { expectText } from './recordPage.ts';
import type { TestStack } from './stack.ts';

const WAITING_NUMBER = '(11) 3777-8888';

/** An agent leaves a queue and enters it again. */
export const tellQueueLogin = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory('Queues that the agent enters and leaves', report, async (step) => {
        const ana = await openAgent(browser, stack, 'ana@local.org');
        const { page, softphone, line } = ana;
        const queue = softphone.getByRole('checkbox', { name: /^Suporte/ });

        await step('the menu opens the queues, and they show where the agent is', async () => {
            await softphone.getByRole('button', { name: /Mudar disponibilidade/ }).click();
            await softphone.getByRole('menuitem', { name: 'Filas…' }).click();
            await queue.and(softphone.getByRole('checkbox', { checked: true })).waitFor();
            await ana.inspect('filas');
            await ana.portray('filas-softphone');
        });

        await step('by keyboard the agent leaves one, which is said aloud', async () => {
            await page.keyboard.press('Tab');
            await page.keyboard.press('Tab');
            await page.keyboard.press('Space');
            await softphone.getByText('Você saiu da fila Suporte').waitFor({ state: 'attached' });
            await queue.and(softphone.getByRole('checkbox', { checked: false })).waitFor();
            await page.keyboard.press('Escape');
            await queue.waitFor({ state: 'detached' });
        });

        await step('its calls do not ring here', async () => {
            await ana.openTab(/Tocando/);
            await line.call(WAITING_NUMBER, 'everybody');
            await softphone.getByRole('button', { name: /Mudar disponibilidade/ }).click();
            await softphone.getByRole('menuitem', { name: 'Filas…' }).click();
            await softphone.getByText('Na espera: 1').waitFor();
            assert.equal(await softphone.getByRole('option').count(), 0);
            await ana.portray('filas-na-espera-softphone');
        });

        await step('once the agent is in the queue again, they do', async () => {
            await softphone.getByText('Suporte', { exact: true }).click();
            await expectText(softphone.getByRole('option'), WAITING_NUMBER);
            await line.hangUpAll();
        });

        await step('the page complained about nothing', async () => {
            assert.deepEqual(ana.complaints, []);
        });
        await ana.close();
    });
