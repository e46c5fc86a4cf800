import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { openAgent } from './agent.ts';
import { endCall, finishWrapUp } from './endCall.ts';
import { expectText } from './recordPage.ts';
import type { TestStack } from './stack.ts';
import { tellStory, type Report } from '../../test/story.ts';

const FIRST = { number: '(11) 98765-4321', name: 'Maria da Silva' };
const SECOND = { number: '(41) 99123-4567', name: 'Cláudia Teixeira' };

/** A call comes while another one is talked on; the agent goes to and fro between them. */
export const tellTwoCalls = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory('Two calls of one agent', report, async (step) => {
        const ana = await openAgent(browser, stack, 'ana@local.org');
        const { page, softphone, button, line } = ana;
        const talkedOn = softphone.locator('c-call-header');
        const waiting = softphone.getByRole('article').filter({ has: page.locator('[data-id=compact-hold-time]') });
        const resume = (name: string) => button(`Retomar a chamada com ${name}`);

        await step('a second call rings while the agent talks, and Tocando says what answering it does', async () => {
            await line.call(FIRST.number, 'me');
            await ana.openTab(/Tocando/);
            await ana.answer();
            await line.call(SECOND.number, 'me');
            await ana.openTab('Tocando (1)');
            await expectText(softphone.getByRole('option'), SECOND.number);
            await softphone.getByText('A ligação atual ficará em espera.').waitFor();
            await ana.inspect('segunda-chamada-tocando');
        });

        await step('answering it puts the first one on hold', async () => {
            await ana.answer();
            await expectText(talkedOn, /Em atendimento[\s\S]*Cláudia Teixeira/);
            await expectText(waiting, /Maria da Silva[\s\S]*Cliente em espera/);
            await ana.inspect('duas-chamadas');
            await ana.portray('duas-chamadas-softphone');
        });

        await step('Retomar swaps them, and keeps each in its place', async () => {
            await resume(FIRST.name).click();
            await expectText(talkedOn, /Em atendimento[\s\S]*Maria da Silva/);
            await expectText(waiting, SECOND.name);
            await resume(SECOND.name).click();
            await expectText(talkedOn, SECOND.name);
            await expectText(waiting, FIRST.name);
        });

        await step('the one on hold goes on when the other is over', async () => {
            await button('Desligar').click();
            await expectText(talkedOn, /Cliente em espera[\s\S]*Maria da Silva/);
            assert.equal(await waiting.count(), 0);
            await button('Espera').click();
            await expectText(talkedOn, /Em atendimento/);
            await endCall(softphone);
        });

        await step('Histórico lists both', async () => {
            await ana.openTab('Histórico');
            const rows = softphone.getByRole('list', { name: 'Chamadas de hoje' }).getByRole('listitem');
            await expectText(rows.nth(0), FIRST.number);
            await expectText(rows.nth(1), SECOND.number);
        });

        await step('a call that the customer ends is wrapped up, too', async () => {
            await line.call(SECOND.number, 'me');
            await ana.openTab(/Tocando/);
            await ana.answer();
            await line.hangUpAll();
            await finishWrapUp(softphone);
        });

        await step('the page complained about nothing', async () => assert.deepEqual(ana.complaints, []));
        await line.hangUpAll();
        await ana.close();
    });
