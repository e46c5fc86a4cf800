import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { consoleOf, openConsole } from './consolePage.ts';
import { callAs } from './customer.ts';
import { endCall } from './endCall.ts';
import { expectText, fieldValue } from './recordPage.ts';
import type { TestStack } from './stack.ts';
import { tellStory, type Report } from '../../test/story.ts';

const UNKNOWN_NUMBER = '(85) 3222-1100';
const AGENT = { username: 'bruno@local.org', name: 'Bruno Lima' };
const FIELDS_OF_THE_CALLER = ['Nome do contato', 'Telefone do contato', 'Nome da conta', 'CPF/CNPJ'];

/** Another agent is called by somebody who is in no record, and by somebody who hides the number. */
export const tellUnknownCaller = (browser: Browser, { consoleUrl }: TestStack, report: Report): Promise<void> =>
    tellStory('A caller who is in no record', report, async (step) => {
        const url = consoleOf(consoleUrl, AGENT.username);
        const { page, softphone, complaints, inspect, close } = await openConsole(browser, url);

        await step('rings at the agent whose page it is', async () => {
            await softphone.getByText(AGENT.name).waitFor();
            await callAs(page, { number: UNKNOWN_NUMBER });
            await expectText(softphone.getByRole('option'), UNKNOWN_NUMBER);
        });

        await step('leaves the Case without contact, account and CPF, with the number that called', async () => {
            await softphone.getByRole('button', { name: 'Atender' }).click();
            await expectText(fieldValue(page, 'Telefone informado'), UNKNOWN_NUMBER);
            await expectText(fieldValue(page, 'Proprietário do caso'), AGENT.name);
            for (const label of FIELDS_OF_THE_CALLER) {
                assert.equal((await fieldValue(page, label).innerText()).trim(), '', label);
            }
            await inspect('cliente-sem-cadastro');
        });

        await step('a withheld number rings as unidentified', async () => {
            await endCall(softphone);
            await callAs(page, { number: null });
            await page.locator('[data-utility=softphone]').getByText('Número não identificado').waitFor();
            await softphone.getByRole('tab', { name: /Tocando/ }).click();
            await expectText(softphone.getByRole('option'), 'Número não identificado');
        });

        await step('Recusar ends it, and leaves it in Histórico', async () => {
            await softphone.getByRole('button', { name: 'Recusar' }).click();
            await softphone.getByText('Nenhuma chamada tocando').waitFor();
            await softphone.getByRole('tab', { name: 'Histórico' }).click();
            await expectText(softphone.getByRole('listitem').first(), /Número não identificado[\s\S]*Recusada/);
        });

        await step('the page complained about nothing', async () => assert.deepEqual(complaints, []));
        await close();
    });
