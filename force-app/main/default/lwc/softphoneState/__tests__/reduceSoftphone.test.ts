import type { AgentAction, CallerView, CallView } from 'bridge/contract';
import { BridgeError } from 'c/bridgeClient';
import {
    type SoftphoneEvent,
    type SoftphoneState,
    callsWithCase,
    currentCalls,
    dayOfAgent,
    historyOfDay,
    initialState,
    isOverdue,
    newlyRinging,
    reduceSoftphone,
    ringingCalls
} from 'c/softphoneState';
import {
    endedCall,
    helena,
    joao,
    ringingCall,
    sharedNumber,
    snapshotOf,
    talkingCall
} from '../../../../../../test/jest-mocks/callViews';

const unreachable = new BridgeError('unreachable', { type: 'about:blank', title: '', status: 503, detail: '' });

const after = (...events: SoftphoneEvent[]): SoftphoneState => events.reduce(reduceSoftphone, initialState);
const snapshot = (...calls: Parameters<typeof snapshotOf>): SoftphoneEvent => ({
    type: 'snapshotReceived',
    snapshot: snapshotOf(...calls),
    receivedAtMs: Date.parse('2026-11-23T12:00:00.000Z')
});
const changed = (call: ReturnType<typeof ringingCall>): SoftphoneEvent => ({ type: 'callChanged', call });
const legIds = (calls: readonly { legId: string }[]): string[] => calls.map(({ legId }) => legId);

describe('calls', () => {
    it('takes the snapshot as all there is, with its clock', () => {
        const state = after(snapshot(ringingCall()), snapshot(talkingCall({ legId: 'leg-2' })));

        expect(Object.keys(state.calls)).toEqual(['leg-2']);
        expect(state.agent?.extension).toBe('1001');
        expect(state.clockOffsetMs).toBe(10_000);
    });

    it('lists who has waited longest first', () => {
        const late = ringingCall({ legId: 'late', waitingSince: '2026-11-23T12:00:30.000Z' });
        const early = ringingCall({ legId: 'early', waitingSince: '2026-11-23T11:59:00.000Z' });

        expect(legIds(ringingCalls(after(changed(late), changed(early))))).toEqual(['early', 'late']);
    });

    it('lists the current calls in the order in which they were answered', () => {
        const first = talkingCall({ legId: 'first', waitingSince: '2026-11-23T12:00:09.000Z' });
        const second = talkingCall({
            legId: 'second',
            waitingSince: '2026-11-23T12:00:00.000Z',
            answeredAt: '2026-11-23T12:03:00.000Z'
        });
        const dialling = talkingCall({
            legId: 'dialling',
            state: 'dialling',
            offeredAt: '2026-11-23T12:02:00.000Z',
            answeredAt: null
        });

        expect(legIds(currentCalls(after(changed(second), changed(dialling), changed(first))))).toEqual([
            'first',
            'dialling',
            'second'
        ]);
    });

    it.each(['dialling', 'consulting', 'talking', 'held'] as const)('shows a call that is %s as current', (state) => {
        expect(currentCalls(after(changed(talkingCall({ state }))))).toHaveLength(1);
    });

    it('moves an ended call into the history, once', () => {
        const state = after(changed(talkingCall()), changed(endedCall()), changed(endedCall({ recorded: true })));

        expect(state.calls).toEqual({});
        expect(state.history.calls).toEqual([endedCall({ recorded: true })]);
    });

    it('never brings an ended call back', () => {
        const state = after(changed(endedCall()), changed(talkingCall()), snapshot(ringingCall()));

        expect(state.calls).toEqual({});
    });

    it('offers the same call again under another leg', () => {
        const state = after(changed(endedCall({ result: 'missed' })), changed(ringingCall({ legId: 'leg-2' })));

        expect(legIds(ringingCalls(state))).toEqual(['leg-2']);
    });

    it('forgets an earlier offer of the same call of which it never heard the end', () => {
        const again = ringingCall({
            legId: 'leg-2',
            callId: ringingCall().callId,
            offeredAt: '2026-11-23T12:00:30.000Z'
        });

        expect(legIds(ringingCalls(after(changed(ringingCall()), changed(again))))).toEqual(['leg-2']);
    });

    it('keeps a later offer of the same call when the end of an earlier one comes late', () => {
        const again = ringingCall({
            legId: 'leg-2',
            callId: ringingCall().callId,
            offeredAt: '2026-11-23T12:00:30.000Z'
        });
        const state = after(changed(ringingCall()), changed(again), changed(endedCall({ result: 'missed' })));

        expect(legIds(ringingCalls(state))).toEqual(['leg-2']);
        expect(legIds(state.history.calls)).toEqual(['leg-1']);
    });

    it('knows which calls have begun to ring', () => {
        const before = after(changed(ringingCall()));
        const next = reduceSoftphone(before, changed(ringingCall({ legId: 'leg-2' })));

        expect(legIds(newlyRinging(before.calls, next.calls))).toEqual(['leg-2']);
    });

    it('pops the Case only of a call that the agent talks on', () => {
        const found = { id: '500000000000042AAA', number: '00001042' };

        expect(callsWithCase(after(changed(ringingCall({ case: found }))))).toEqual([]);
        expect(callsWithCase(after(changed(talkingCall({ case: null }))))).toEqual([]);
        expect(callsWithCase(after(changed(talkingCall({ state: 'held', case: found }))))).toHaveLength(1);
    });
});

