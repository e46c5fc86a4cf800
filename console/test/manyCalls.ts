import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { openConsole } from './consolePage.ts';
import { customersOf } from './customersOnLine.ts';
import { endCall } from './endCall.ts';
import { expectText } from './recordPage.ts';
import type { TestStack } from './stack.ts';
import { tellStory, type Report } from '../../test/story.ts';

const AGENT = 'ana@local.org';
const COLLEAGUE = 'bruno@local.org';
const ALL = 50;
/** The one for the queue, which a colleague takes. */
const QUEUED = { number: '(11) 3333-0000', sent: '+551133330000' };
/** Between a click and what it does on screen, on a machine that does other things, too. */
const AT_ONCE_MS = 2_000;

/** Far more calls ring than anybody can take: everything must still be there, and answer at once. */
export const tellManyCalls = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory('Fifty calls ring', report, async (step) => {
        const line = await customersOf(stack, AGENT);
        const colleague = await customersOf(stack, COLLEAGUE);
        await line.hangUpAll();
        await Promise.all([line.beAvailable(), colleague.beAvailable()]);
        const { softphone, complaints, inspect, portray, close } = await openConsole(browser, stack.consoleUrl);
        const options = softphone.getByRole('option');
        let queued = '';

        await step('and all are listed, the longest waiting first', async () => {
            await softphone.getByText('Nenhuma chamada tocando').waitFor();
            queued = await line.call(QUEUED.sent, 'everybody');
            await expectText(options, QUEUED.number);
            await Promise.all(Array.from({ length: ALL - 1 }, (_, index) => line.call(numberOf(index + 1), 'me')));
            await softphone.getByRole('tab', { name: `Tocando (${ALL})` }).waitFor();
            assert.equal(await options.count(), ALL);
            await expectText(options.first(), QUEUED.number);
            await inspect('cinquenta-chamadas');
            await portray('cinquenta-chamadas-softphone');
        });

        await step('one that a colleague took goes, and its place says so', async () => {
            await colleague.act(queued, 'answer');
            await softphone.getByText(`${QUEUED.number}: atendida por colega.`).waitFor();
            await softphone.getByRole('tab', { name: `Tocando (${ALL - 1})` }).waitFor();
            assert.equal(await options.filter({ hasText: QUEUED.number }).count(), 0);
            await inspect('atendida-por-colega');
        });

        await step('the last one is selected at once', async () => {
            const last = options.last();
            await last.scrollIntoViewIfNeeded();
            await assertAtOnce(async () => {
                await last.click();
                await softphone.getByRole('option', { selected: true }).and(last).waitFor();
            });
        });

        await step('and answered at once', async () => {
            const number = (await options.last().locator('.number').innerText()).trim();
            await assertAtOnce(async () => {
                await softphone.getByRole('button', { name: 'Atender' }).click();
                await softphone.getByRole('tab', { name: 'Atendimento', selected: true }).waitFor();
            });
            await expectText(softphone.getByRole('heading', { level: 3 }), number);
            await inspect('atendimento-com-chamadas-tocando');
        });

        await step('when the customers give up, nothing rings and three are told of', async () => {
            await endCall(softphone);
            await softphone.getByRole('tab', { name: /^Tocando/ }).click();
            await line.hangUpAll();
            await softphone.getByText('Nenhuma chamada tocando').waitFor();
            assert.equal(await softphone.getByText('quem ligou desistiu').count(), 3);
            await inspect('clientes-desistiram');
        });

        await step('the page complained about nothing', async () => assert.deepEqual(complaints, []));
        await colleague.beAvailable();
        await close();
    });

const numberOf = (index: number): string => `+55113333${String(index).padStart(4, '0')}`;

async function assertAtOnce(act: () => Promise<void>): Promise<void> {
    const startedAtMs = Date.now();
    await act();
    const tookMs = Date.now() - startedAtMs;
    console.log(`    after ${tookMs} ms`);
    assert.ok(tookMs < AT_ONCE_MS, `${tookMs} ms`);
}
