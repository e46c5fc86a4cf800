import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { type Report, type Step, tellStory } from '../../test/story.ts';
import { type Agent, openAgent } from './agent.ts';
import { shareCases } from './caseSharing.ts';
import { openLinkVisitor, signInAtOrg } from './linkVisitor.ts';
import { createUser } from './newUser.ts';
import { openCaseOf } from './openCase.ts';
import { awaitStored, eraseRecordings } from './operator.ts';
import { tellRecordedCall } from './recordedCall.ts';
import { expectText, fieldValue, playableSeconds } from './recordPage.ts';
import { recordSpeech } from './speech.ts';
import type { TestStack } from './stack.ts';

const AGENT = { username: 'ana@local.org', extension: '1001', name: 'Ana Souza' };
const NUMBER = '+5511987654321';
const PROTOCOL = 'LINK-1';
const SECONDS = 12;
const ERASURE = { by: 'Encarregado de dados', reason: 'Pedido do titular', force: true };
const NO_ACCESS = {
    'pt-BR': 'Você não tem acesso a esta gravação',
    'en-US': 'You have no access to this recording',
    es: 'No tiene acceso a esta grabación'
} as const;

/** The link in the Task's Comments, opened in a browser that knows nothing of the console. */
export const tellRecordingLink = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory("The link in the Task's comments", report, async (step) => {
        const ana = await openAgent(browser, stack, AGENT.username);
        let link = '';
        await step('stands in the Task of a recorded call', async () => {
            await recordSpeech(stack.recordingsDir, PROTOCOL, SECONDS);
            await tellRecordedCall(stack, {
                protocol: PROTOCOL,
                number: NUMBER,
                agent: AGENT.extension,
                seconds: SECONDS
            });
            await ana.line.beAvailable();
            await awaitStored(stack, PROTOCOL);
            link = await linkOf(ana, PROTOCOL);
            assert.match(link, new RegExp(`/recordings/${PROTOCOL}$`));
        });
        await tellSigningIn(step, browser, link);
        await tellNoAccess(step, browser, stack, link);
        await tellErased(step, browser, { stack, ana, link });
        await ana.close();
    });

async function tellSigningIn(step: Step, browser: Browser, link: string): Promise<void> {
    const visitor = await openLinkVisitor(browser);

    await step("leads to the org's own sign-in, and then to the audio", async () => {
        const { page } = await visitor.open(link);
        assert.match(page.url(), /\/services\/oauth2\/authorize/);
        await signInAtOrg(page, AGENT.username);
        await page.waitForURL(link);
        assert.equal(Math.round(await heardSeconds(page)), SECONDS);
    });

    await step('plays the second time without signing in', async () => {
        const { page } = await visitor.open(link);
        assert.equal(page.url(), link);
        assert.equal(Math.round(await heardSeconds(page)), SECONDS);
        const { status, disposition } = await askAgain(page, link);
        assert.equal(status, 206);
        assert.match(disposition, new RegExp(`${PROTOCOL}\\.wav`));
    });
    await visitor.close();
}

async function tellNoAccess(step: Step, browser: Browser, stack: TestStack, link: string): Promise<void> {
    const { orgUrl } = stack;
    await step('shows somebody who may not see the Case nothing but that, in their language', async () => {
        await shareCases(orgUrl, 'Private');
        const username = await createUser(orgUrl, {
            lastName: 'Curiosa',
            extension: null,
            permissionSet: 'SoftphoneAgent'
        });
        for (const [locale, heading] of Object.entries(NO_ACCESS)) {
            const visitor = await openLinkVisitor(browser, locale);
            const { page, inspect } = await visitor.open(link);
            await signInAtOrg(page, username);
            await page.getByRole('heading', { level: 1, name: heading }).waitFor();
            assert.equal((await page.request.get(link, { headers: { accept: 'text/html' } })).status(), 403);
            await inspect(locale === 'pt-BR' ? 'gravacao-sem-acesso' : `${locale}-recording-no-access`);
            if (locale === 'pt-BR') await tellSomebodyElse(page, link);
            await visitor.close();
        }
    });
    // what the other stories tell needs agents who see the Cases of colleagues
    await shareCases(orgUrl, 'ReadWrite');
}

/** Signs in as somebody else than the one who has no access. */
async function tellSomebodyElse(page: Page, link: string): Promise<void> {
    await page.getByRole('link', { name: 'Entrar com outro usuário' }).click();
    await signInAtOrg(page, AGENT.username);
    await page.waitForURL(link);
    assert.equal(Math.round(await heardSeconds(page)), SECONDS);
}

async function tellErased(
    step: Step,
    browser: Browser,
    { stack, ana, link }: { readonly stack: TestStack; readonly ana: Agent; readonly link: string }
): Promise<void> {
    await step('says when and why the recording was erased', async () => {
        assert.equal(await eraseRecordings(stack, PROTOCOL, ERASURE), 1);
        const visitor = await openLinkVisitor(browser);
        const { page, inspect } = await visitor.open(link);
        await signInAtOrg(page, AGENT.username);
        await page.getByRole('heading', { level: 1, name: 'Gravação apagada' }).waitFor();
        const today = new Intl.DateTimeFormat('pt-BR', { dateStyle: 'long', timeZone: 'America/Sao_Paulo' });
        await expectText(page.locator('main'), `${today.format(new Date())}`);
        await expectText(page.locator('main'), ERASURE.reason);
        await inspect('gravacao-apagada');
        await visitor.close();
    });

    await step('and so does the player in Histórico', async () => {
        const { page, softphone } = ana;
        await page.locator('[data-utility=softphone]').click();
        await ana.openTab('Histórico');
        await softphone.getByRole('button', { name: new RegExp(`^Ouvir gravação .*${PROTOCOL}$`) }).click();
        await expectText(softphone.getByRole('alert').filter({ hasText: /apagada/ }), /foi apagada/);
        await ana.inspect('gravacao-apagada-no-historico');
        await ana.portray('gravacao-apagada-softphone');
    });
}

/** The address in the comments of the call's Task, as the agent finds it. */
async function linkOf(ana: Agent, protocol: string): Promise<string> {
    const { page } = ana;
    await openCaseOf(ana, protocol);
    await page.getByRole('tab', { name: 'Relacionado' }).filter({ visible: true }).click();
    await page
        .getByRole('link', { name: new RegExp(protocol) })
        .filter({ visible: true })
        .first()
        .click();
    const link = fieldValue(page, 'Comentários').getByRole('link');
    await link.waitFor();
    return (await link.getAttribute('href')) ?? '';
}

/** Chromium shows audio in a page of its own, with an element for videos. */
const heardSeconds = (page: Page): Promise<number> => playableSeconds(page.locator('video, audio').first());

/** As a player asks, with the cookies of the page's browser. */
async function askAgain(page: Page, link: string): Promise<{ status: number; disposition: string }> {
    const answer = await page.request.get(link, { headers: { range: 'bytes=0-99' } });
    return { status: answer.status(), disposition: answer.headers()['content-disposition'] ?? '' };
}
