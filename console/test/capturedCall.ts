import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { openConsole } from './consolePage.ts';
import { finishWrapUp } from './endCall.ts';
import { complaintsBesideFailedRequests } from './outage.ts';
import { expectText, fieldValue, playableSeconds } from './recordPage.ts';
import { startReplay } from './replay.ts';
import type { TestStack } from './stack.ts';
import { tellStory, type Report } from '../../test/story.ts';

const CALLER = { number: '(11) 98765-4321', name: 'Maria da Silva' };
const AGENT = 'Ana Souza';

/** The bytes of a real PBX's call, played until the agent must act; the agent answers and hangs up by clicking. */
export const tellCapturedCall = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory('A call that a real Asterisk received', report, async (step) => {
        const { page, softphone, complaints, inspect, close } = await openConsole(browser, stack.consoleUrl);
        const replay = startReplay(stack.amiPort, stack.recordingsDir);
        let protocol = '';

        await step('the call rings in Tocando', async () => {
            await expectText(softphone.getByRole('listbox', { name: 'Chamadas tocando' }), CALLER.number);
            await inspect('pbx-tocando');
        });

        await step('Atender is carried out by the PBX', async () => {
            await softphone.getByRole('option').first().click();
            await softphone.getByRole('button', { name: 'Atender' }).click();
            await softphone.getByRole('tab', { name: 'Atendimento', selected: true }).waitFor();
            protocol = await softphone.locator('[data-id=protocol]').innerText();
            assert.notEqual(protocol, '');
        });

        await step('the Case opens as a tab with what Salesforce knows of the caller', async () => {
            await expectText(fieldValue(page, 'Protocolo de atendimento'), protocol);
            await expectText(fieldValue(page, 'Nome do contato'), CALLER.name);
            await expectText(fieldValue(page, 'Telefone do contato'), CALLER.number);
            await expectText(fieldValue(page, 'Nome da conta'), /\S/);
            await expectText(fieldValue(page, 'CPF/CNPJ'), /\d/);
            await expectText(fieldValue(page, 'Proprietário do caso'), AGENT);
            await inspect('pbx-atendimento');
        });

        await step('Desligar is carried out by the PBX and Histórico lists the call', async () => {
            await softphone.getByRole('button', { name: 'Desligar' }).click();
            assert.equal(await replay.ended, 0, 'the capture was not played to its end');
            await finishWrapUp(softphone);
            await softphone.getByRole('tab', { name: 'Histórico' }).click();
            const latest = softphone.getByRole('list', { name: 'Chamadas de hoje' }).getByRole('listitem').first();
            await expectText(latest, new RegExp(protocol));
        });

        await step('Relacionado lists one Task, with the protocol in its subject', async () => {
            await page.locator('[data-utility=softphone]').click();
            await page.getByRole('tab', { name: 'Relacionado' }).click();
            await page.getByRole('heading', { name: 'Atividades (1)' }).waitFor();
            await page.getByRole('link', { name: new RegExp(protocol) }).click();
        });

        await step("the PBX's recording plays for the agent", async () => {
            await page.getByRole('button', { name: 'Ouvir gravação' }).click();
            assert.ok((await playableSeconds(page.locator('audio'))) > 0);
            await inspect('pbx-tarefa');
        });

        // a recording that is asked for at once may still be on its way
        await step('the page complained about nothing', async () =>
            assert.deepEqual(complaintsBesideFailedRequests({ complaints }), [])
        );
        await replay.stop();
        await close();
    });
