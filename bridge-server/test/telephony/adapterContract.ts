/* eslint-disable jest/no-export -- each adapter's own test plays this contract */
import { applyEvent } from '../../src/calls/applyEvent.ts';
import type { Call, Leg } from '../../src/calls/call.ts';
import type { AgentAction, AgentCommand, TransferTarget } from '../../src/contract/callActions.ts';
import { type CallEventType, callEventSchema } from '../../src/contract/callEvent.ts';
import { CommandRefused } from '../../src/telephony/telephonyAdapter.ts';
import type { AdapterStage } from './adapterStage.ts';

/**
 * What the bridge relies on, of any telephony side that is capable of it.
 *
 * @param capabilities the actions of this side, as its adapter names them
 * @param extras which of the optional methods it has
 */
export function describeAdapterContract(
    name: string,
    openStage: () => Promise<AdapterStage>,
    capabilities: readonly AgentAction[],
    extras: readonly ('dial' | 'queues' | 'setPresence' | 'queueLogins')[]
): void {
    const can = (...actions: AgentAction[]) => actions.every((action) => capabilities.includes(action));
    const testIf = (isCapable: boolean) => (isCapable ? test : test.skip);

    describe(`${name} as a telephony side`, () => {
        let stage: AdapterStage;
        let callId: string;

        beforeEach(async () => {
            stage = await openStage();
        });
        afterEach(() => stage.close());

        const replay = (): Call | null =>
            stage.sink.events
                .filter((event) => event.callId === callId)
                .reduce<Call | null>((call, event) => applyEvent(call, event), null);
        const legOf = (agent: string): Leg | null => replay()?.legs.findLast((leg) => leg.agent === agent) ?? null;
        const until = async (isSo: () => boolean) => void (await stage.sink.until(isSo));
        const told = (type: CallEventType, agent = stage.agent) =>
            stage.sink.events.filter(
                (event) =>
                    event.callId === callId && event.type === type && (!('agent' in event) || event.agent === agent)
            );
        const send = async (agent: string, command: AgentCommand) => {
            const legId = legOf(agent)?.id ?? '';
            await stage.adapter.command({ ...command, callId, legId, agent });
        };
        const toColleague = (): TransferTarget => ({ kind: 'agent', extension: stage.colleague });

        /** Until the call is as the bridge shows it then. */
        const expectLeg = (agent: string, state: Leg['state'], condition: (leg: Leg) => boolean = () => true) =>
            until(() => {
                const leg = legOf(agent);
                return leg?.state === state && condition(leg);
            });

        async function ring(): Promise<void> {
            callId = await stage.ring();
            await expectLeg(stage.agent, 'ringing');
        }
        async function talk(): Promise<void> {
            await ring();
            await send(stage.agent, { action: 'answer' });
            await expectLeg(stage.agent, 'talking');
        }
        async function consult(): Promise<void> {
            await talk();
            await send(stage.agent, { action: 'consult', to: toColleague() });
            await expectLeg(stage.colleague, 'ringing', ({ kind }) => kind === 'consult');
            await expectLeg(stage.agent, 'held', (leg) => leg.consult?.state === 'ringing');
        }
        async function consultAnswered(): Promise<void> {
            await consult();
            await send(stage.colleague, { action: 'answer' });
            await expectLeg(stage.colleague, 'consulting');
            await expectLeg(stage.agent, 'held', (leg) => leg.consult?.state === 'talking');
        }
        const over = () => until(() => replay()?.endedAt !== null);

        test('names the actions that it is capable of, and has the methods that go with it', () => {
            expect([...stage.adapter.capabilitiesOf(stage.agent)].toSorted()).toEqual([...capabilities].toSorted());
            for (const extra of ['dial', 'queues', 'setPresence', 'queueLogins'] as const)
                expect([extra, stage.adapter[extra] !== undefined]).toEqual([extra, extras.includes(extra)]);
        });

        test('tells events of the contract, each under a key and an id of its own', async () => {
            await ring();
            await stage.customerHangsUp(callId);
            await over();
            const { source } = stage.adapter;
            for (const event of stage.sink.events) {
                expect(callEventSchema.safeParse(event)).toMatchObject({ success: true });
                expect(event.callId.startsWith(`${source}:`)).toBe(true);
                expect('legId' in event ? event.legId : `${source}:`).toMatch(new RegExp(`^${source}:`));
            }
            expect(new Set(stage.sink.events.map(({ key }) => key)).size).toBe(stage.sink.events.length);
            expect(told('callAbandoned')).toHaveLength(1);
        });

        testIf(can('answer', 'hangup'))('answer and hangup: from the ring to the end', async () => {
            await talk();
            expect(legOf(stage.agent)?.answeredAt).not.toBeNull();
            await send(stage.agent, { action: 'hangup' });
            await over();
            expect(legOf(stage.agent)).toMatchObject({ state: 'ended', endReason: 'hungUp' });
        });

        testIf(can('reject'))('reject: the agent refused', async () => {
            await ring();
            await send(stage.agent, { action: 'reject' });
            await expectLeg(stage.agent, 'ended', ({ endReason }) => endReason === 'refused');
        });

        test('a command for a call that is gone is refused in words for the agent', async () => {
            await ring();
            await stage.customerHangsUp(callId);
            await over();
            for (const action of capabilities.filter((each) => each === 'answer' || each === 'hangup')) {
                const refusal = await send(stage.agent, { action }).catch((error: unknown) => error);
                expect(refusal).toBeInstanceOf(CommandRefused);
                expect((refusal as Error).message).toMatch(/\S+ \S+/);
            }
        });

        testIf(can('answer', 'hold', 'resume'))('hold and resume, and again', async () => {
            await talk();
            for (const times of [1, 2]) {
                await send(stage.agent, { action: 'hold' });
                await expectLeg(stage.agent, 'held');
                await send(stage.agent, { action: 'resume' });
                await expectLeg(stage.agent, 'talking');
                expect(told('legHeld')).toHaveLength(times);
            }
        });

        testIf(can('answer', 'mute', 'unmute'))('mute and unmute, and again', async () => {
            await talk();
            for (const times of [1, 2]) {
                await send(stage.agent, { action: 'mute' });
                await expectLeg(stage.agent, 'talking', ({ muted }) => muted);
                await send(stage.agent, { action: 'unmute' });
                await expectLeg(stage.agent, 'talking', ({ muted }) => !muted);
                expect(told('legMuted')).toHaveLength(times);
            }
        });

        testIf(can('answer', 'dtmf'))('dtmf: accepted during the call', async () => {
            await talk();
            await send(stage.agent, { action: 'dtmf', digits: '12#' });
            await expectLeg(stage.agent, 'talking');
        });

        testIf(can('answer', 'pauseRecording', 'resumeRecording'))('pauseRecording and resumeRecording', async () => {
            await talk();
            await until(() => replay()?.recording !== null);
            await send(stage.agent, { action: 'pauseRecording' });
            await until(() => replay()?.recording?.paused === true);
            await send(stage.agent, { action: 'resumeRecording' });
            await until(() => replay()?.recording?.paused === false);
        });

        testIf(can('answer', 'blindTransfer'))('blindTransfer: the colleague has the customer', async () => {
            await talk();
            await send(stage.agent, { action: 'blindTransfer', to: toColleague() });
            await expectLeg(stage.agent, 'ended', ({ transfer }) => transfer?.mode === 'blind');
            expect(legOf(stage.agent)?.transfer?.to).toBe(stage.colleague);
            await expectLeg(stage.colleague, 'ringing', ({ kind }) => kind === 'offer');
            await send(stage.colleague, { action: 'answer' });
            await expectLeg(stage.colleague, 'talking');
            expect(replay()?.endedAt).toBeNull();
        });

        testIf(can('answer', 'consult', 'completeTransfer'))('completeTransfer: whom the agent asked', async () => {
            await consultAnswered();
            await send(stage.agent, { action: 'completeTransfer' });
            await expectLeg(stage.agent, 'ended', ({ transfer }) => transfer?.mode === 'attended');
            await expectLeg(stage.colleague, 'talking');
            expect(legOf(stage.colleague)?.answeredAt).not.toBeNull();
            await stage.customerHangsUp(callId);
            await over();
        });

        testIf(can('answer', 'consult', 'cancelTransfer'))('cancelTransfer: back to the customer', async () => {
            await consultAnswered();
            await send(stage.agent, { action: 'cancelTransfer' });
            await expectLeg(stage.agent, 'talking', (leg) => leg.consult === null);
            await expectLeg(stage.colleague, 'ended', ({ answeredAt }) => answeredAt === null);
        });

        testIf(can('answer', 'consult', 'reject'))('a colleague who refuses to be asked', async () => {
            await consult();
            await send(stage.colleague, { action: 'reject' });
            await expectLeg(stage.colleague, 'ended', ({ endReason }) => endReason === 'refused');
            await until(() => legOf(stage.agent)?.consult === null);
            expect(replay()?.endedAt).toBeNull();
        });

        testIf(can('answer', 'consult', 'conference', 'hangup'))('conference: all three, then the others', async () => {
            await consultAnswered();
            await send(stage.agent, { action: 'conference' });
            await expectLeg(stage.agent, 'talking', (leg) => leg.consult?.state === 'joined');
            await expectLeg(stage.colleague, 'talking');
            await send(stage.agent, { action: 'hangup' });
            await expectLeg(stage.agent, 'ended');
            expect(legOf(stage.colleague)?.state).toBe('talking');
            await send(stage.colleague, { action: 'hangup' });
            await over();
        });

        testIf(extras.includes('dial'))('dial: the agent’s telephone first, then the number', async () => {
            callId = (await stage.adapter.dial?.(stage.agent, stage.number)) ?? '';
            await expectLeg(stage.agent, 'talking', ({ kind }) => kind === 'outbound');
            expect(replay()).toMatchObject({ direction: 'outbound', number: stage.number });
        });

        testIf(extras.includes('queues'))('queues: their names, and counts where it knows them', async () => {
            for (const { name: queue, waiting, free } of (await stage.adapter.queues?.()) ?? []) {
                expect(queue).toMatch(/\S/);
                for (const count of [waiting, free]) expect(count ?? 0).toBeGreaterThanOrEqual(0);
            }
        });

        testIf(extras.includes('setPresence'))(
            'setPresence: takes every presence, and the same one again',
            async () => {
                for (const presence of [
                    { state: 'available' },
                    { state: 'paused', reason: 'Almoço' },
                    { state: 'wrapUp' },
                    { state: 'offline' },
                    { state: 'offline' }
                ] as const)
                    await expect(stage.adapter.setPresence?.(stage.agent, presence)).resolves.toBeUndefined();
            }
        );

        testIf(extras.includes('queueLogins'))(
            'queueLogins: the agent leaves a queue and enters it, and again',
            async () => {
                const { queueLogins, setQueueLogin } = stage.adapter;
                const open = async () => (await queueLogins?.(stage.agent))?.find(({ isFixed }) => !isFixed);
                const name = (await open())?.name ?? '';
                const others = async () =>
                    (await queueLogins?.(stage.colleague))?.map((queue) => [queue.name, queue.isIn]);
                const before = await others();
                for (const isIn of [false, false, true, true]) {
                    await setQueueLogin?.(stage.agent, name, isIn);
                    expect(await open()).toMatchObject({ name, isIn });
                }
                expect(await others()).toEqual(before);
                const refusal = await setQueueLogin?.(stage.agent, 'nobody knows it', true).catch(
                    (error: unknown) => error
                );
                expect(refusal).toBeInstanceOf(CommandRefused);
            }
        );

        test('stop: nothing is told afterwards', async () => {
            await ring();
            await stage.adapter.stop();
            const { length } = stage.sink.events;
            await stage.customerHangsUp(callId).catch(() => undefined);
            expect(stage.sink.events).toHaveLength(length);
        });
    });
}