describe('tabs', () => {
    it.each(['history', 'dial'] as const)('stays on %s, where the agent was before a reload', (tab) => {
        const reloaded = { ...initialState, activeTab: tab };
        const first = reduceSoftphone(reloaded, snapshot(talkingCall()));

        expect(first.activeTab).toBe(tab);
        expect(reduceSoftphone(first, changed(talkingCall({ legId: 'leg-2' }))).activeTab).toBe('current');
    });

    it('goes to the current call when it is answered', () => {
        expect(after(changed(ringingCall()), changed(talkingCall())).activeTab).toBe('current');
    });

    it('goes to a call that rings while the agent is free', () => {
        const state = after({ type: 'tabSelected', tab: 'history' }, changed(ringingCall()));

        expect(state.activeTab).toBe('ringing');
    });

    it('stays with the current call when another one rings', () => {
        const state = after(changed(talkingCall()), changed(ringingCall({ legId: 'leg-2' })));

        expect(state.activeTab).toBe('current');
    });

    it('leaves the agent where they went when a call merely changes', () => {
        const state = after(
            changed(talkingCall({ case: null })),
            { type: 'tabSelected', tab: 'history' },
            changed(talkingCall())
        );

        expect(state.activeTab).toBe('history');
    });
});

describe('selection', () => {
    const other = ringingCall({ legId: 'leg-2', waitingSince: '2026-11-23T12:01:00.000Z' });

    it('begins with who has waited longest and stays where the agent put it', () => {
        const two = after(changed(other), changed(ringingCall()));
        expect(two.selectedLegId).toBe('leg-2');
        const chosen = reduceSoftphone(two, { type: 'callSelected', legId: 'leg-1' });

        expect(reduceSoftphone(chosen, changed(ringingCall({ recorded: true }))).selectedLegId).toBe('leg-1');
    });

    it('falls back to another ringing call when the selected one is gone', () => {
        const state = after(snapshot(ringingCall(), other), changed(endedCall()));

        expect(state.selectedLegId).toBe('leg-2');
    });

    it('ignores what does not ring', () => {
        const state = after(changed(ringingCall()), { type: 'callSelected', legId: 'gone' });

        expect(state.selectedLegId).toBe('leg-1');
    });
});

