import { createBoundedLog } from '../../src/recordings/boundedLog.ts';

beforeEach(() => {
    jest.useFakeTimers();
});
afterEach(() => {
    jest.useRealTimers();
});

const MINUTE_MS = 60_000;

function openLog() {
    const said: [object, string][] = [];
    const log = createBoundedLog({
        write: (fields, message) => void said.push([fields, message]),
        each: 'One failed',
        rest: 'More failed',
        most: 2
    });
    return { said, log };
}

test('tells of a few one by one, and of the others in one line when the minute is over', () => {
    const { said, log } = openLog();
    for (let number = 0; number < 1_000; number++) log.tell(number % 4 ? 'absent' : 'forbidden', { number });
    expect(said).toEqual([
        [{ number: 0 }, 'One failed'],
        [{ number: 1 }, 'One failed']
    ]);
    jest.advanceTimersByTime(MINUTE_MS);
    expect(said.slice(2)).toEqual([[{ count: 998, of: { absent: 749, forbidden: 249 } }, 'More failed']]);
    jest.advanceTimersByTime(10 * MINUTE_MS);
    expect(said).toHaveLength(3);
});

test('begins anew with the next minute', () => {
    const { said, log } = openLog();
    for (let minute = 0; minute < 3; minute++) {
        log.tell('absent', {});
        log.tell('absent', {});
        jest.advanceTimersByTime(MINUTE_MS);
    }
    expect(said.map(([, message]) => message)).toEqual(Array(6).fill('One failed'));
});

test('tells of the rest before the minute is over when it is asked to, and then not again', () => {
    const { said, log } = openLog();
    for (let number = 0; number < 5; number++) log.tell('absent', {});
    log.tellRest();
    expect(said.at(-1)).toEqual([{ count: 3, of: { absent: 3 } }, 'More failed']);
    jest.advanceTimersByTime(MINUTE_MS);
    expect(said).toHaveLength(3);
});
