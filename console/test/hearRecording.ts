import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { type Report, type Step, tellStory } from '../../test/story.ts';
import { type Agent, openAgent } from './agent.ts';
import { complaintsBesideFailedRequests } from './outage.ts';
import { openCaseOf } from './openCase.ts';
import { placeOf, type Player, playerIn, saveRecording, speedOf } from './player.ts';
import { tellRecordedCall } from './recordedCall.ts';
import { expectText } from './recordPage.ts';
import { recordSpeech } from './speech.ts';
import type { TestStack } from './stack.ts';

const AGENT = { username: 'ana@local.org', extension: '1001' };
const NUMBER = '+5511987654321';
const PROTOCOL = 'OUVIR-1';
const SECONDS = 95;
const FASTER = { option: '1,5×', rate: 1.5 };

/** A recording is heard on the Case's page and in Histórico: seek, speed, save, one at a time. */
export const tellHearRecording = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory('Agents hear recordings in the console', report, async (step) => {
        const ana = await openAgent(browser, stack, AGENT.username);
        const audio = await recordSpeech(stack.recordingsDir, PROTOCOL, SECONDS);
        await tellRecordedCall(stack, { protocol: PROTOCOL, number: NUMBER, agent: AGENT.extension, seconds: SECONDS });
        const onCase = playerIn(ana.page.locator('c-case-calls').filter({ visible: true }));
        const inHistory = playerIn(ana.softphone);
        await ana.line.beAvailable();
        await tellOnCase(step, ana, onCase, audio);
        await tellInHistory(step, ana, { onCase, inHistory });
        // a recording that is asked for at once may still be on its way
        await step('the page complained about nothing', async () =>
            assert.deepEqual(complaintsBesideFailedRequests(ana), [])
        );
        await ana.close();
    });

async function tellOnCase(step: Step, ana: Agent, player: Player, audio: Buffer): Promise<void> {
    const { page } = ana;

    await step("Chamadas deste caso plays the call's recording", async () => {
        await openCaseOf(ana, PROTOCOL);
        await page.getByRole('tab', { name: 'Relacionado' }).filter({ visible: true }).click();
        await page.locator('c-case-calls').getByRole('button', { name: 'Ouvir gravação' }).click();
        await player.pause.waitFor();
        await expectText(player.group.locator('[data-id=duration]'), '1:35');
        await ana.inspect('gravacao-no-caso');
    });

    await step('the keyboard leads to any place of it', async () => {
        await player.pause.click();
        await player.position.press('Home');
        assert.equal(await placeOf(player), 0);
        await player.position.press('End');
        assert.equal(await placeOf(player), SECONDS);
        await player.position.press('Home');
        await player.position.press('PageUp');
        await player.position.press('ArrowRight');
        assert.ok((await placeOf(player)) > 0);
        assert.match((await player.position.getAttribute('aria-valuetext')) ?? '', /^0:\d\d de 1:35$/);
    });

    await step('it is heard faster', async () => {
        await player.speed.selectOption({ label: FASTER.option });
        await player.play.click();
        await player.pause.waitFor();
        assert.equal(await speedOf(player), FASTER.rate);
        await ana.inspect('gravacao-mais-rapida');
    });

    await step('and saved under its protocol, byte for byte', async () => {
        const saved = await saveRecording(page, player);
        assert.equal(saved.suggestedFilename(), `${PROTOCOL}.wav`);
        assert.ok((await readFile(await saved.path())).equals(audio), 'another audio was saved');
    });
}

async function tellInHistory(
    step: Step,
    ana: Agent,
    { onCase, inHistory }: Readonly<Record<'onCase' | 'inHistory', Player>>
): Promise<void> {
    const { page, softphone } = ana;
    const listen = softphone.getByRole('button', { name: new RegExp(`^Ouvir gravação .*${PROTOCOL}$`) });

    await step('Histórico plays it, too, and what played before falls silent', async () => {
        await onCase.pause.waitFor();
        await page.locator('[data-utility=softphone]').click();
        await ana.openTab('Histórico');
        await listen.click();
        await inHistory.pause.waitFor();
        await onCase.silent.waitFor({ state: 'attached' });
        await inHistory.position.press('PageUp');
        await inHistory.pause.focus();
        await ana.inspect('gravacao-no-historico');
        await ana.portray('gravacao-no-historico-softphone');
    });

    await step('the speed is the one that was chosen before', async () =>
        assert.equal(await speedOf(inHistory), FASTER.rate)
    );

    await step('a call that rings silences it', async () => {
        await inHistory.pause.waitFor();
        await ana.line.call(NUMBER, 'me');
        await inHistory.silent.waitFor({ state: 'attached' });
        await ana.line.hangUpAll();
    });

    await step('Escape closes it, and the focus is on the button again', async () => {
        await ana.openTab('Histórico');
        await inHistory.position.focus();
        await page.keyboard.press('Escape');
        await inHistory.group.waitFor({ state: 'detached' });
        assert.ok(await listen.evaluate((element) => (element as unknown as Focusable).matches(':focus')));
    });
}

/** What is used of an element: tests run where there is no DOM. */
interface Focusable {
    matches(selector: string): boolean;
}