describe('commands', () => {
    const consult: CallView['consult'] = {
        to: { kind: 'agent', extension: '1002' },
        name: 'Bruno Lima',
        state: 'talking',
        since: '2026-11-23T12:01:00.000Z'
    };
    const answer = { legId: 'leg-1', action: 'answer' } as const;
    const answerSent: SoftphoneEvent = { type: 'commandSent', ...answer, sentAtMs: 1_000 };
    const answerFailed: SoftphoneEvent = { type: 'commandFailed', ...answer, error: unreachable };
    const hangUpSent: SoftphoneEvent = { type: 'commandSent', legId: 'leg-1', action: 'hangup', sentAtMs: 1_000 };

    it("remembers by the bridge's clock when a command was given", () => {
        const state = after(snapshot(ringingCall()), answerSent);

        expect(state.pending).toEqual({ 'leg-1': { action: 'answer', sentAtMs: 11_000 } });
    });

    it('waits for the telephone to obey, whatever else changes about the call', () => {
        const ringsOn = after(changed(ringingCall()), answerSent, changed(ringingCall({ announcedName: 'Maria' })));
        const onHold = after(changed(talkingCall()), hangUpSent, changed(talkingCall({ state: 'held' })));

        expect([Object.keys(ringsOn.pending), Object.keys(onHold.pending)]).toEqual([['leg-1'], ['leg-1']]);
    });

    it.each<[AgentAction, CallView, CallView]>([
        ['reject', ringingCall(), endedCall({ result: 'refused' })],
        ['hold', talkingCall(), talkingCall({ state: 'held' })],
        ['hold', talkingCall(), endedCall()],
        ['resume', talkingCall({ state: 'held' }), talkingCall()],
        ['mute', talkingCall(), talkingCall({ muted: true })],
        ['unmute', talkingCall({ muted: true }), talkingCall()],
        ['blindTransfer', talkingCall(), endedCall()],
        ['consult', talkingCall(), talkingCall({ consult })],
        ['completeTransfer', talkingCall({ consult }), endedCall()],
        ['cancelTransfer', talkingCall({ consult }), talkingCall()],
        ['conference', talkingCall({ consult }), talkingCall({ consult: { ...consult, state: 'joined' } })],
        ['pauseRecording', talkingCall(), talkingCall({ recordingPaused: true })],
        ['resumeRecording', talkingCall({ recordingPaused: true }), talkingCall()]
    ])('settles %s by what it does to the call, and by nothing before', (action, before, effect) => {
        const sent: SoftphoneEvent = { type: 'commandSent', legId: 'leg-1', action, sentAtMs: 1_000 };
        const waiting = after(changed(before), sent, changed({ ...before, announcedName: 'Maria' }));

        expect(waiting.pending).toMatchObject({ 'leg-1': { action } });
        expect(reduceSoftphone(waiting, changed(effect)).pending).toEqual({});
    });

    it('waits for nothing after dialled keys, and still waits for what was asked before', () => {
        const holdSent: SoftphoneEvent = { type: 'commandSent', legId: 'leg-1', action: 'hold', sentAtMs: 1_000 };
        const keysSent: SoftphoneEvent = { type: 'commandSent', legId: 'leg-1', action: 'dtmf', sentAtMs: 2_000 };
        const keysFailed: SoftphoneEvent = {
            type: 'commandFailed',
            legId: 'leg-1',
            action: 'dtmf',
            error: unreachable
        };

        expect(after(changed(talkingCall()), keysSent).pending).toEqual({});
        const failed = after(changed(talkingCall()), holdSent, keysSent, keysFailed);
        expect(failed.pending).toMatchObject({ 'leg-1': { action: 'hold' } });
        expect(failed.failure).toMatchObject({ action: 'dtmf' });
    });

    it('makes nothing anew of what is waited for while it is', () => {
        const before = after(changed(ringingCall()), answerSent);
        const next = reduceSoftphone(before, changed(ringingCall({ announcedName: 'Maria' })));

        expect(next.pending).toBe(before.pending);
        expect(next.choices).toBe(before.choices);
    });

    it.each([
        ['an answer when the call is answered', ringingCall(), answerSent, changed(talkingCall())],
        ['an answer when the call is gone', ringingCall(), answerSent, changed(endedCall())],
        ['an answer when the call is not listed any more', ringingCall(), answerSent, snapshot()],
        ['a hang-up when the call is over', talkingCall(), hangUpSent, changed(endedCall())]
    ])('settles %s', (_name, call, sent, event) => {
        expect(after(changed(call), sent, event).pending).toEqual({});
    });

    it('takes an answer for overdue when nothing happened for five seconds', () => {
        expect(isOverdue({ sentAtMs: 1_000 }, 5_999)).toBe(false);
        expect(isOverdue({ sentAtMs: 1_000 }, 6_000)).toBe(true);
    });

    it('says which command for which call failed, and waits no longer', () => {
        const state = after(changed(ringingCall()), answerSent, answerFailed);

        expect(state.failure).toEqual({ call: ringingCall(), action: 'answer', error: unreachable });
        expect(state.pending).toEqual({});
    });

    it.each([
        ['answered', changed(talkingCall())],
        ['gone', changed(endedCall({ result: 'missed' }))]
    ])('says no more that an answer failed once the call is %s', (_name, event) => {
        expect(after(changed(ringingCall()), answerSent, answerFailed, event).failure).toBeNull();
    });

    it('says nothing of the failure of an answer that nobody waits for any more', () => {
        expect(after(changed(ringingCall()), answerSent, changed(endedCall()), answerFailed).failure).toBeNull();
        expect(after(changed(ringingCall()), answerSent, changed(talkingCall()), answerFailed).failure).toBeNull();
    });

    it('shows a failure until it is dismissed or the command repeated', () => {
        const failed = after(changed(ringingCall()), answerFailed);

        expect(reduceSoftphone(failed, { type: 'failureDismissed' }).failure).toBeNull();
        expect(reduceSoftphone(failed, answerSent).failure).toBeNull();
    });
});

