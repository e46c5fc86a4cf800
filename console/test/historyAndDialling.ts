import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { type Agent, openAgent } from './agent.ts';
import { endCall } from './endCall.ts';
import { expectText, fieldValue } from './recordPage.ts';
import type { TestStack } from './stack.ts';
import { type Step, tellStory, type Report } from '../../test/story.ts';

const ANSWERED = { number: '(11) 98765-4321', name: 'Maria da Silva' };
const REFUSED = '(71) 3322-5566';
const CONTACT = { search: 'beatriz', name: 'Beatriz Nogueira', account: 'Construtora Horizonte Azul' };
const BUSY_NUMBER = '(11) 3456-0000';
/** One number, as people write it. */
const SPELLINGS = ['11 3456 7890', '(11) 3456-7890', '+55 11 3456-7890', '0 15 11 3456-7890'];
const DIALLED = '(11) 3456-7890';
const DAY_MS = 86_400_000;
/** Of Bruno's time zone, which knows no daylight saving time. */
const UTC_OFFSET_MS = -3 * 3_600_000;
const BEFORE_MIDNIGHT_MS = 1_500;

/** Today's calls, and the calls that the agent begins. */
export const tellHistoryAndDialling = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory('Histórico and Discar', report, async (step) => {
        const bruno = await openAgent(browser, stack, 'bruno@local.org', (context) =>
            context.grantPermissions(['clipboard-read', 'clipboard-write'])
        );
        await tellHistory(step, bruno);
        await tellDialling(step, bruno);
        await tellMidnight(step, bruno);
        await step('the page complained about nothing', async () => assert.deepEqual(bruno.complaints, []));
        await bruno.line.hangUpAll();
        await bruno.close();
    });

const rowsOf = ({ softphone }: Agent) =>
    softphone.getByRole('list', { name: 'Chamadas de hoje' }).getByRole('listitem');

async function tellHistory(step: Step, bruno: Agent): Promise<void> {
    const { page, softphone, button, line } = bruno;
    const rows = rowsOf(bruno);
    const filter = softphone.getByRole('searchbox', { name: /^Filtrar/ });
    let protocol = '';

    await step('lists what became of each call', async () => {
        await line.call(ANSWERED.number, 'me');
        await bruno.openTab(/Tocando/);
        await bruno.answer();
        protocol = await bruno.protocol();
        await endCall(softphone);
        await line.call(REFUSED, 'me');
        await bruno.openTab(/Tocando/);
        await button('Recusar').click();
        await bruno.openTab('Histórico');
        await expectText(rows.nth(0), new RegExp(`${inPattern(REFUSED)}[\\s\\S]*Recusada`));
        await expectText(rows.nth(1), new RegExp(`${ANSWERED.name}[\\s\\S]*Atendida[\\s\\S]*${protocol}`));
        await bruno.inspect('historico-do-dia');
        await bruno.portray('historico-softphone');
    });

    await step('is filtered as the agent types, by what a row shows', async () => {
        await filter.fill(protocol);
        await softphone.getByText('Resultados: 1', { exact: true }).first().waitFor();
        await expectText(rows, ANSWERED.name);
        await bruno.inspect('historico-filtrado');
        await filter.fill('nada assim');
        await softphone.getByText('Nenhuma chamada com “nada assim”').first().waitFor();
        await button('Limpar filtro').click();
        await expectText(rows.nth(0), REFUSED);
    });

    await step('one click copies the protocol', async () => {
        await button(`Copiar protocolo ${protocol}`).click();
        await expectText(rows.nth(1), 'Copiado');
        assert.equal(await page.evaluate('navigator.clipboard.readText()'), protocol);
    });

    await step('another one calls back, and the Case of the new call knows whom', async () => {
        await button(`Ligar de volta para ${ANSWERED.name}`).first().click();
        await softphone.getByRole('tab', { name: 'Atendimento', selected: true }).waitFor();
        await expectText(softphone.locator('[data-id=state]'), 'Chamando…');
        await bruno.inspect('chamando');
        await softphone.locator('[data-id=state]').getByText('Em atendimento').waitFor();
        await expectText(softphone.locator('[data-id=name]'), ANSWERED.name);
        await expectText(fieldValue(page, 'Nome do contato'), ANSWERED.name);
        await endCall(softphone);
    });
}

