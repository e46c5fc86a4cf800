import assert from 'node:assert/strict';
import type { Browser, Locator, Page } from 'playwright-core';
import { createWebhookSender, type WebhookEvent, type WebhookSender } from '../../bench/sync/webhookSender.ts';
import { consoleOf, openBrowserOfAgent, openWindow } from './consolePage.ts';
import { moveFocus } from './keyboard.ts';
import { expectText } from './recordPage.ts';
import type { TestStack } from './stack.ts';
import { tellStory, type Report } from '../../test/story.ts';

const AGENT = { username: 'bruno@local.org', extension: '1002' };
const ROWS = 2_000;
/** So many calls are told of at the same time. */
const SIDE_BY_SIDE = 32;
/** Of one call to the next: all are of this very day. */
const APART_MS = 5;
const WHEEL_TURNS = 60;
const WHEEL_PX = 600;
const TABS = 40;
/** The bar of `npm run bench -- softphone` is 50 ms; here other things run beside it. */
const LONGEST_TASK_MS = 1_000;
const ONE = 1_234;

/** A script to run before the page's own. */
const WATCH_LONG_TASKS = `
    window.longTasks = [];
    new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => Math.round(duration))))
        .observe({ type: 'longtask' });`;

/** More calls in a day than any agent has. */
export const tellLongHistory = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory(`A history of ${ROWS} calls`, report, async (step) => {
        const context = await openBrowserOfAgent(browser);
        await context.addInitScript({ content: WATCH_LONG_TASKS });
        await fillHistory(stack.bridgeUrl);
        const url = consoleOf(stack.consoleUrl, AGENT.username);
        const { page, softphone, complaints, inspect } = await openWindow(context, url);
        const rows = softphone.getByRole('list', { name: 'Chamadas de hoje' }).getByRole('listitem');
        const rowOf = (number: string) => rows.filter({ hasText: number });
        const filter = softphone.getByRole('searchbox', { name: /^Filtrar por/ });
        let positions: number[] = [];

        await step('is listed, but rendered where it is in sight only', async () => {
            await softphone.getByRole('tab', { name: 'Histórico' }).click();
            await rowOf(shownNumber(ROWS - 1)).waitFor();
            assert.ok((await rows.count()) < 60, `${await rows.count()} rows are rendered`);
            assert.ok(Number(await rows.first().getAttribute('aria-setsize')) >= ROWS);
            await inspect('historico-longo');
        });

        await step('scrolls smoothly', async () => {
            await softphone.hover();
            await page.evaluate('longTasks.length = 0');
            for (let turn = 0; turn < WHEEL_TURNS; turn += 1) {
                await page.mouse.wheel(0, WHEEL_PX);
                await painted(page);
            }
            const position = Number(await inSight(rows).getAttribute('aria-posinset'));
            assert.ok(position > 100, `only row ${position} is in sight`);
            await assertShortTasks(page);
            await inspect('historico-longo-rolado');
        });

        await step('has its first call at its end', async () => {
            await page.mouse.wheel(0, ROWS * 100);
            await softphone.locator(`[aria-posinset="${await rows.first().getAttribute('aria-setsize')}"]`).waitFor();
        });

        await step('is filtered while a number is typed', async () => {
            await page.evaluate('longTasks.length = 0');
            await filter.pressSequentially(shownNumber(ONE));
            await softphone.getByText('Resultados: 1').waitFor();
            await expectText(rows, shownNumber(ONE));
            await assertShortTasks(page);
            await inspect('historico-longo-filtrado');
            await filter.fill('');
            await rowOf(shownNumber(ROWS - 1)).waitFor();
        });

        await step('is gone through by keyboard, row after row', async () => {
            await moveFocus(page, 'Tab', rows.first().getByRole('button').first());
            for (let press = 0; press < TABS; press += 1) {
                positions = [...positions, await focusedPosition(rows)];
                await page.keyboard.press('Tab');
            }
            const isInOrder = positions.every(
                (position, index) => index === 0 || position - positions[index - 1]! <= 1
            );
            assert.ok(isInOrder && positions.at(-1)! >= TABS / 3, positions.join(' '));
        });

        await step('the page complained about nothing', async () => assert.deepEqual(complaints, []));
        await context.close();
    });

/** Calls that the agent did not take, told by signed webhook as a PBX would. */
async function fillHistory(bridgeUrl: string): Promise<void> {
    const startedAtMs = Date.now();
    const sender = createWebhookSender(bridgeUrl);
    let next = 0;
    const tellCalls = async () => {
        while (next < ROWS) {
            const index = next;
            next += 1;
            await tellCall(sender, index, new Date(startedAtMs - (ROWS - index) * APART_MS).toISOString());
        }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, tellCalls)).finally(() => sender.close());
    console.log(`  (${ROWS} calls told in ${Date.now() - startedAtMs} ms)`);
}

async function tellCall({ tell }: WebhookSender, index: number, at: string): Promise<void> {
    const callId = `history-${index}`;
    const facts = { direction: 'inbound', number: `551134${String(index).padStart(6, '0')}`, queue: 'Suporte' };
    const call: Omit<WebhookEvent, 'type'> = { callId, at, facts };
    await tell({ ...call, type: 'legOffered', legId: `${callId}/1`, agent: AGENT.extension });
    await tell({ ...call, type: 'callAbandoned' });
}

const shownNumber = (index: number): string => {
    const digits = `34${String(index).padStart(6, '0')}`;
    return `(11) ${digits.slice(0, 4)}-${digits.slice(4)}`;
};

/** Resolves when the page has been painted once more. */
const painted = (page: Page): Promise<unknown> =>
    page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))');

async function assertShortTasks(page: Page): Promise<void> {
    const durations = await page.evaluate<number[]>('longTasks');
    console.log(`    tasks over 50 ms: ${durations.length === 0 ? 'none' : durations.join(', ')}`);
    assert.ok(Math.max(0, ...durations) < LONGEST_TASK_MS, `a task took ${Math.max(...durations)} ms`);
}

/** A row in the middle of what the softphone shows. */
const inSight = (rows: Locator): Locator => rows.nth(8);

/** Where in the list the focus is, from 1; 0: outside of it. */
const focusedPosition = async (rows: Locator): Promise<number> => {
    const focused = rows.filter({ has: rows.page().locator(':focus') });
    return (await focused.count()) === 0 ? 0 : Number(await focused.getAttribute('aria-posinset'));
};