describe('who is calling', () => {
    const shared = talkingCall({ caller: sharedNumber });
    const told = (changes: Partial<CallerView>): SoftphoneEvent =>
        changed(talkingCall({ caller: { ...sharedNumber, ...changes } }));
    const chosen = (candidateId: string | null): SoftphoneEvent => ({
        type: 'callerChosen',
        legId: 'leg-1',
        candidateId,
        sentAtMs: 1_000
    });
    const failed = (candidateId: string | null): SoftphoneEvent => ({
        type: 'callerChoiceFailed',
        legId: 'leg-1',
        candidateId,
        error: unreachable
    });
    const joaoChosen: CallerView = { who: joao, reason: 'chosenByAgent', others: [helena] };

    it("remembers by the bridge's clock whom the agent chose, beside a command", () => {
        const hangUpSent = { type: 'commandSent', legId: 'leg-1', action: 'hangup', sentAtMs: 2_000 } as const;
        const state = after(snapshot(shared), chosen(joao.id), hangUpSent);

        expect(state.choices).toEqual({ 'leg-1': { candidateId: joao.id, sentAtMs: 11_000 } });
        expect(Object.keys(state.pending)).toEqual(['leg-1']);
    });

    it('waits for the bridge to tell of that choice, whatever else it tells', () => {
        const heard = after(
            changed(shared),
            chosen(joao.id),
            told({}),
            told({ who: joao, others: [helena] }),
            told({ who: null, reason: 'chosenByAgent' })
        );

        expect(Object.keys(heard.choices)).toEqual(['leg-1']);
    });

    it.each([
        ['João', joao.id, told(joaoChosen)],
        ['nobody', null, told({ who: null, reason: 'chosenByAgent', others: [joao, helena] })],
        ['João when the call is over', joao.id, changed(endedCall())],
        ['João when the call is not listed any more', joao.id, snapshot()]
    ])('settles the choice of %s', (_name, candidateId, event) => {
        expect(after(changed(shared), chosen(candidateId), event).choices).toEqual({});
    });

    it('says that a choice failed until it is dismissed, made again, true or without object', () => {
        const state = after(changed(shared), chosen(joao.id), failed(joao.id));

        expect(state.choices).toEqual({});
        expect(state.failure).toEqual({
            call: shared,
            action: 'chooseCaller',
            candidateId: joao.id,
            error: unreachable
        });
        expect(reduceSoftphone(state, told({ who: null, reason: 'chosenByAgent' })).failure).toBe(state.failure);
        const ends = [{ type: 'failureDismissed' } as const, chosen(null), told(joaoChosen), changed(endedCall())];
        expect(ends.map((event) => reduceSoftphone(state, event).failure)).toEqual([null, null, null, null]);
    });

    it('says nothing of the failure of a choice that nobody waits for any more', () => {
        const settled = after(changed(shared), chosen(joao.id), told(joaoChosen), failed(joao.id));
        const madeAnew = after(changed(shared), chosen(joao.id), chosen(null), failed(joao.id));

        expect([settled.failure, madeAnew.failure]).toEqual([null, null]);
        expect(madeAnew.choices).toMatchObject({ 'leg-1': { candidateId: null } });
    });
});

