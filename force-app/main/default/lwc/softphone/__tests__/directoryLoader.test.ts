import { createDirectoryLoader } from '../directoryLoader';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('to whom a call can be transferred', () => {
    it('is read once however often it is asked for within ten seconds, and then again', () => {
        const load = jest.fn().mockResolvedValue(true);
        const loader = createDirectoryLoader(load);
        loader.want();
        loader.want();
        loader.want();
        expect(load).toHaveBeenCalledTimes(1);
        jest.advanceTimersByTime(10_000);

        expect(load).toHaveBeenCalledTimes(2);
    });

    it('is not read any more when nobody asks', () => {
        const load = jest.fn().mockResolvedValue(true);
        createDirectoryLoader(load).want();
        jest.advanceTimersByTime(60_000);

        expect(load).toHaveBeenCalledTimes(1);
    });

    it('is read at once when the last time failed', async () => {
        const load = jest.fn().mockResolvedValue(false);
        const loader = createDirectoryLoader(load);
        loader.want();
        await Promise.resolve();
        await Promise.resolve();
        loader.want();

        expect(load).toHaveBeenCalledTimes(2);
    });

    it('is not read after the end', () => {
        const load = jest.fn().mockResolvedValue(true);
        const loader = createDirectoryLoader(load);
        loader.want();
        loader.want();
        loader.stop();
        jest.advanceTimersByTime(60_000);

        expect(load).toHaveBeenCalledTimes(1);
    });
});
