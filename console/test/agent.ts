import type { Browser, BrowserContext, Locator } from 'playwright-core';
import { type ConsolePage, consoleOf, openBrowserOfAgent, openWindow } from './consolePage.ts';
import { type CustomersOnLine, customersOf } from './customersOnLine.ts';
import type { TestStack } from './stack.ts';

/** An agent at their console, free for calls. */
export interface Agent extends ConsolePage {
    /** Customers who call this agent, or the queue. */
    readonly line: CustomersOnLine;
    /** A button of the softphone, by what it says. */
    button(name: string | RegExp): Locator;
    openTab(name: string | RegExp): Promise<void>;
    /** Takes the call that is selected in Tocando. */
    answer(): Promise<void>;
    /** The protocol of the call in Atendimento. */
    protocol(): Promise<string>;
}

/**
 * @param username such as `bruno@local.org`
 * @param prepare the agent's browser, before it opens the page
 */
export async function openAgent(
    browser: Browser,
    stack: TestStack,
    username: string,
    prepare: (context: BrowserContext) => Promise<unknown> = () => Promise.resolve()
): Promise<Agent> {
    const line = await customersOf(stack, username);
    await line.beAvailable();
    const context = await openBrowserOfAgent(browser);
    await prepare(context);
    const console = await openWindow(context, consoleOf(stack.consoleUrl, username));
    const { softphone } = console;
    const button = (name: string | RegExp) => softphone.getByRole('button', { name, exact: true });
    await softphone.getByText('Conectado', { exact: true }).waitFor();
    return {
        ...console,
        close: () => context.close(),
        line,
        button,
        openTab: (name) => softphone.getByRole('tab', { name }).click(),
        async answer() {
            await button('Atender').click();
            await softphone.getByRole('tab', { name: 'Atendimento', selected: true }).waitFor();
        },
        protocol: () => softphone.locator('[data-id=protocol]').innerText()
    };
}
