import type { CallView, Presence, Snapshot } from 'bridge/contract';
import { type BridgeClient, type BridgeStatus, createBridgeClient } from 'c/bridgeClient';
import { presenceOf, ringingCall, snapshotOf } from '../../../../../../test/jest-mocks/callViews';
import { eventually } from '../../../../../../test/jest-mocks/eventually';
import { createFakeBridge, problemResponse } from '../../../../../../test/jest-mocks/fakeBridge';
import { createManualSchedule } from '../../../../../../test/jest-mocks/manualSchedule';

const LONGEST_RECONNECT_DELAY_MS = 15_000;
const SILENCE_LIMIT_MS = 40_000;

let bridge: ReturnType<typeof createFakeBridge>;
let clock: ReturnType<typeof createManualSchedule>;
let client: BridgeClient;
let statuses: BridgeStatus[];
let snapshots: Snapshot[];
let calls: CallView[];
let presences: Presence[];
const writeHandshake = jest.fn<Promise<string>, [string]>();
const onCall = jest.fn<void, [CallView]>();

const statusKinds = (): string[] => statuses.map(({ kind }) => kind);

beforeEach(() => {
    bridge = createFakeBridge();
    clock = createManualSchedule();
    statuses = [];
    snapshots = [];
    calls = [];
    presences = [];
    writeHandshake.mockReset().mockResolvedValue('a00000000000001AAA');
    onCall.mockReset().mockImplementation((call) => {
        calls.push(call);
    });
    client = createBridgeClient({
        url: 'https://bridge.example.com/',
        writeHandshake,
        onStatus: (status) => statuses.push(status),
        onSnapshot: (snapshot) => snapshots.push(snapshot),
        onCall,
        onPresence: (presence) => presences.push(presence),
        fetch: bridge.fetch,
        schedule: clock.schedule
    });
});

afterEach(() => client.stop());

async function connect(): Promise<void> {
    const started = client.start();
    await eventually(() => expect(bridge.isListenedTo).toBe(true));
    bridge.sendSnapshot(snapshotOf());
    await started;
}

describe('the stream', () => {
    it('delivers the snapshot and then the calls', async () => {
        await connect();
        bridge.sendCall(ringingCall());

        await eventually(() => expect(calls).toEqual([ringingCall()]));
        expect(snapshots).toHaveLength(1);
        expect(statusKinds()).toEqual(['connecting', 'connected']);
    });

    it("delivers the agent's presence", async () => {
        await connect();
        bridge.sendPresence(presenceOf({ state: 'paused', reason: 'Almoço' }));

        await eventually(() => expect(presences).toMatchObject([{ state: 'paused', reason: 'Almoço' }]));
    });

    it('comes back after a cut and resumes from the last event', async () => {
        await connect();
        bridge.dropStream();
        await eventually(() => expect(statusKinds()).toContain('lost'));
        clock.advance(LONGEST_RECONNECT_DELAY_MS);

        await eventually(() => expect(bridge.isListenedTo).toBe(true));
        expect(bridge.requestsTo('GET /agent/events').at(-1)?.headers.get('last-event-id')).toBe('1');
    });

    it('keeps trying while the bridge is away and says when', async () => {
        bridge.goDown();
        await client.start();
        clock.advance(LONGEST_RECONNECT_DELAY_MS);
        await eventually(() => expect(statusKinds()).toEqual(['connecting', 'lost', 'connecting', 'lost']));
        bridge.comeBack();
        clock.advance(LONGEST_RECONNECT_DELAY_MS);

        await eventually(() => expect(bridge.isListenedTo).toBe(true));
        expect(statuses[1]).toMatchObject({ error: { kind: 'unreachable' }, retryAtMs: expect.any(Number) });
    });

    it('takes a stream that fell silent for lost, and a heartbeat for life', async () => {
        await connect();
        clock.advance(SILENCE_LIMIT_MS - 1);
        bridge.sendHeartbeat();
        bridge.sendCall(ringingCall());
        await eventually(() => expect(calls).toHaveLength(1));
        clock.advance(SILENCE_LIMIT_MS - 1);
        expect(statusKinds()).not.toContain('lost');
        clock.advance(1);

        await eventually(() => expect(statusKinds()).toContain('lost'));
    });

    it('signs in again at once when the session is refused', async () => {
        let refusals = 1;
        bridge.answerWith('GET /agent/events', () => {
            refusals -= 1;
            if (refusals === 0) bridge.answerAsUsual('GET /agent/events');
            return problemResponse(401);
        });
        void client.start();
        await eventually(() => expect(bridge.requestsTo('GET /agent/events')).toHaveLength(1));
        await eventually(() => expect(clock.pendingCount).toBeGreaterThan(0));
        clock.advance(0);

        await eventually(() => expect(bridge.isListenedTo).toBe(true));
        expect(bridge.requestsTo('POST /agent/session')).toHaveLength(2);
    });

    it.each([
        [403, 'forbidden'],
        [404, 'refused']
    ])('gives up on HTTP %i, which only a person can cure', async (status, kind) => {
        bridge.answerWith('POST /agent/session', () => problemResponse(status));
        await client.start();

        expect(statuses.at(-1)).toMatchObject({ kind: 'failed', error: { kind } });
        expect(clock.pendingCount).toBe(0);
    });

    it('opens no stream for somebody who left during the sign-in', async () => {
        let finishHandshake = (_recordId: string): void => undefined;
        writeHandshake.mockReturnValue(
            new Promise((resolve) => {
                finishHandshake = resolve;
            })
        );
        const started = client.start();
        await eventually(() => expect(writeHandshake).toHaveBeenCalled());
        client.stop();
        finishHandshake('a00000000000001AAA');
        await started;

        expect(bridge.requestsTo('POST /agent/session')).toHaveLength(1);
        expect(bridge.requestsTo('GET /agent/events')).toEqual([]);
    });

    it('closes a stream that sends what is no JSON before it opens the next', async () => {
        await connect();
        bridge.sendBrokenEvent();
        await eventually(() => expect(statusKinds()).toContain('lost'));

        expect(bridge.isListenedTo).toBe(false);
    });

    it('listens on after a listener failed, whose defect surfaces as its own', async () => {
        await connect();
        onCall.mockImplementationOnce(() => {
            throw new Error('the reducer broke');
        });
        bridge.sendCall(ringingCall());
        bridge.sendCall(ringingCall({ announcedName: 'Maria' }));

        await eventually(() => expect(calls).toEqual([ringingCall({ announcedName: 'Maria' })]));
        expect(statusKinds()).toEqual(['connecting', 'connected']);
        expect(() => clock.advance(0)).toThrow('the reducer broke');
    });

    it('connects at once when told not to wait for the next attempt', async () => {
        bridge.goDown();
        await client.start();
        bridge.comeBack();
        client.retryNow();

        await eventually(() => expect(bridge.isListenedTo).toBe(true));
    });

    it('tells nothing any more after the end', async () => {
        await connect();
        client.stop();
        const told = statuses.length;

        await eventually(() => expect(bridge.isListenedTo).toBe(false));
        await eventually(() => expect(clock.pendingCount).toBe(0));
        expect(statuses).toHaveLength(told);
    });
});
