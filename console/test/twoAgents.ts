import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { type Agent, openAgent } from './agent.ts';
import { callAs } from './customer.ts';
import { endCall, finishWrapUp } from './endCall.ts';
import { expectText, fieldValue } from './recordPage.ts';
import type { TestStack } from './stack.ts';
import { type Step, tellStory, type Report } from '../../test/story.ts';

const ANA = 'Ana Souza';
const BRUNO = 'Bruno Lima';
const CUSTOMER = { name: 'Maria da Silva', number: '(11) 98765-4321', account: 'Padaria Estrela da Manhã' };
const SECOND = { number: '(31) 3333-2021', name: 'Tereza Cardoso' };
const THIRD = { number: '(81) 3465-1123', name: 'Lúcia Albuquerque' };
const OUTSIDE_NUMBER = '(11) 4004-1234';

/** Two agents with the same calls: refused, taken, asked about, handed over. */
export const tellTwoAgents = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory('Two agents and their calls', report, async (step) => {
        const ana = await openAgent(browser, stack, 'ana@local.org');
        const bruno = await openAgent(browser, stack, 'bruno@local.org');
        await tellOffers(step, ana, bruno);
        await tellTalking(step, ana);
        await tellConsultation(step, ana, bruno);
        await tellConference(step, ana, bruno);
        await tellBlindTransfers(step, ana, bruno);
        await step('neither page complained about anything', async () => {
            assert.deepEqual([...ana.complaints, ...bruno.complaints], []);
        });
        await ana.line.hangUpAll();
        await Promise.all([ana.close(), bruno.close()]);
    });

async function tellOffers(step: Step, ana: Agent, bruno: Agent): Promise<void> {
    await step('a call to the queue rings at both', async () => {
        await callAs(ana.page, { name: CUSTOMER.name }, 'everybody');
        for (const { softphone } of [ana, bruno]) {
            await expectText(softphone.getByRole('option'), CUSTOMER.number);
            await expectText(softphone.getByRole('option'), CUSTOMER.name);
            await expectText(softphone.getByRole('option'), 'Fila Suporte');
        }
        await ana.inspect('todos-tocando');
        await ana.portray('tocando-softphone');
    });

    await step('who refuses it is rid of it, and it rings on at the other', async () => {
        await bruno.button('Recusar').click();
        await bruno.softphone.getByText('Nenhuma chamada tocando').waitFor();
        await bruno.openTab('Histórico');
        await expectText(bruno.softphone.getByRole('listitem').first(), /98765-4321[\s\S]*Recusada/);
        await ana.button('Atender').waitFor();
    });

    await step('the other answers it', async () => {
        await ana.answer();
        await ana.softphone.locator('[data-id=state]').getByText('Em atendimento').waitFor();
    });
}

async function tellTalking(step: Step, { softphone, button, inspect, portray }: Agent): Promise<void> {
    await step('on hold the time runs on its own, and Espera again resumes', async () => {
        await button('Espera').click();
        await softphone.locator('[data-id=state]').getByText('Cliente em espera').waitFor();
        await expectText(softphone.locator('[data-id=hold-time]'), /\d{2}:\d{2}/);
        await inspect('cliente-em-espera');
        await button('Espera').click();
        await softphone.locator('[data-id=state]').getByText('Em atendimento').waitFor();
    });

    await step('Mudo and Pausar gravação stay pressed and say so', async () => {
        await button('Mudo').click();
        await softphone.locator('[data-id=muted]').waitFor();
        await button('Pausar gravação').click();
        await expectText(softphone.locator('[data-id=recording]'), 'Gravação pausada');
        for (const name of ['Mudo', 'Pausar gravação'])
            await softphone.getByRole('button', { name, pressed: true, exact: true }).waitFor();
        await inspect('mudo-e-gravacao-pausada');
        await portray('mudo-e-gravacao-pausada-softphone');
        await button('Mudo').click();
        await button('Pausar gravação').click();
        await softphone.locator('[data-id=muted]').waitFor({ state: 'detached' });
        await softphone.locator('[data-id=recording]').getByText('Gravando').waitFor();
    });

    await step('keys are clicked, typed and pasted', async () => {
        await button('Teclado').click();
        const sent = softphone.getByRole('textbox', { name: 'Tons enviados' });
        await softphone.getByRole('group', { name: 'Teclado' }).getByRole('button', { name: '1', exact: true }).click();
        await sent.focus();
        await sent.press('2');
        await sent.press('#');
        await softphone.getByText('Enviado: 1 2 #').or(softphone.getByText('Enviado: 12#')).first().waitFor();
        assert.equal(await sent.inputValue(), '12#');
        await inspect('teclado-de-tons');
        await portray('teclado-de-tons-softphone');
        await button('Teclado').click();
        await sent.waitFor({ state: 'detached' });
    });
}

