import type { Note } from 'bridge/contract';
import { BridgeError, type BridgeErrorKind } from 'c/bridgeClient';
import type { SoftphoneEvent } from 'c/softphoneState';
import { createNoteSaver } from '../noteSaver';

const note = (text: string): Note => ({ reason: null, text });
const error = (kind: BridgeErrorKind): BridgeError =>
    new BridgeError(kind, { type: 'about:blank', title: '', status: 0, detail: '' });
const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

const one = { callId: 'asterisk:1', legId: 'leg-1' };
const other = { callId: 'asterisk:2', legId: 'leg-2' };

/** A bridge that answers when the test says so. */
function createSlowBridge() {
    const requests: { callId: string; legId: string; text: string; answer: (error?: BridgeError) => Promise<void> }[] =
        [];
    return {
        requests,
        texts: () => requests.map(({ text }) => text),
        save: ({ callId, legId }: typeof one, { text }: Note) =>
            new Promise<void>((resolve, reject) => {
                const answer = (failure?: BridgeError): Promise<void> => {
                    if (failure) reject(failure);
                    else resolve();
                    return settle();
                };
                requests.push({ callId, legId, text, answer });
            })
    };
}

let bridge: ReturnType<typeof createSlowBridge>;
let events: SoftphoneEvent[];
let saver: ReturnType<typeof createNoteSaver>;

beforeEach(() => {
    jest.useFakeTimers();
    bridge = createSlowBridge();
    events = [];
    saver = createNoteSaver(bridge.save, (event) => events.push(event));
});

afterEach(() => jest.useRealTimers());

describe('what the agent writes down', () => {
    it('is shown at once and stored', async () => {
        saver.write(one, note('a'));
        expect(events).toEqual([{ type: 'noteWritten', legId: 'leg-1', note: note('a') }]);
        await bridge.requests[0]?.answer();

        expect(bridge.requests).toMatchObject([{ ...one, text: 'a' }]);
        expect(events.at(-1)).toEqual({ type: 'noteSaved', legId: 'leg-1', note: note('a') });
    });

    it('goes out one request at a time, and the last text wins', async () => {
        saver.write(one, note('a'));
        saver.write(one, note('ab'));
        saver.write(one, note('abc'));
        expect(bridge.texts()).toEqual(['a']);
        await bridge.requests[0]?.answer();
        expect(bridge.texts()).toEqual(['a', 'abc']);
        await bridge.requests[1]?.answer();

        expect(bridge.texts()).toEqual(['a', 'abc']);
        expect(events.at(-1)).toEqual({ type: 'noteSaved', legId: 'leg-1', note: note('abc') });
    });

    it('does not wait for what is written about another call', () => {
        saver.write(one, note('a'));
        saver.write(other, note('b'));

        expect(bridge.texts()).toEqual(['a', 'b']);
    });

    it.each([
        ['at once after a reconnect', () => saver.retryNow()],
        ['by itself after five seconds', () => jest.advanceTimersByTime(5_000)]
    ])('is sent again %s when the bridge was away', async (_name, pass) => {
        saver.write(one, note('a'));
        await bridge.requests[0]?.answer(error('unreachable'));
        jest.advanceTimersByTime(4_999);
        expect(bridge.texts()).toEqual(['a']);
        pass();
        await settle();

        expect(bridge.texts()).toEqual(['a', 'a']);
    });

    it('is forgotten by nothing but a newer text', async () => {
        saver.write(one, note('a'));
        saver.write(one, note('ab'));
        await bridge.requests[0]?.answer(error('unreachable'));
        saver.retryNow();
        await settle();

        expect(bridge.texts()).toEqual(['a', 'ab']);
    });

    it('is not sent again when it was refused', async () => {
        saver.write(one, note('a'));
        const refused = error('refused');
        await bridge.requests[0]?.answer(refused);
        jest.advanceTimersByTime(60_000);
        saver.retryNow();

        expect(bridge.texts()).toEqual(['a']);
        expect(events.at(-1)).toEqual({ type: 'noteRefused', legId: 'leg-1', note: note('a'), error: refused });
    });
});
