import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { openConsole } from './consolePage.ts';
import { callAs } from './customer.ts';
import { endCall } from './endCall.ts';
import { complaintsBesideFailedRequests } from './outage.ts';
import { expectText, fieldValue, playableSeconds } from './recordPage.ts';
import type { TestStack } from './stack.ts';
import { tellStory, type Report } from '../../test/story.ts';

const CALLER = { number: '(11) 98765-4321', name: 'Maria da Silva' };

/** What the record pages show of the softphone's calls, and what they ask it to do. */
export const tellRecordPages = (browser: Browser, { consoleUrl }: TestStack, report: Report): Promise<void> =>
    tellStory('Record pages speak with the softphone', report, async (step) => {
        const { page, softphone, complaints, inspect, close } = await openConsole(browser, consoleUrl);
        const caseCalls = page.locator('c-case-calls');
        const giveUp = async () => {
            await softphone.getByRole('button', { name: 'Desligar' }).click();
            await softphone.getByText('Nenhum atendimento agora').waitFor();
        };
        const visible = (selector: string) => page.locator(selector).filter({ visible: true });

        await step("the Case's page lists the call while it lasts", async () => {
            await callAs(page, { name: CALLER.name });
            await softphone.getByRole('option', { name: /98765-4321/ }).click();
            await softphone.getByRole('button', { name: 'Atender' }).click();
            await page.getByRole('tab', { name: 'Relacionado' }).click();
            await expectText(caseCalls, 'Em andamento');
            await expectText(caseCalls, CALLER.number);
        });

        await step('and by itself, how it ended and what happened in it', async () => {
            await endCall(softphone);
            await caseCalls.getByRole('button', { name: 'Ouvir gravação' }).waitFor();
            await page.locator('[data-utility=softphone]').click();
            await caseCalls.locator('[data-id=timeline-toggle]').click();
            await expectText(
                caseCalls.locator('c-call-timeline'),
                /Chamada recebida[\s\S]*atendeu[\s\S]*Fim da chamada/
            );
        });

        await step('and plays its recording', async () => {
            await caseCalls.getByRole('button', { name: 'Ouvir gravação' }).click();
            assert.ok((await playableSeconds(caseCalls.locator('audio'))) > 0);
            await page.getByText('Atividades (1)').waitFor();
            await inspect('chamadas-do-caso');
        });

        await step("a button on the contact's page calls the contact", async () => {
            await page.getByRole('tab', { name: 'Detalhes' }).click();
            await fieldValue(page, 'Nome do contato').getByRole('link').click();
            await inspect('ligar-do-contato');
            await visible('c-click-to-dial')
                .getByRole('button', { name: `Ligar para ${CALLER.number}` })
                .click();
            await expectText(visible('c-click-to-dial'), 'Chamada iniciada. Acompanhe no softphone.');
            await page.locator('[data-utility=softphone]').click();
            await giveUp();
        });

        await step('so does the action, which is gone by itself when there is one number only', async () => {
            await visible('console-record-action').getByRole('button', { name: 'Ligar' }).click();
            await softphone.getByRole('button', { name: 'Desligar' }).waitFor();
            await page.getByRole('dialog', { name: 'Ligar' }).waitFor({ state: 'detached' });
            await giveUp();
        });

        // a recording that is asked for at once may still be on its way
        await step('the page complained about nothing', async () =>
            assert.deepEqual(complaintsBesideFailedRequests({ complaints }), [])
        );
        await close();
    });