async function tellConsultation(step: Step, ana: Agent, bruno: Agent): Promise<void> {
    let protocol = '';

    await step('Transferir lists colleagues with their presence, and queues', async () => {
        protocol = await ana.protocol();
        await ana.portray('atendimento-softphone');
        await ana.button('Transferir').click();
        await expectText(ana.softphone.getByRole('row', { name: new RegExp(BRUNO) }), /Disponível/);
        await ana.softphone.getByRole('row', { name: /Vendas/ }).waitFor();
        await ana.inspect('transferir');
        await ana.portray('transferir-softphone');
    });

    await step('who is consulted sees who asks, and about whom', async () => {
        await ana.button(`Consultar ${BRUNO}`).click();
        await ana.softphone.getByText(`Chamando ${BRUNO}…`).first().waitFor();
        await bruno.openTab(/Tocando/);
        const offer = bruno.softphone.getByRole('option');
        for (const text of [`Consulta de ${ANA}`, CUSTOMER.number, CUSTOMER.name, CUSTOMER.account])
            await expectText(offer, text);
        await bruno.inspect('consulta-tocando');
        await bruno.portray('consulta-tocando-softphone');
    });

    await step('and has the facts of the customer in front of them when they answer', async () => {
        await bruno.answer();
        await bruno.softphone.locator('[data-id=state]').getByText('Em consulta').waitFor();
        await expectText(bruno.softphone.locator('[data-id=name]'), CUSTOMER.name);
        await expectText(bruno.softphone.locator('[data-id=account]'), CUSTOMER.account);
        assert.equal(await bruno.protocol(), protocol);
        await ana.softphone.getByText(`Em consulta com ${BRUNO}`).first().waitFor();
        await bruno.inspect('consultado');
        await ana.inspect('consultando');
        await ana.portray('consultando-softphone');
    });

    await step('Concluir transferência hands the customer over', async () => {
        await ana.button('Concluir transferência').click();
        await bruno.softphone.locator('[data-id=state]').getByText('Em atendimento').waitFor();
        await finishWrapUp(ana.softphone);
    });

    await step('the Case opens for the colleague, who owns it now', async () => {
        await expectText(fieldValue(bruno.page, 'Protocolo de atendimento'), protocol);
        await expectText(fieldValue(bruno.page, 'Proprietário do caso'), BRUNO);
        await bruno.inspect('caso-transferido');
        await endCall(bruno.softphone);
    });

    await step('and holds a Task of each of them', async () => {
        await bruno.page.getByRole('tab', { name: 'Relacionado' }).click();
        await bruno.page.getByRole('heading', { name: 'Atividades (2)' }).waitFor();
        const tasks = bruno.page.getByRole('table', { name: 'Atividades' });
        for (const agent of [ANA, BRUNO]) await expectText(tasks, agent);
        await bruno.inspect('tarefas-dos-dois');
    });
}

async function tellConference(step: Step, ana: Agent, bruno: Agent): Promise<void> {
    await step('what a colleague takes is gone from Tocando, which says so', async () => {
        await bruno.openTab(/Tocando/);
        await bruno.line.call(SECOND.number, 'everybody');
        for (const { softphone } of [ana, bruno]) await expectText(softphone.getByRole('option'), SECOND.number);
        await ana.answer();
        await bruno.softphone.getByText(`${SECOND.number}: atendida por colega.`).waitFor();
        await bruno.inspect('atendida-por-colega');
        await bruno.portray('atendida-por-colega-softphone');
    });

    await step('a consultation becomes a conference', async () => {
        await ana.button('Transferir').click();
        await ana.button(`Consultar ${BRUNO}`).click();
        await bruno.answer();
        await ana.button('Conferência').click();
        await ana.softphone.getByText(`Em conferência com ${BRUNO}`).first().waitFor();
        await bruno.softphone.locator('[data-id=state]').getByText('Em conferência').waitFor();
        await expectText(bruno.softphone.locator('[data-id=company]'), ANA);
        await ana.inspect('conferencia');
        await ana.portray('conferencia-softphone');
        await bruno.portray('em-conferencia-softphone');
    });

    await step('who asked leaves, and the colleague goes on with the customer', async () => {
        await endCall(ana.softphone);
        await bruno.softphone.locator('[data-id=state]').getByText('Em atendimento').waitFor();
        await expectText(bruno.softphone.locator('[data-id=name]'), SECOND.name);
        await endCall(bruno.softphone);
    });
}

async function tellBlindTransfers(step: Step, ana: Agent, bruno: Agent): Promise<void> {
    await step('a call handed to a queue rings at whoever is free there', async () => {
        await ana.line.call(THIRD.number, 'me');
        await ana.openTab(/Tocando/);
        await ana.answer();
        await ana.button('Transferir').click();
        await ana.button(/^Transferir direto para .*Vendas$/).click();
        await bruno.openTab(/Tocando/);
        await expectText(bruno.softphone.getByRole('option'), THIRD.number);
        await finishWrapUp(ana.softphone);
    });

    await step('a call handed to a number leaves the softphone', async () => {
        await bruno.answer();
        await bruno.button('Transferir').click();
        await bruno.softphone.getByRole('combobox', { name: 'Agente, fila ou número' }).fill(OUTSIDE_NUMBER);
        await bruno.inspect('transferir-para-numero');
        await bruno.button(/^Transferir direto para /).click();
        await finishWrapUp(bruno.softphone);
    });
}
