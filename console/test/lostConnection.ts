import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { openAgent } from './agent.ts';
import { endCall, finishWrapUp } from './endCall.ts';
import { complaintsBesideFailedRequests, moveBridge } from './outage.ts';
import { expectText } from './recordPage.ts';
import type { TestStack } from './stack.ts';
import { startCuttableProxy } from '../../bridge-server/test/support/cuttableProxy.ts';
import { tellStory, type Report } from '../../test/story.ts';

const TALKED_ON = { number: '(11) 98765-4321', name: 'Maria da Silva' };
const RINGING = '(41) 99123-4567';

/** The way to the bridge goes away while one call is talked on and another rings, and comes back. */
export const tellLostConnection = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory('The connection is lost and comes back', report, async (step) => {
        const network = await startCuttableProxy({ host: '127.0.0.1', port: Number(new URL(stack.bridgeUrl).port) });
        const ana = await openAgent(browser, stack, 'ana@local.org', (context) =>
            moveBridge(context, stack, `http://127.0.0.1:${network.port}`)
        );
        const { page, softphone, button, line } = ana;
        const stale = softphone.getByText('Sem conexão: as chamadas abaixo podem estar desatualizadas.');
        const light = softphone.locator('c-connection-light');
        let protocol = '';
        let talkedOnId = '';

        await step('one call is talked on and another one rings', async () => {
            talkedOnId = await line.call(TALKED_ON.number, 'me');
            await ana.openTab(/Tocando/);
            await ana.answer();
            protocol = await ana.protocol();
            await line.call(RINGING, 'me');
            await softphone.getByRole('tab', { name: 'Tocando (1)' }).waitFor();
        });

        await step('without a connection the softphone says so, and the utility bar too', async () => {
            network.cut();
            await stale.waitFor();
            await expectText(light, /Reconectando em \d+ s|Conectando…/);
            await expectText(page.locator('[data-utility=softphone]'), 'Softphone sem conexão');
        });

        await step('the call is still shown, and nothing can be asked of it', async () => {
            await expectText(softphone.locator('[data-id=protocol]'), protocol);
            for (const name of ['Mudo', 'Espera', 'Teclado', 'Transferir', 'Desligar'])
                assert.equal(await button(name).getAttribute('aria-disabled'), 'true', name);
            await ana.inspect('sem-conexao');
            await ana.portray('sem-conexao-softphone');
        });

        await step('so is the call that rang when it was last heard of', async () => {
            await ana.openTab(/Tocando/);
            await expectText(softphone.getByRole('option'), RINGING);
            for (const name of ['Atender', 'Recusar'])
                assert.equal(await button(name).getAttribute('aria-disabled'), 'true', name);
            await ana.inspect('sem-conexao-tocando');
        });

        await step('it comes back by itself, with what has happened meanwhile', async () => {
            await line.customerHangsUp(talkedOnId);
            network.mend();
            await stale.waitFor({ state: 'detached' });
            await expectText(light, 'Conectado');
            await expectText(softphone.getByRole('option'), RINGING);
            await ana.inspect('conexao-de-volta');
        });

        await step('the call that ended is wrapped up, and in Histórico', async () => {
            await finishWrapUp(softphone);
            await ana.openTab('Histórico');
            await expectText(softphone.getByRole('listitem').first(), new RegExp(`Atendida[\\s\\S]*${protocol}`));
        });

        await step('the call that rang all the time can be answered', async () => {
            await ana.openTab(/Tocando/);
            await ana.answer();
            await softphone.locator('[data-id=state]').getByText('Em atendimento').waitFor();
            await expectText(softphone, RINGING);
        });

        await step('a call talked on through an outage is as it was', async () => {
            await button('Espera').click();
            await softphone.locator('[data-id=state]').getByText('Cliente em espera').waitFor();
            network.cut();
            await stale.waitFor();
            network.mend();
            await stale.waitFor({ state: 'detached' });
            await softphone.locator('[data-id=state]').getByText('Cliente em espera').waitFor();
            await endCall(softphone);
        });

        await step('where nothing rang Tocando says where calls can be answered now', async () => {
            network.cut();
            await ana.openTab(/Tocando/);
            await softphone.getByText('Enquanto isso, atenda no aparelho.').waitFor();
            await ana.inspect('sem-conexao-nada-tocando');
            network.mend();
            await softphone.getByText('Nenhuma chamada tocando').waitFor();
        });

        await step('the page complained about nothing but the network', async () => {
            assert.deepEqual(complaintsBesideFailedRequests(ana), []);
        });
        await line.hangUpAll();
        await ana.close();
        await network.close();
    });
