import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { openAgent } from './agent.ts';
import { endCall } from './endCall.ts';
import { expectText, fieldValue } from './recordPage.ts';
import type { TestStack } from './stack.ts';
import { tellStory, type Report } from '../../test/story.ts';

const UNKNOWN_NUMBER = '(48) 3025-7788';
const BY_NAME = { search: 'sonia rib', name: 'Sônia Ribeiro' };
const BY_CPF = { search: '337.915.668-06', name: 'Marcos Andrade', account: 'Construtora Horizonte Azul' };
const NOBODY = 'Zulmira Quaresma';

/** Nobody has the number, and the agent finds out who is on the line. */
export const tellChangeContact = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory('Who is on the line after all', report, async (step) => {
        const ana = await openAgent(browser, stack, 'ana@local.org');
        const { page, softphone, line } = ana;
        const name = softphone.locator('[data-id=name]');
        const search = softphone.getByRole('combobox', { name: 'Procurar por nome, telefone, CPF ou CNPJ' });
        const find = async (text: string, found: string) => {
            await search.fill(text);
            await softphone.getByRole('option', { name: new RegExp(found) }).waitFor();
        };
        let protocol = '';

        await step('a call from a number that nobody has', async () => {
            await line.call(UNKNOWN_NUMBER, 'me');
            await ana.openTab(/Tocando/);
            await ana.answer();
            await softphone.getByText('Sem cadastro com este número').waitFor();
            await expectText(fieldValue(page, 'Telefone informado'), UNKNOWN_NUMBER);
            protocol = await ana.protocol();
            await ana.inspect('sem-cadastro');
        });

        await step('a search that finds nobody says so', async () => {
            await ana.button('Escolher cadastro').click();
            await search.fill(NOBODY);
            await softphone.getByText(`Ninguém com “${NOBODY}”`).first().waitFor();
            await ana.inspect('escolher-cadastro-ninguem');
        });

        await step('a search by name, without accents, finds the contact', async () => {
            await find(BY_NAME.search, BY_NAME.name);
            await ana.inspect('escolher-cadastro');
            await ana.portray('escolher-cadastro-softphone');
            await softphone.getByRole('option', { name: new RegExp(BY_NAME.name) }).click();
            await expectText(name, BY_NAME.name);
            await softphone.getByText('Escolhida pelo agente').waitFor();
        });

        await step('the open Case follows', async () => {
            await expectText(fieldValue(page, 'Nome do contato'), BY_NAME.name);
            await ana.inspect('cadastro-escolhido');
        });

        await step('a search by CPF corrects that, by keyboard alone', async () => {
            await ana.button('Não é esta pessoa?').click();
            await find(BY_CPF.search, BY_CPF.name);
            await search.press('ArrowDown');
            await search.press('Enter');
            await expectText(name, BY_CPF.name);
            await expectText(fieldValue(page, 'Nome do contato'), BY_CPF.name);
            await expectText(fieldValue(page, 'Nome da conta'), BY_CPF.account);
        });

        await step('and so does the Task', async () => {
            await endCall(softphone);
            await page.locator('[data-utility=softphone]').click();
            await page.getByRole('tab', { name: 'Relacionado' }).click();
            await page.getByRole('link', { name: new RegExp(protocol) }).click();
            await expectText(fieldValue(page, 'Nome'), BY_CPF.name);
        });

        await step('the page complained about nothing', async () => assert.deepEqual(ana.complaints, []));
        await line.hangUpAll();
        await ana.close();
    });
