import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { openConsole } from './consolePage.ts';
import { callAs } from './customer.ts';
import { countFramesWithoutFocus, moveFocus } from './keyboard.ts';
import { expectText } from './recordPage.ts';
import type { TestStack } from './stack.ts';
import { tellStory, type Report } from '../../test/story.ts';

const NUMBER = '(21) 2555-0100';

/** The agent touches no mouse: only the customer, who is no part of the softphone, is played by clicking. */
export const tellKeyboardCall = (browser: Browser, { consoleUrl }: TestStack, report: Report): Promise<void> =>
    tellStory('An agent who works by keyboard', report, async (step) => {
        const { page, softphone, complaints, inspect, close } = await openConsole(browser, consoleUrl);
        const call = softphone.getByRole('option').first();
        const answer = softphone.getByRole('button', { name: 'Atender' });
        const hangUp = softphone.getByRole('button', { name: 'Desligar' });
        const finish = softphone.getByRole('button', { name: 'Concluir e ficar disponível' });
        const focused = softphone.locator(':focus');
        let framesWithoutFocus = (): Promise<number> => Promise.reject(new Error('nobody counts yet'));

        await step('comes to the ringing call and on to Atender with Tab', async () => {
            await callAs(page, { number: NUMBER });
            await expectText(call, NUMBER);
            await moveFocus(page, 'Shift+Tab', call);
            framesWithoutFocus = await countFramesWithoutFocus(page);
            await moveFocus(page, 'Tab', answer);
            await inspect('teclado-tocando');
        });

        await step('answers with Enter and is in Atendimento with the focus', async () => {
            await page.keyboard.press('Enter');
            await softphone.getByRole('tab', { name: 'Atendimento', selected: true }).and(focused).waitFor();
            await hangUp.waitFor();
        });

        await step('comes to Desligar with Tab, hangs up with Enter and keeps the focus', async () => {
            await moveFocus(page, 'Tab', hangUp);
            await inspect('teclado-atendimento');
            await page.keyboard.press('Enter');
            await softphone.getByText('Pós-atendimento', { exact: true }).first().waitFor();
            await softphone.getByRole('tab', { name: 'Atendimento' }).and(focused).waitFor();
        });

        await step('comes to Concluir with Tab, ends the wrap-up with Enter and keeps the focus', async () => {
            await moveFocus(page, 'Tab', finish);
            await inspect('teclado-pos-atendimento');
            await page.keyboard.press('Enter');
            await softphone.getByText('Nenhum atendimento agora').waitFor();
            await softphone.getByRole('tab', { name: 'Atendimento' }).and(focused).waitFor();
        });

        await step('reads the call in Histórico with the arrow keys', async () => {
            await page.keyboard.press('ArrowRight');
            await expectText(softphone.getByRole('listitem').first(), NUMBER);
        });

        await step('never finds the focus lost on the page', async () => assert.equal(await framesWithoutFocus(), 0));

        await step('the page complained about nothing', async () => assert.deepEqual(complaints, []));
        await close();
    });
