import assert from 'node:assert/strict';
import type { Browser, Locator, Page } from 'playwright-core';
import { type ConsolePage, openBrowserOfAgent, openWindow } from './consolePage.ts';
import { customersOf } from './customersOnLine.ts';
import { finishWrapUp } from './endCall.ts';
import { countRecords } from './orgRecords.ts';
import { expectText, expectValue } from './recordPage.ts';
import { readAlerts, recordAlerts, waitForAlerts } from './recordedAlerts.ts';
import type { TestStack } from './stack.ts';
import { tellStory, type Report } from '../../test/story.ts';

const AGENT = 'ana@local.org';
const FIRST = { number: '(11) 3333-0001', sent: '+551133330001' };
const SECOND = { number: '(11) 3333-0002', sent: '+551133330002' };
const TAKEN_OVER_WITHIN_MS = 1_000;
const NOTE = 'Pediu a segunda via da fatura de outubro.';
const SHOWS_CALL = `alerts.titles.some((title) => title.includes('${FIRST.number}'))`;
const RINGS_AGAIN = `alerts.notes > 0 && alerts.titles.some((title) => title.includes('${SECOND.number}'))`;

/** One agent has the console open more than once, closes windows and reloads them while calls come and go. */
export const tellTwoWindows = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory('One agent with two windows', report, async (step) => {
        const line = await customersOf(stack, AGENT);
        await line.beAvailable();
        const context = await openBrowserOfAgent(browser);
        await context.addInitScript({ content: recordAlerts('granted') });
        const one = await openWindow(context, stack.consoleUrl);
        let other = one;
        let third = one;
        let protocol = '';
        let serviceTime = '';

        await step('a call rings in both, and one of them alone alerts the agent', async () => {
            await one.softphone.getByRole('tab', { name: 'Tocando' }).click();
            other = await openWindow(context, stack.consoleUrl);
            await other.softphone.getByText('Nenhuma chamada tocando').waitFor();
            await line.call(FIRST.sent, 'me');
            for (const { softphone } of [one, other]) await expectText(softphone.getByRole('option'), FIRST.number);
            await waitForAlerts(one.page, `${SHOWS_CALL} && alerts.notes > 0`);
            const silent = await readAlerts(other.page);
            assert.equal((await readAlerts(one.page)).notifications.length, 1);
            assert.deepEqual([silent.notifications, silent.notes, silent.titles], [[], 0, []]);
        });

        await step('the other takes over within a second when that one closes', async () => {
            const closedAtMs = Date.now();
            await one.page.close();
            await waitForAlerts(other.page, `${SHOWS_CALL} && alerts.notes > 0`);
            const afterMs = Date.now() - closedAtMs;
            console.log(`    it rings after ${afterMs} ms`);
            assert.ok(afterMs < TAKEN_OVER_WITHIN_MS, `${afterMs} ms`);
            await line.hangUpAll();
            await other.softphone.getByText('Nenhuma chamada tocando').waitFor();
        });

        await step('the next call rings in it, and in a window that was opened since', async () => {
            third = await openWindow(context, stack.consoleUrl);
            await third.softphone.getByText('Nenhuma chamada tocando').waitFor();
            await line.call(SECOND.sent, 'me');
            await expectText(third.softphone.getByRole('option'), SECOND.number);
            await waitForAlerts(other.page, RINGS_AGAIN);
            assert.equal((await readAlerts(third.page)).notifications.length, 0);
        });

        await step('a call answered in one is shown in both', async () => {
            await third.softphone.getByRole('button', { name: 'Atender' }).click();
            for (const { softphone } of [other, third])
                await softphone.getByRole('tab', { name: 'Atendimento', selected: true }).waitFor();
            protocol = await third.softphone.locator('[data-id=protocol]').innerText();
            await expectText(other.softphone.locator('[data-id=protocol]'), protocol);
        });

        await step('the Case opens in one of them', async () => {
            for (const { softphone } of [other, third])
                await softphone.getByRole('button', { name: /^Abrir caso/ }).waitFor();
            await Promise.any([other, third].map(({ page }) => caseTabs(page).waitFor()));
            const tabs = await Promise.all([other, third].map(({ page }) => caseTabs(page).count()));
            assert.equal(tabs[0]! + tabs[1]!, 1, `Case tabs: ${tabs.join(' and ')}`);
        });

        await step('what was typed last in a window survives that it is closed at once', async () => {
            await notesOf(third).fill(NOTE);
            await third.page.close({ runBeforeUnload: true });
            await expectValue(notesOf(other), NOTE);
        });

        await step('a reload brings back the call, its time, the tab and the notes', async () => {
            serviceTime = await timeOf(other);
            await other.page.reload();
            await other.softphone.getByRole('tab', { name: 'Atendimento', selected: true }).waitFor();
            await expectText(other.softphone.locator('[data-id=protocol]'), protocol);
            await expectValue(notesOf(other), NOTE);
            assert.ok((await timeOf(other)) >= serviceTime, `the time went back to ${await timeOf(other)}`);
            assert.equal(await caseTabs(other.page).count(), 0, 'the Case was opened again');
            await other.inspect('janela-recarregada');
        });

        await step('there is one Case and one Task, with what was typed', async () => {
            await other.softphone.getByRole('button', { name: /^Abrir caso/ }).click();
            await other.softphone.getByRole('button', { name: 'Desligar' }).click();
            await finishWrapUp(other.softphone);
            await other.page.locator('[data-utility=softphone]').click();
            await other.page.getByRole('tab', { name: 'Relacionado' }).click();
            await other.page.getByRole('link', { name: new RegExp(protocol) }).waitFor();
            const cases = `SELECT Id FROM Case WHERE CallProtocol__c = '${protocol}'`;
            assert.equal(await countRecords(stack.orgUrl, cases), 1);
            assert.equal(await countRecords(stack.orgUrl, `SELECT Id FROM Task WHERE WhatId IN (${cases})`), 1);
        });

        await step('the page complained about nothing', async () => assert.deepEqual(other.complaints, []));
        await line.hangUpAll();
        await context.close();
    });

const caseTabs = (page: Page): Locator =>
    page.getByRole('navigation', { name: 'Guias do console' }).getByRole('button', { name: /^Fechar/ });

const notesOf = ({ softphone }: ConsolePage): Locator => softphone.getByRole('textbox', { name: 'Anotações' });

const timeOf = ({ softphone }: ConsolePage): Promise<string> => softphone.locator('[data-id=service-time]').innerText();
