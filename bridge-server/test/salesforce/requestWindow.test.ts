import DataLoader from 'dataloader';
import { createRequestWindow } from '../../src/salesforce/requestWindow.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function newLoader(options: { spacingMs: number; factor?: () => number; maxBatchSize?: number }) {
    const sent: { at: number; size: number }[] = [];
    const loader = new DataLoader<number, number>(
        async (keys) => {
            sent.push({ at: Date.now(), size: keys.length });
            return keys;
        },
        {
            cache: false,
            maxBatchSize: options.maxBatchSize ?? 200,
            batchScheduleFn: createRequestWindow({ spacingMs: options.spacingMs, factor: options.factor ?? (() => 1) })
        }
    );
    return { sent, loader };
}

test('the first record goes at once', async () => {
    const { sent, loader } = newLoader({ spacingMs: 100 });
    const began = Date.now();
    void loader.load(1);
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([{ at: began, size: 1 }]);
});

test('what comes while the spacing lasts goes together at its end', async () => {
    const { sent, loader } = newLoader({ spacingMs: 100 });
    const began = Date.now();
    for (let ms = 0; ms < 100; ms += 10) {
        void loader.load(ms);
        await jest.advanceTimersByTimeAsync(10);
    }
    await jest.advanceTimersByTimeAsync(200);
    expect(sent).toEqual([
        { at: began, size: 1 },
        { at: began + 100, size: 9 }
    ]);
});

test('after a quiet time a record waits for nothing again', async () => {
    const { sent, loader } = newLoader({ spacingMs: 100 });
    void loader.load(1);
    await jest.advanceTimersByTimeAsync(5_000);
    const began = Date.now();
    void loader.load(2);
    await jest.advanceTimersByTimeAsync(0);
    expect(sent[1]).toEqual({ at: began, size: 1 });
});

test('full batches do not wait for the spacing', async () => {
    const { sent, loader } = newLoader({ spacingMs: 10_000, maxBatchSize: 2 });
    for (let key = 0; key < 7; key++) void loader.load(key);
    await jest.advanceTimersByTimeAsync(0);
    expect(sent.map(({ size }) => size)).toEqual([2, 2, 2]);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(sent.map(({ size }) => size)).toEqual([2, 2, 2, 1]);
});

test('a short budget widens the spacing', async () => {
    const { sent, loader } = newLoader({ spacingMs: 100, factor: () => 10 });
    void loader.load(1);
    await jest.advanceTimersByTimeAsync(50);
    void loader.load(2);
    await jest.advanceTimersByTimeAsync(900);
    expect(sent).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(50);
    expect(sent).toHaveLength(2);
});