describe('connection', () => {
    it('keeps the reason while it is tried again, until the bridge is back', () => {
        const lost = after({
            type: 'bridgeStatusChanged',
            status: { kind: 'lost', error: unreachable, retryAtMs: 0 }
        });
        const trying = reduceSoftphone(lost, { type: 'bridgeStatusChanged', status: { kind: 'connecting' } });
        const back = reduceSoftphone(trying, { type: 'bridgeStatusChanged', status: { kind: 'connected' } });

        expect([lost.lastError, trying.lastError, back.lastError]).toEqual([unreachable, unreachable, null]);
    });
});

describe('history', () => {
    const older = endedCall({ legId: 'older', endedAt: '2026-11-23T11:00:00.000Z' });
    const newer = endedCall({ legId: 'newer', endedAt: '2026-11-23T14:00:00.000Z' });

    it('lists the call that ended last first', () => {
        const state = after(snapshot(), changed(newer), {
            type: 'historyLoaded',
            history: { day: '2026-11-23', calls: [older] }
        });

        expect(legIds(historyOfDay(state, '2026-11-23'))).toEqual(['newer', 'older']);
        expect(state.history.status).toBe('ready');
    });

    it("ends with the agent's day", () => {
        const lateAtNight = endedCall({ endedAt: '2026-11-24T02:59:00.000Z' });
        const state = after(snapshot(), changed(lateAtNight));

        expect(historyOfDay(state, dayOfAgent(state, Date.parse('2026-11-24T02:59:59.000Z')))).toHaveLength(1);
        expect(historyOfDay(state, dayOfAgent(state, Date.parse('2026-11-24T03:00:00.000Z')))).toEqual([]);
    });

    it('forgets what ended before the day that the bridge lists', () => {
        const yesterday = endedCall({ legId: 'yesterday', endedAt: '2026-11-23T02:59:00.000Z' });
        const state = after(snapshot(), changed(yesterday), changed(newer), {
            type: 'historyLoaded',
            history: { day: '2026-11-23', calls: [] }
        });

        expect(legIds(state.history.calls)).toEqual(['newer']);
    });

    it('lists the calls of one day among those of several', () => {
        const ended = (legId: string, endedAt: string) => changed(endedCall({ legId, endedAt }));
        const state = after(
            snapshot(),
            ended('monday', '2026-11-23T12:00:00.000Z'),
            ended('sunday', '2026-11-23T02:00:00.000Z'),
            ended('tuesday', '2026-11-24T03:00:00.000Z'),
            ended('monday late', '2026-11-24T02:59:59.999Z')
        );

        expect(
            ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map((day) => legIds(historyOfDay(state, day)))
        ).toEqual([['sunday'], ['monday late', 'monday'], ['tuesday'], []]);
    });

    it('does not grow without end', () => {
        const calls = Array.from({ length: 2_000 }, (_, index) => endedCall({ legId: `old-${index}` }));
        const full = after(snapshot(), { type: 'historyLoaded', history: { day: '2026-11-23', calls } });
        const state = reduceSoftphone(full, changed(newer));

        expect(state.history.calls).toHaveLength(2_000);
        expect(state.history.calls[0]).toEqual(newer);
    });

    it('keeps what it had when loading fails', () => {
        const state = after(changed(newer), { type: 'historyRequested' }, { type: 'historyFailed' });

        expect(state.history).toEqual({ status: 'failed', calls: [newer] });
    });
});
