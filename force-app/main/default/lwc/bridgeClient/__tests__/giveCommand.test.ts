import { type BridgeClient, createBridgeClient } from 'c/bridgeClient';
import { eventually } from '../../../../../../test/jest-mocks/eventually';
import { createFakeBridge, problemResponse } from '../../../../../../test/jest-mocks/fakeBridge';
import { createManualSchedule } from '../../../../../../test/jest-mocks/manualSchedule';

const HANGUP = 'POST /agent/calls/a/hangup';
const UUID_IN_QUOTES = /^"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"$/;

let bridge: ReturnType<typeof createFakeBridge>;
let clock: ReturnType<typeof createManualSchedule>;
let client: BridgeClient;

beforeEach(async () => {
    bridge = createFakeBridge();
    clock = createManualSchedule();
    client = createBridgeClient({
        url: 'https://bridge.example.com',
        writeHandshake: () => Promise.resolve('a00000000000001AAA'),
        fetch: fetchUntilAborted,
        schedule: clock.schedule
    });
    await client.signIn();
});

afterEach(() => client.stop());

/** As browsers do: who gives up waits no longer. */
function fetchUntilAborted(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const aborted = new Promise<never>((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
    });
    return Promise.race([bridge.fetch(input, init), aborted]);
}

const idsOf = (route: string): (string | null)[] =>
    bridge.requestsTo(route).map(({ headers }) => headers.get('idempotency-key'));
const isSentTimes = (route: string, times: number): Promise<void> =>
    eventually(() => expect(bridge.requestsTo(route)).toHaveLength(times));

/** The network fails so often, then the bridge answers. */
function loseAnswers(route: string, times: number, answer = () => new Response(null, { status: 204 })): void {
    let lost = 0;
    bridge.answerWith(route, () => {
        if (lost++ < times) throw new TypeError('Failed to fetch');
        return answer();
    });
}

it('gives each command and each call to be placed an id of its own', async () => {
    await client.command('a', { action: 'hangup' });
    await client.command('a', { action: 'hangup' });
    await client.dial({ number: '190' });
    const ids = [...idsOf(HANGUP), ...idsOf('POST /agent/calls')];

    expect(ids).toEqual([1, 2, 3].map(() => expect.stringMatching(UUID_IN_QUOTES) as string));
    expect(new Set(ids).size).toBe(3);
});

it('gives nothing else an id', async () => {
    await client.saveNote({ callId: 'a', legId: 'leg-1' }, { reason: null, text: '' });
    await client.finishWrapUp();

    expect([...idsOf('PUT /agent/calls/a/note'), ...idsOf('DELETE /agent/wrap-up')]).toEqual([null, null]);
});

it('sends a command whose answer the network lost once more, under the same id', async () => {
    loseAnswers('POST /agent/calls', 1, () => new Response('{"callId":"test:1"}', { status: 201 }));
    const dialled = client.dial({ number: '190' });
    await isSentTimes('POST /agent/calls', 1);
    await eventually(() => {
        clock.advance(500);
        expect(bridge.requestsTo('POST /agent/calls')).toHaveLength(2);
    });

    expect(await dialled).toEqual({ callId: 'test:1' });
    expect(new Set(idsOf('POST /agent/calls')).size).toBe(1);
});

it('does not go on when the second answer is lost, too', async () => {
    loseAnswers(HANGUP, 2);
    const refusal = client.command('a', { action: 'hangup' }).catch((error: unknown) => error);
    await isSentTimes(HANGUP, 1);
    await eventually(() => {
        clock.advance(500);
        expect(bridge.requestsTo(HANGUP)).toHaveLength(2);
    });

    expect(await refusal).toMatchObject({ kind: 'unreachable', problem: { status: 0 } });
    expect(bridge.requestsTo(HANGUP)).toHaveLength(2);
});

it('takes an answer that does not come within nine seconds for lost', async () => {
    bridge.answerWith(HANGUP, () => new Promise(() => undefined));
    const given = client.command('a', { action: 'hangup' });
    await isSentTimes(HANGUP, 1);
    clock.advance(8_999);
    expect(bridge.requestsTo(HANGUP)).toHaveLength(1);
    bridge.answerAsUsual(HANGUP);
    clock.advance(1);
    await eventually(() => {
        clock.advance(500);
        expect(bridge.requestsTo(HANGUP)).toHaveLength(2);
    });

    await expect(given).resolves.toBeUndefined();
});

it('gives up after fifteen seconds, whatever is under way', async () => {
    bridge.answerWith(HANGUP, () => new Promise(() => undefined));
    const given = client.command('a', { action: 'hangup' });
    const outcome = jest.fn();
    given.catch(outcome);
    await isSentTimes(HANGUP, 1);
    clock.advance(9_000);
    await eventually(() => {
        clock.advance(500);
        expect(bridge.requestsTo(HANGUP)).toHaveLength(2);
    });
    expect(outcome).not.toHaveBeenCalled();
    clock.advance(5_500);

    await expect(given).rejects.toMatchObject({ problem: { detail: 'no answer in time' } });
});

it.each([409, 422, 500, 503, 504])('does not repeat what the bridge answered: %i', async (status) => {
    bridge.answerWith(HANGUP, () => problemResponse(status));

    await expect(client.command('a', { action: 'hangup' })).rejects.toMatchObject({ problem: { status } });
    expect(bridge.requestsTo(HANGUP)).toHaveLength(1);
});

it('leaves nothing waiting behind', async () => {
    const before = clock.pendingCount;
    await client.command('a', { action: 'hangup' });

    expect(clock.pendingCount).toBe(before);
});
