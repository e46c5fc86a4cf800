import assert from 'node:assert/strict';
import type { Browser, BrowserContext } from 'playwright-core';
import { type ConsolePage, consoleOf, openBrowserOfAgent, openWindow } from './consolePage.ts';
import { createUser } from './newUser.ts';
import { complaintsBesideFailedRequests, distrustBridge } from './outage.ts';
import type { TestStack } from './stack.ts';
import { tellStory, type Report } from '../../test/story.ts';

/** What the softphone shows to whom it cannot sign in: why, and what to ask the administrator for. */
export const tellSessionScreens = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory('Why there is no session', report, async (step) => {
        const bridge = `${stack.bridgeUrl}/**`;

        const visit = async (
            username: string,
            look: (console: ConsolePage, context: BrowserContext) => Promise<void>,
            prepare: (context: BrowserContext) => Promise<unknown> = () => Promise.resolve()
        ): Promise<void> => {
            const context = await openBrowserOfAgent(browser);
            await prepare(context);
            const console = await openWindow(context, consoleOf(stack.consoleUrl, username));
            await look(console, context);
            assert.deepEqual(complaintsBesideFailedRequests(console), []);
            await context.close();
        };

        await step('no permission: names the permission set', async () => {
            const username = await createUser(stack.orgUrl, {
                lastName: 'Duarte',
                extension: '1003',
                permissionSet: null
            });
            await visit(username, async ({ softphone, inspect, portray }) => {
                await softphone.getByRole('heading', { name: 'Você ainda não tem acesso ao softphone' }).waitFor();
                await softphone.getByText('“Agente do softphone”').waitFor();
                await inspect('sem-permissao');
                await portray('sem-permissao-softphone');
            });
        });

        await step('no extension: names the field', async () => {
            const username = await createUser(stack.orgUrl, {
                lastName: 'Esteves',
                extension: null,
                permissionSet: 'SoftphoneAgent'
            });
            await visit(username, async ({ softphone, inspect, portray }) => {
                await softphone.getByRole('heading', { name: 'O seu usuário não tem ramal' }).waitFor();
                await inspect('sem-ramal');
                await portray('sem-ramal-softphone');
            });
        });

        await step('bridge unreachable: names its address, and Tentar de novo signs in once it is back', async () => {
            await visit(
                'ana@local.org',
                async ({ softphone, inspect, portray }, context) => {
                    await softphone.getByRole('heading', { name: 'O servidor de telefonia não responde' }).waitFor();
                    await softphone.getByText(stack.bridgeUrl).first().waitFor();
                    await inspect('servidor-nao-responde');
                    await portray('servidor-nao-responde-softphone');
                    await context.unroute(bridge);
                    await softphone.getByRole('button', { name: 'Tentar de novo' }).click();
                    await softphone.getByText('Conectado', { exact: true }).waitFor();
                },
                (context) => context.route(bridge, (route) => route.abort())
            );
        });

        await step('blocked by the content security policy: names the trusted site to add', async () => {
            await visit(
                'ana@local.org',
                async ({ softphone, inspect, portray }) => {
                    await softphone
                        .getByRole('heading', { name: 'O Salesforce bloqueou a conexão com o servidor de telefonia' })
                        .waitFor();
                    await softphone.locator('code').getByText(stack.bridgeUrl).waitFor();
                    await inspect('bloqueado-por-csp');
                    await portray('bloqueado-por-csp-softphone');
                },
                (context) => distrustBridge(context, stack)
            );
        });
    });
