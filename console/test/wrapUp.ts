import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { type Agent, openAgent } from './agent.ts';
import { finishWrapUp } from './endCall.ts';
import { expectText, expectValue, fieldValue } from './recordPage.ts';
import type { TestStack } from './stack.ts';
import { type Step, tellStory, type Report } from '../../test/story.ts';

const CUSTOMER = '(21) 98765-4321';
const WAITING_NUMBER = '(11) 3333-4444';
const REASON = 'Reclamação';
const DURING = 'A entrega de ontem não chegou.';
const AFTER = 'Nova entrega marcada para amanhã.';
const PAUSE = 'Almoço';

/** What an agent writes down about a call, the time after it, and whether they take calls at all. */
export const tellWrapUp = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory('Notes, wrap-up and presence', report, async (step) => {
        const ana = await openAgent(browser, stack, 'ana@local.org');
        const bruno = await openAgent(browser, stack, 'bruno@local.org');
        await tellNotes(step, ana, bruno);
        await tellPresence(step, ana, bruno);
        await step('neither page complained about anything', async () => {
            assert.deepEqual([...ana.complaints, ...bruno.complaints], []);
        });
        await ana.line.hangUpAll();
        await ana.line.beAvailable();
        await Promise.all([ana.close(), bruno.close()]);
    });

async function tellNotes(step: Step, ana: Agent, bruno: Agent): Promise<void> {
    const { page, softphone, button, line } = ana;
    const notes = softphone.getByRole('textbox', { name: 'Anotações' });
    const saved = softphone.locator('[data-id=note-status]').getByText('Salvo').first();

    await step('reason and notes are taken down during the call, and saved by themselves', async () => {
        await line.call(CUSTOMER, 'me');
        await ana.openTab(/Tocando/);
        await ana.answer();
        await softphone.getByRole('combobox', { name: 'Motivo do contato' }).click();
        await softphone.getByRole('option', { name: REASON }).click();
        await notes.fill(DURING);
        await saved.waitFor();
        await notes.scrollIntoViewIfNeeded();
        await ana.inspect('anotacoes');
    });

    await step('they stay open for writing during the wrap-up', async () => {
        await button('Desligar').click();
        await softphone.getByText('Tempo restante').first().waitFor();
        await expectValue(notes, DURING);
        await notes.fill(`${DURING}\n${AFTER}`);
        await saved.waitFor();
        await ana.inspect('pos-atendimento-anotacoes');
        await ana.portray('pos-atendimento-softphone');
    });

    await step('the queue offers nothing meanwhile, and the colleague sees why', async () => {
        await bruno.line.call(WAITING_NUMBER, 'everybody');
        await bruno.openTab(/Tocando/);
        await bruno.answer();
        await bruno.button('Transferir').click();
        await expectText(bruno.softphone.getByRole('row', { name: /Ana Souza/ }), 'Em pós-atendimento');
        await ana.openTab('Histórico');
        await expectText(softphone.getByRole('listitem').first(), CUSTOMER);
        assert.equal(await softphone.getByRole('listitem').filter({ hasText: WAITING_NUMBER }).count(), 0);
    });

    await step("Concluir ends it, and the Task's Comentários hold it all", async () => {
        await finishWrapUp(softphone);
        await expectText(softphone.getByRole('button', { name: /Mudar disponibilidade/ }), 'Disponível');
        await page.locator('[data-utility=softphone]').click();
        await page.getByRole('tab', { name: 'Relacionado' }).click();
        await page.getByRole('link', { name: /^Protocolo/ }).click();
        for (const text of [REASON, DURING, AFTER]) await expectText(fieldValue(page, 'Comentários'), text);
        await ana.inspect('tarefa-com-anotacoes');
        await page.locator('[data-utility=softphone]').click();
    });
}

async function tellPresence(step: Step, ana: Agent, bruno: Agent): Promise<void> {
    const { page, softphone } = ana;
    const menu = softphone.getByRole('button', { name: /Mudar disponibilidade/ });
    const choose = async (name: string) => {
        await menu.click();
        await softphone.getByRole('menuitemcheckbox', { name, exact: true }).click();
    };
    const colleague = bruno.softphone.getByRole('row', { name: /Ana Souza/ });
    const lookAgain = async () => {
        await bruno.button('Transferir').click();
        await bruno.button('Transferir').click();
    };

    await step('the menu offers the pauses of the contact centre', async () => {
        await menu.click();
        await softphone.getByRole('menuitemcheckbox', { name: PAUSE }).waitFor();
        await ana.inspect('disponibilidade');
        await ana.portray('disponibilidade-softphone');
        await page.keyboard.press('Escape');
    });

    await step('a pause is shown with its reason, to colleagues as well', async () => {
        await choose(PAUSE);
        await expectText(menu, `Pausa (${PAUSE})`);
        await lookAgain();
        await expectText(colleague, `Pausa (${PAUSE})`);
        await ana.portray('em-pausa-softphone');
        await bruno.inspect('colega-em-pausa');
    });

    await step('a reload keeps it', async () => {
        await page.reload();
        await expectText(menu, `Pausa (${PAUSE})`);
    });

    await step('so is being offline', async () => {
        await choose('Offline');
        await expectText(menu, 'Offline');
        await lookAgain();
        await expectText(colleague, 'Offline');
        await ana.inspect('offline');
        await bruno.button('Desligar').click();
        await finishWrapUp(bruno.softphone);
    });

    await step('and being available again', async () => {
        await choose('Disponível');
        await expectText(menu, 'Disponível');
    });
}
