import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { eventually } from '../../../bridge-server/test/support/eventually.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import { phoneToneOf } from '../asterisk/agentPhones.ts';
import type { Customer, Scene } from '../scene.ts';
import { tonesIn } from '../sip/audio/tones.ts';
import type { Softphone } from '../stack/softphone.ts';
import { wavSamples } from '../stack/wavSamples.ts';
import { CALLER_HERTZ, expectOneCaseAndTask, expectToHearEachOther, takeCall } from './conversation.ts';

const AGENT = '1001';
const TALK_MS = 2_000;
const RECORDING_URL = /Gravação: (http\S+)/;

/** A call from the customer's telephone to the recording in Salesforce. */
export const tellAnswered = (scene: Scene, report: Report): Promise<void> =>
    tellStory('A customer calls, and an agent answers by click', report, async (step) => {
        let ana: Softphone;
        let customer: Customer;
        let call: CallView;
        let recordingUrl = '';

        await step('it rings at the agent, and the phone picks up when the agent clicks', async () => {
            [ana] = (await scene.onlyAvailable(AGENT)) as [Softphone];
            customer = await scene.callFromOutside('4001');
            call = await takeCall(scene, ana, customer);
            assert.equal(call.queue, 'suporte');
            await customer.until('talking');
        });

        await step('customer and agent hear each other', async () => {
            await expectToHearEachOther(scene, customer, AGENT);
            await new Promise((resolve) => setTimeout(resolve, TALK_MS));
        });

        await step('the agent hangs up by click, and the customer is gone', async () => {
            await ana.command(call, 'hangup');
            await customer.until('ended');
            assert.equal(customer.endedBy(), 'pbx');
            await scene.phones.at(AGENT).until('idle');
        });

        await step('the org has one Case and one Task, both of the agent, with protocol and recording', async () => {
            const { opened, task } = await expectOneCaseAndTask(scene, customer, AGENT);
            assert.equal(opened.CallProtocol__c, call.protocol);
            assert.equal(task.WhatId, opened.Id);
            assert.ok(task.Subject.includes(call.protocol), task.Subject);
            assert.equal(task.CallType, 'Inbound');
            assert.ok(task.CallDurationInSeconds >= 2 && task.CallDurationInSeconds < 20);
            recordingUrl = RECORDING_URL.exec(task.Description ?? '')?.[1] ?? '';
            assert.notEqual(recordingUrl, '', `there is no link in ${task.Description}`);
        });

        await step('the recording lies in the PBX, and both are to be heard in it', async () => {
            const file = await eventually(
                () => recordingOf(scene, call),
                (name) => name !== null
            );
            expectBothTones(await readFile(file ?? ''));
        });

        await step('the link in the Task plays for the agent, and for nobody without a session', async () => {
            assert.equal((await fetch(recordingUrl)).status, 401);
            const ticket = await ana.request('POST', `${new URL(recordingUrl).pathname}/ticket`);
            assert.equal(ticket.status, 201);
            const { url } = (await ticket.json()) as { url: string };
            const played = await fetch(url);
            assert.equal(played.headers.get('content-type'), 'audio/wav');
            expectBothTones(Buffer.from(await played.arrayBuffer()));
        });
    });

function expectBothTones(wav: Buffer): void {
    const expected = [CALLER_HERTZ, phoneToneOf(AGENT)];
    assert.deepEqual(tonesIn(wavSamples(wav)).of(expected), expected);
}

/** Null until the PBX has written it. */
async function recordingOf({ pbx }: Scene, call: CallView): Promise<string | null> {
    const uniqueId = call.callId.replace(/^asterisk:/, '');
    const file = join(pbx.recordingsDir, `call-${uniqueId}.wav`);
    const channels = await pbx.console('core show channels concise');
    return channels.includes(uniqueId) ? null : file;
}
