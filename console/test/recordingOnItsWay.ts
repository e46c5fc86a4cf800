import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { type Report, tellStory } from '../../test/story.ts';
import { openAgent } from './agent.ts';
import { complaintsBesideFailedRequests } from './outage.ts';
import { playerIn } from './player.ts';
import { tellRecordedCall } from './recordedCall.ts';
import { recordSpeech } from './speech.ts';
import type { TestStack } from './stack.ts';

const AGENT = { username: 'ana@local.org', extension: '1001' };
const NUMBER = '+5511987654321';
const PROTOCOL = 'A-CAMINHO-1';
const SECONDS = 20;

/** The telephony side tells of a recording before it lies where the bridge looks for it. */
export const tellRecordingOnItsWay = (browser: Browser, stack: TestStack, report: Report): Promise<void> =>
    tellStory('A recording that is not copied yet', report, async (step) => {
        const ana = await openAgent(browser, stack, AGENT.username);
        const { softphone } = ana;
        const player = playerIn(softphone);

        await step('the player says that it is on its way, and waits', async () => {
            await tellRecordedCall(stack, {
                protocol: PROTOCOL,
                number: NUMBER,
                agent: AGENT.extension,
                seconds: SECONDS
            });
            await ana.line.beAvailable();
            await ana.openTab('Histórico');
            await softphone.getByRole('button', { name: new RegExp(`^Ouvir gravação .*${PROTOCOL}$`) }).click();
            await softphone.getByText('A gravação está sendo copiada…').first().waitFor();
            await ana.inspect('gravacao-a-caminho');
            await ana.portray('gravacao-a-caminho-softphone');
        });

        await step('and plays it by itself when it is there', async () => {
            await recordSpeech(stack.recordingsDir, PROTOCOL, SECONDS);
            await player.pause.waitFor();
        });

        await step('the page complained about nothing', async () =>
            assert.deepEqual(complaintsBesideFailedRequests(ana), [])
        );
        await ana.close();
    });
