import type { CallView } from 'bridge/contract';
import {
    type SoftphoneEvent,
    type SoftphoneState,
    initialState,
    reduceSoftphone,
    ringingCalls
} from 'c/softphoneState';
import fc from 'fast-check';
import { ringingCall, snapshotOf } from '../../../../../../test/jest-mocks/callViews';

/** Within one hour of the agent's day that the history lists. */
const DAY = '2026-11-23';
const HOUR_BEGINS_MS = Date.parse(`${DAY}T12:00:00.000Z`);
const instant = fc
    .integer({ min: 0, max: 3_600 })
    .map((second) => new Date(HOUR_BEGINS_MS + second * 1000).toISOString());

const call: fc.Arbitrary<CallView> = fc
    .record({
        callId: fc.constantFrom('asterisk:1', 'asterisk:2', 'asterisk:3'),
        legId: fc.constantFrom('a', 'b', 'c', 'd'),
        offeredAt: instant,
        state: fc.constantFrom<CallView['state']>('ringing', 'dialling', 'consulting', 'talking', 'held', 'ended'),
        waitingSince: instant,
        end: instant
    })
    .map(({ end, ...changes }) => ringingCall({ ...changes, endedAt: changes.state === 'ended' ? end : null }));

const event: fc.Arbitrary<SoftphoneEvent> = fc.oneof(
    call.map((one) => ({ type: 'callChanged' as const, call: one })),
    fc
        .uniqueArray(call, { selector: ({ legId }) => legId })
        .map((calls) => ({ type: 'snapshotReceived' as const, snapshot: snapshotOf(...calls), receivedAtMs: 0 })),
    fc
        .uniqueArray(call, { selector: ({ legId }) => legId })
        .map((calls) => calls.filter(({ state }) => state === 'ended'))
        .map((calls) => ({ type: 'historyLoaded' as const, history: { day: DAY, calls } })),
    fc.constantFrom('a', 'b', 'x').map((legId) => ({ type: 'callSelected' as const, legId }))
);

function expectInvariants({ calls, history, selectedLegId }: SoftphoneState): void {
    const alive = Object.values(calls);
    const over = history.calls.map(({ legId }) => legId);
    const ends = history.calls.map(({ endedAt }) => endedAt ?? '');
    const ringing = ringingCalls({ ...initialState, calls }).map(({ legId }) => legId);
    expect(alive.filter(({ state }) => state === 'ended')).toEqual([]);
    expect(Object.entries(calls).filter(([legId, one]) => legId !== one.legId)).toEqual([]);
    expect(new Set(over).size).toBe(over.length);
    expect(alive.filter(({ legId }) => over.includes(legId))).toEqual([]);
    expect(ends).toEqual([...ends].sort().reverse());
    expect(ringing.length > 0 ? ringing : [null]).toContain(selectedLegId);
}

describe('whatever the bridge tells', () => {
    it('keeps every call in one place, the history sorted and the selection on a ringing call', () => {
        fc.assert(
            fc.property(fc.array(event, { maxLength: 30 }), (events) => {
                events.reduce((state, one) => {
                    const next = reduceSoftphone(state, one);
                    expectInvariants(next);
                    return next;
                }, initialState);
            })
        );
    });

    it('comes to the same when an event is told twice', () => {
        fc.assert(
            fc.property(fc.array(event, { maxLength: 20 }), event, (events, last) => {
                const once = [...events, last].reduce(reduceSoftphone, initialState);

                expect(reduceSoftphone(once, last)).toEqual(once);
            })
        );
    });

    it('lets what ended stay ended', () => {
        fc.assert(
            fc.property(fc.array(event, { maxLength: 30 }), (events) => {
                const ended = new Set<string>();
                events.reduce((state, one) => {
                    const next = reduceSoftphone(state, one);
                    next.history.calls.forEach(({ legId }) => ended.add(legId));
                    expect(Object.keys(next.calls).filter((legId) => ended.has(legId))).toEqual([]);
                    return next;
                }, initialState);
            })
        );
    });
});
