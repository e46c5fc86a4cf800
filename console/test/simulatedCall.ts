import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { openConsole } from './consolePage.ts';
import { finishWrapUp } from './endCall.ts';
import { complaintsBesideFailedRequests } from './outage.ts';
import { expectText, fieldValue, playableSeconds } from './recordPage.ts';
import type { TestStack } from './stack.ts';
import { tellStory, type Report } from '../../test/story.ts';

const CALLER = { number: '(11) 98765-4321', name: 'Maria da Silva' };
const AGENT = 'Ana Souza';
const NEW_SUBJECT = 'Segunda via da fatura';

/** A known customer calls over the simulated line; everything is done by clicking. */
export const tellSimulatedCall = (browser: Browser, { consoleUrl }: TestStack, report: Report): Promise<void> =>
    tellStory('A customer on record calls over the simulated line', report, async (step) => {
        const { page, softphone, complaints, inspect, close } = await openConsole(browser, consoleUrl);
        const subjectField = page.getByLabel('Assunto', { exact: true });
        let protocol = '';
        let caseNumber = '';

        await step('the softphone signs the agent in', async () => {
            await softphone.getByText(AGENT).waitFor();
            await softphone.getByText('Nenhuma chamada tocando').waitFor();
            await inspect('console');
        });

        await step('Simular chamada makes the call ring in Tocando', async () => {
            await page.getByRole('button', { name: 'Simular chamada' }).click();
            await page.getByRole('combobox', { name: 'Cliente' }).click();
            await page.getByRole('option', { name: new RegExp(CALLER.name) }).click();
            await inspect('simular-chamada');
            await page.getByRole('button', { name: 'Ligar', exact: true }).click();
            await softphone.getByRole('option', { name: new RegExp(escape(CALLER.number)) }).waitFor();
            await softphone.getByText('Em espera').waitFor();
        });

        await step('the utility bar shows who calls', async () => {
            await page.locator('[data-utility=softphone]').getByText(CALLER.number).waitFor();
            await inspect('tocando');
        });

        await step('Atender leads to Atendimento', async () => {
            await softphone.getByRole('option', { name: new RegExp(escape(CALLER.number)) }).click();
            await softphone.getByRole('button', { name: 'Atender' }).click();
            await softphone.getByRole('tab', { name: 'Atendimento', selected: true }).waitFor();
            protocol = await softphone.locator('[data-id=protocol]').innerText();
            assert.notEqual(protocol, '');
        });

        await step('the Case opens as a tab with what Salesforce knows of the caller', async () => {
            await expectText(fieldValue(page, 'Nome do contato'), CALLER.name);
            await expectText(fieldValue(page, 'Telefone do contato'), CALLER.number);
            await expectText(fieldValue(page, 'Nome da conta'), /\S/);
            await expectText(fieldValue(page, 'CPF/CNPJ'), /\d/);
            await expectText(fieldValue(page, 'Proprietário do caso'), AGENT);
            await expectText(fieldValue(page, 'Protocolo de atendimento'), protocol);
            caseNumber = await fieldValue(page, 'Número do caso').innerText();
            await softphone.getByRole('button', { name: `Abrir caso ${caseNumber}` }).waitFor();
            await inspect('atendimento');
        });

        await step('the agent edits the Case during the call', async () => {
            await page.getByRole('button', { name: 'Editar', exact: true }).click();
            await subjectField.fill(NEW_SUBJECT);
            await inspect('caso-em-edicao');
            await page.getByRole('button', { name: 'Salvar' }).click();
            await page.getByRole('heading', { level: 1, name: NEW_SUBJECT }).waitFor();
            await page.getByText('foi salvo').waitFor();
            await page.getByText('foi salvo').waitFor({ state: 'detached' });
        });

        await step('Desligar leads to the wrap-up, and Concluir ends it', async () => {
            await softphone.getByRole('button', { name: 'Desligar' }).click();
            await softphone.getByText('Tempo restante').first().waitFor();
            await inspect('pos-atendimento');
            await finishWrapUp(softphone);
        });

        await step('Histórico lists the call', async () => {
            await softphone.getByRole('tab', { name: 'Histórico' }).click();
            const latest = softphone.getByRole('list', { name: 'Chamadas de hoje' }).getByRole('listitem').first();
            await expectText(latest, new RegExp(escape(CALLER.number)));
            await expectText(latest, new RegExp(protocol));
            await expectText(latest, /\d{2}:\d{2}/);
            await inspect('historico');
        });

        await step('what the agent wrote is still there after the call', async () => {
            await page.locator('[data-utility=softphone]').click();
            await expectText(fieldValue(page, 'Assunto'), NEW_SUBJECT);
            await inspect('caso');
        });

        await step('Relacionado lists the Task with the protocol in its subject', async () => {
            await page.getByRole('tab', { name: 'Relacionado' }).click();
            await page.getByRole('link', { name: new RegExp(protocol) }).waitFor();
            await inspect('relacionado');
        });

        await step('the Task links to the recording in its comments', async () => {
            await page.getByRole('link', { name: new RegExp(protocol) }).click();
            await expectText(fieldValue(page, 'Nome'), CALLER.name);
            const link = await fieldValue(page, 'Comentários').getByRole('link').getAttribute('href');
            assert.ok(link, 'Comentários holds no link');
            assert.equal((await page.request.get(link)).status(), 401, 'the bare link plays for anyone');
        });

        await step('the recording plays for the agent', async () => {
            await page.getByRole('button', { name: 'Ouvir gravação' }).click();
            assert.ok((await playableSeconds(page.locator('audio'))) > 0);
            await inspect('tarefa');
        });

        await step('the contact opens beside the Case and lists it', async () => {
            await page.getByRole('navigation', { name: 'Subguias' }).getByRole('button').first().click();
            await page.getByRole('tab', { name: 'Detalhes' }).click();
            await fieldValue(page, 'Nome do contato').getByRole('link').click();
            await page.getByRole('heading', { level: 1, name: CALLER.name }).waitFor();
            await page.getByRole('table', { name: 'Casos' }).filter({ hasText: protocol, visible: true }).waitFor();
            await inspect('contato');
        });

        await step('closing the tab leads back to the list of Cases', async () => {
            const tabs = page.getByRole('navigation', { name: 'Guias do console' });
            await tabs.getByRole('button', { name: /^Fechar/ }).click();
            await page.getByRole('heading', { level: 1, name: 'Casos recentes' }).waitFor();
            await page.getByRole('link', { name: new RegExp(`^${caseNumber}$`) }).waitFor();
            await inspect('casos');
        });

        // the recording may still have been on its way when it was asked for
        await step('the page complained about nothing but the network', async () =>
            assert.deepEqual(complaintsBesideFailedRequests({ complaints }), [])
        );
        await close();
    });

const escape = (text: string): string => text.replace(/[()]/g, '\\$&');
