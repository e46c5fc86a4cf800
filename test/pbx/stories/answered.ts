import assert from 'node:assert/strict';
import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import { phoneToneOf } from '../asterisk/agentPhones.ts';
import type { Customer, Scene } from '../scene.ts';
import { SAMPLES_A_SECOND, tonesIn } from '../sip/audio/tones.ts';
import { hearRecording } from '../stack/recordingCopies.ts';
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

        await step(
            'the recording plays for the agent, with both of them, and for nobody without a session',
            async () => {
                assert.equal(new URL(recordingUrl).pathname, `/recordings/${call.protocol}`);
                assert.equal((await fetch(recordingUrl)).status, 401);
                const expected = [CALLER_HERTZ, phoneToneOf(AGENT)];
                const samples = wavSamples(await hearRecording(ana, call.protocol));
                assert.deepEqual(tonesIn(samples).of(expected), expected);
                const seconds = samples.length / SAMPLES_A_SECOND;
                assert.ok(seconds > TALK_MS / 1000 && seconds < 20, `${seconds} s`);
            }
        );
    });
