import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { openConsole } from './consolePage.ts';
import { callAs } from './customer.ts';
import { endCall } from './endCall.ts';
import { expectText, fieldValue } from './recordPage.ts';
import type { TestStack } from './stack.ts';
import { tellStory, type Report } from '../../test/story.ts';

const NUMBER = '(11) 2295-3040';
const SERVED_LAST = 'Helena Pereira';
const REALLY = { name: 'João Pereira', account: 'Padaria Estrela da Manhã' };

/** Two people share the number, and it is not the one whom the bridge takes for the caller. */
export const tellSharedNumber = (browser: Browser, { consoleUrl }: TestStack, report: Report): Promise<void> =>
    tellStory('A number that two people share', report, async (step) => {
        const { page, softphone, complaints, inspect, portray, close } = await openConsole(browser, consoleUrl);
        const others = softphone.getByRole('button', { name: 'Não é esta pessoa?' });
        const candidates = softphone.getByRole('list', { name: 'Quem está na linha?' });
        let protocol = '';

        await step('rings with the name of whom was served last', async () => {
            await callAs(page, { number: NUMBER });
            await expectText(softphone.getByRole('option'), SERVED_LAST);
        });

        await step('Atendimento says why it is her, and the Case is hers', async () => {
            await softphone.getByRole('button', { name: 'Atender' }).click();
            await expectText(softphone.locator('[data-id=name]'), SERVED_LAST);
            await softphone.getByText('Atendida mais recentemente entre 2').waitFor();
            await expectText(fieldValue(page, 'Nome do contato'), SERVED_LAST);
            protocol = await softphone.locator('[data-id=protocol]').innerText();
            await portray('quem-liga');
        });

        await step('the others are a list, which Escape closes and gives the focus back', async () => {
            await others.click();
            await expectText(candidates.getByRole('button').first(), REALLY.name);
            await expectText(candidates.getByRole('button').first(), NUMBER);
            await inspect('quem-liga-lista');
            await portray('quem-liga-lista-softphone');
            await page.keyboard.press('Escape');
            await candidates.waitFor({ state: 'detached' });
            await others.and(softphone.locator(':focus')).waitFor();
        });

        await step('one click says who it really is', async () => {
            await others.click();
            await candidates.getByRole('button', { name: REALLY.name }).click();
            await expectText(softphone.locator('[data-id=name]'), REALLY.name);
            await softphone.getByText('Escolhida pelo agente').waitFor();
            await portray('quem-liga-escolhida');
        });

        await step('the open Case follows', async () => {
            await expectText(fieldValue(page, 'Nome do contato'), REALLY.name);
            await expectText(fieldValue(page, 'Telefone do contato'), NUMBER);
            await expectText(fieldValue(page, 'Nome da conta'), REALLY.account);
            await inspect('quem-liga-caso');
        });

        await step('and so does the Task', async () => {
            await endCall(softphone);
            await page.locator('[data-utility=softphone]').click();
            await page.getByRole('tab', { name: 'Relacionado' }).click();
            await page.getByRole('link', { name: new RegExp(protocol) }).click();
            await expectText(fieldValue(page, 'Nome'), REALLY.name);
        });

        await step('the page complained about nothing', async () => assert.deepEqual(complaints, []));
        await close();
    });
