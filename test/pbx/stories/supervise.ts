import assert from 'node:assert/strict';
import { logInAdministrator } from '../../../bench/local-org/administrator.ts';
import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import type { SupervisedCalls, SupervisionMode } from '../../../bridge-server/src/contract/supervision.ts';
import { eventually } from '../../../bridge-server/test/support/eventually.ts';
import { type Report, tellStory } from '../../../test/story.ts';
import { phoneToneOf } from '../asterisk/agentPhones.ts';
import type { Customer, Scene } from '../scene.ts';
import type { Tones } from '../sip/audio/tones.ts';
import type { Softphone } from '../stack/softphone.ts';
import { CALLER_HERTZ, takeCall } from './conversation.ts';

const [AGENT, COLLEAGUE, SUPERVISOR] = ['1001', '1002', '1006'] as const;
const [AGENT_HERTZ, COLLEAGUE_HERTZ, SUPERVISOR_HERTZ] = [AGENT, COLLEAGUE, SUPERVISOR].map(phoneToneOf) as [
    number,
    number,
    number
];
const EVERYBODY = [CALLER_HERTZ, AGENT_HERTZ, COLLEAGUE_HERTZ, SUPERVISOR_HERTZ];

/** A supervisor hears an agent's call, speaks to the agent alone, and to both. */
export const tellSupervise = (scene: Scene, report: Report): Promise<void> =>
    tellStory('A supervisor listens, whispers and barges in', report, async (step) => {
        let ana: Softphone;
        let bruno: Softphone;
        let supervisor: Softphone;
        let customer: Customer;
        let call: CallView;

        const supervise = (mode: SupervisionMode, who = supervisor) =>
            who.request('POST', `/supervisor/calls/${encodeURIComponent(call.callId)}/${mode}`, { legId: call.legId });
        const phone = scene.phones.at(SUPERVISOR);
        const hear = (who: readonly number[], at: { hears(): Tones }) =>
            eventually(
                async () => at.hears().of(EVERYBODY),
                (heard) => heard.toSorted().join() === who.toSorted().join()
            );

        const own = (softphone: Softphone) => softphone.calls().filter(({ callId }) => !knownBefore.has(callId));
        const knownBefore = new Set<string>();

        await step('two agents talk with their customers', async () => {
            supervisor = await scene.stack.softphone(SUPERVISOR);
            for (const { callId } of supervisor.calls()) knownBefore.add(callId);
            [ana] = (await scene.onlyAvailable(AGENT)) as [Softphone];
            customer = await scene.callFromOutside('4001');
            call = await takeCall(scene, ana, customer);
            [bruno] = (await scene.onlyAvailable(COLLEAGUE)) as [Softphone];
            await takeCall(scene, bruno, await scene.callFromOutside('4001'));
        });

        await step('who is no supervisor is refused, and sees no calls', async () => {
            assert.equal((await supervise('listen', bruno)).status, 403);
            assert.equal((await bruno.request('GET', '/supervisor/calls')).status, 403);
        });

        await step('a supervisor sees both calls, and who has them', async () => {
            await makeSupervisor(scene, SUPERVISOR);
            const { calls } = (await (await supervisor.request('GET', '/supervisor/calls')).json()) as SupervisedCalls;
            const agents = calls.flatMap(({ agents: each }) => each).filter(({ state }) => state === 'talking');
            assert.deepEqual(agents.map(({ extension }) => extension).toSorted(), [AGENT, COLLEAGUE]);
            assert.deepEqual(agents[0]?.modes, ['listen', 'whisper', 'barge']);
        });

        await step(
            'the supervisor’s phone picks up by itself, and hears agent and customer, and nobody else',
            async () => {
                assert.equal((await supervise('listen')).status, 204);
                await phone.until('talking');
                await hear([CALLER_HERTZ, AGENT_HERTZ], phone);
                await hear([AGENT_HERTZ], customer);
                await hear([CALLER_HERTZ], scene.phones.at(AGENT));
            }
        );

        await step('whispering, the agent hears the supervisor, and the customer does not', async () => {
            assert.equal((await supervise('whisper')).status, 204);
            await hear([CALLER_HERTZ, SUPERVISOR_HERTZ], scene.phones.at(AGENT));
            await hear([AGENT_HERTZ], customer);
        });

        await step('barging in, both hear the supervisor', async () => {
            assert.equal((await supervise('barge')).status, 204);
            await hear([AGENT_HERTZ, SUPERVISOR_HERTZ], customer);
            await hear([CALLER_HERTZ, SUPERVISOR_HERTZ], scene.phones.at(AGENT));
        });

        await step(
            'listening again, nobody does; and a supervisor who hangs up leaves the call as it was',
            async () => {
                assert.equal((await supervise('listen')).status, 204);
                await hear([AGENT_HERTZ], customer);
                await phone.hangUp();
                await hear([CALLER_HERTZ], scene.phones.at(AGENT));
                await hear([AGENT_HERTZ], customer);
            }
        );

        await step('when the customer hangs up, the supervisor’s phone is free; it was no call of theirs', async () => {
            assert.equal((await supervise('listen')).status, 204);
            await phone.until('talking');
            await hear([CALLER_HERTZ, AGENT_HERTZ], phone);
            await customer.hangUp();
            await ana.sees(({ legId, result }) => legId === call.legId && result === 'answered');
            await phone.until('idle');
            assert.deepEqual(own(supervisor), []);
            assert.equal((await supervise('listen')).status, 409);
        });
    });

/** Before the bridge asks of them for the first time: it remembers the answer for a minute. */
async function makeSupervisor({ stack: { org } }: Scene, extension: string): Promise<void> {
    const [set] = await org.query<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'SoftphoneSupervisor'");
    const AssigneeId = org.userIdOf(extension);
    const held = await org.query<object>(
        `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${AssigneeId}' AND PermissionSetId = '${set?.Id}'`
    );
    if (held.length > 0) return;
    const administrator = await logInAdministrator(org.url);
    await administrator.post('/sobjects/PermissionSetAssignment', { PermissionSetId: set?.Id, AssigneeId });
}
