import assert from 'node:assert/strict';
import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { eventually } from '../../../bridge-server/test/support/eventually.ts';
import { phoneToneOf } from '../asterisk/agentPhones.ts';
import { MUSIC_HERTZ } from '../asterisk/layOutRunFolder.ts';
import type { Customer, Scene } from '../scene.ts';
import type { Tones } from '../sip/audio/tones.ts';
import { type CaseRow, readCallRecords, type TaskRow } from '../stack/callRecords.ts';
import type { Softphone } from '../stack/softphone.ts';

/** What is heard of a customer. */
export const CALLER_HERTZ = 440;

/** The one of the agents whose phone rings first for the customer, and the call as they see it. */
export function firstToRing(softphones: readonly Softphone[], { number }: Customer) {
    return Promise.any(
        softphones.map(async (softphone) => ({
            softphone,
            call: await softphone.sees((call) => call.number === number && call.state === 'ringing')
        }))
    );
}

/** The customer's call rings at the agent, who answers it by click; resolves once they talk. */
export async function takeCall(scene: Scene, softphone: Softphone, { number }: Customer): Promise<CallView> {
    const ringing = await softphone.sees((call) => call.number === number && call.state === 'ringing');
    const phone = scene.phones.at(softphone.extension);
    await softphone.command(ringing, 'answer');
    await phone.until('talking');
    return softphone.sees((call) => call.legId === ringing.legId && call.state === 'talking');
}

/** Customer and agent hear one another, and no music. */
export async function expectToHearEachOther(scene: Scene, customer: Customer, extension: string): Promise<void> {
    const agentTone = phoneToneOf(extension);
    await expectToHear(customer, agentTone, MUSIC_HERTZ);
    await expectToHear(scene.phones.at(extension), CALLER_HERTZ, MUSIC_HERTZ);
}

/** Whoever it is hears this frequency, and not the other one. */
export async function expectToHear(ear: { hears(): Tones }, hertz: number, notHertz: number): Promise<void> {
    await eventually(
        async () => ear.hears().of([hertz, notHertz]),
        (heard) => heard.includes(hertz) && !heard.includes(notHertz)
    );
}

/** The call's Case and Task, once both are there: one of each, and both the agent's. */
export async function expectOneCaseAndTask(
    { stack: { org } }: Scene,
    { announcedNumber }: Customer,
    extension: string
): Promise<{ opened: CaseRow; task: TaskRow }> {
    const { cases, tasks } = await eventually(
        () => readCallRecords(org, announcedNumber),
        (records) => records.tasks.length > 0
    );
    const [opened, task] = [cases[0], tasks[0]];
    assert(opened && task);
    assert.deepEqual([cases.length, tasks.length], [1, 1]);
    assert.equal(opened.OwnerId, org.userIdOf(extension));
    assert.equal(task.OwnerId, org.userIdOf(extension));
    return { opened, task };
}
