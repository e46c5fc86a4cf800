import { BridgeError } from 'c/bridgeClient';
import {
    type SoftphoneEvent,
    type SoftphoneState,
    callsWithCase,
    currentCalls,
    historyOfDay,
    initialState,
    newlyRinging,
    reduceSoftphone,
    ringingCalls
} from 'c/softphoneState';
import { endedCall, ringingCall, snapshotOf, talkingCall } from '../../../../../../test/jest-mocks/callViews';

const unreachable = new BridgeError('unreachable', { type: 'about:blank', title: '', status: 503, detail: '' });
const NOON_MS = Date.parse('2026-11-23T15:00:00.000Z');

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
        const found = { id: '500000000000042AAA', number: null };

        expect(callsWithCase(after(changed(ringingCall({ case: found }))))).toEqual([]);
        expect(callsWithCase(after(changed(talkingCall({ case: null }))))).toEqual([]);
        expect(callsWithCase(after(changed(talkingCall({ state: 'held', case: found }))))).toHaveLength(1);
    });
});

describe('tabs', () => {
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
    it('remembers what is on its way', () => {
        const sent = after(changed(ringingCall()), { type: 'commandSent', legId: 'leg-1', action: 'answer' });

        expect(sent.pending).toEqual({ 'leg-1': 'answer' });
        expect(reduceSoftphone(sent, { type: 'commandDone', legId: 'leg-1' }).pending).toEqual({});
    });

    it('shows a failure until it is dismissed or the command repeated', () => {
        const failed = after({ type: 'commandFailed', legId: 'leg-1', action: 'answer', error: unreachable });
        expect(failed.failure).toEqual({ action: 'answer', error: unreachable });

        expect(reduceSoftphone(failed, { type: 'failureDismissed' }).failure).toBeNull();
        expect(reduceSoftphone(failed, { type: 'commandSent', legId: 'leg-1', action: 'answer' }).failure).toBeNull();
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

        expect(legIds(historyOfDay(state, NOON_MS))).toEqual(['newer', 'older']);
        expect(state.history.status).toBe('ready');
    });

    it("ends with the agent's day", () => {
        const lateAtNight = endedCall({ endedAt: '2026-11-24T02:59:00.000Z' });
        const state = after(snapshot(), changed(lateAtNight));

        expect(historyOfDay(state, Date.parse('2026-11-24T02:59:59.000Z'))).toHaveLength(1);
        expect(historyOfDay(state, Date.parse('2026-11-24T03:00:00.000Z'))).toEqual([]);
    });

    it('keeps what it had when loading fails', () => {
        const state = after(changed(newer), { type: 'historyRequested' }, { type: 'historyFailed' });

        expect(state.history).toEqual({ status: 'failed', calls: [newer] });
    });
});