async function tellDialling(step: Step, bruno: Agent): Promise<void> {
    const { page, softphone, button } = bruno;
    const field = softphone.getByRole('textbox', { name: 'Número ou nome' });
    const dial = button('Ligar');
    const giveUp = async () => {
        await button('Desligar').click();
        await softphone.getByText('Nenhum atendimento agora').waitFor();
    };

    await step('Discar calls a number however it is written', async () => {
        for (const spelling of SPELLINGS) {
            await bruno.openTab('Discar');
            await field.fill(spelling);
            await dial.click();
            await softphone.getByRole('tab', { name: 'Atendimento', selected: true }).waitFor();
            await expectText(softphone.locator('c-call-header'), DIALLED);
            await giveUp();
        }
    });

    await step('the keys of the pad write a number, too', async () => {
        await bruno.openTab('Discar');
        await field.fill('');
        const pad = softphone.getByRole('group', { name: 'Teclado do telefone' });
        for (const digit of BUSY_NUMBER.replace(/\D/g, ''))
            await pad.getByRole('button', { name: digit, exact: true }).click();
        assert.equal(await field.inputValue(), BUSY_NUMBER);
        await bruno.inspect('discar');
        await bruno.portray('discar-softphone');
    });

    await step('a busy number leaves the agent free, and says what it was in Histórico', async () => {
        await dial.click();
        await expectText(softphone.locator('[data-id=state]'), 'Chamando…');
        await softphone.getByText('Nenhum atendimento agora').waitFor();
        await bruno.openTab('Histórico');
        await expectText(rowsOf(bruno).first(), new RegExp(`${inPattern(BUSY_NUMBER)}[\\s\\S]*Não completada`));
    });

    await step('a name finds the contact, whose Case the call opens', async () => {
        await bruno.openTab('Discar');
        await field.fill(CONTACT.search);
        await button(`Ligar para ${CONTACT.name}`).waitFor();
        await bruno.inspect('discar-contato');
        await bruno.portray('discar-contato-softphone');
        await button(`Ligar para ${CONTACT.name}`).click();
        await softphone.locator('[data-id=state]').getByText('Em atendimento').waitFor();
        await expectText(fieldValue(page, 'Nome do contato'), CONTACT.name);
        await expectText(fieldValue(page, 'Nome da conta'), CONTACT.account);
        await endCall(softphone);
    });

    await step('the same contact is among the recent ones from then on', async () => {
        await bruno.openTab('Discar');
        await field.fill('');
        await field.focus();
        await expectText(softphone.getByRole('list', { name: 'Recentes' }).getByRole('listitem').first(), CONTACT.name);
    });
}

async function tellMidnight(step: Step, bruno: Agent): Promise<void> {
    const { page, softphone } = bruno;

    await step("at the agent's midnight a new day begins by itself, and yesterday's calls are gone", async () => {
        await bruno.openTab('Histórico');
        await rowsOf(bruno).first().waitFor();
        await page.clock.setSystemTime(nextMidnightMs(Date.now()) - BEFORE_MIDNIGHT_MS);
        await softphone.getByText('Nenhuma chamada hoje').waitFor();
        await bruno.inspect('historico-dia-novo');
    });
}

const nextMidnightMs = (nowMs: number): number =>
    (Math.floor((nowMs + UTC_OFFSET_MS) / DAY_MS) + 1) * DAY_MS - UTC_OFFSET_MS;

const inPattern = (number: string): string => number.replace(/[()]/g, '\\$&');
