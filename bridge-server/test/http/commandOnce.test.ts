import { createCommandOnce } from '../../src/http/commandOnce.ts';

const MINUTES = 60_000;
const answer = { action: 'answer', callId: 'test:1' };

let nowMs: number;
let carriedOut: jest.Mock<Promise<string>, []>;
beforeEach(() => {
    nowMs = 0;
    let count = 0;
    carriedOut = jest.fn(() => Promise.resolve(`result ${++count}`));
});
const setUp = (maxKept?: number) => createCommandOnce({ now: () => nowMs, ...(maxKept && { maxKept }) });

test('carries out a command that is sent again once, and gives the same result', async () => {
    const once = setUp();

    expect(await once('ana', 'id-1', answer, carriedOut)).toBe('result 1');
    nowMs = 2 * MINUTES - 1;
    expect(await once('ana', 'id-1', { ...answer }, carriedOut)).toBe('result 1');
    expect(carriedOut).toHaveBeenCalledTimes(1);
});

test('lets a repetition wait for the first while that is under way', async () => {
    const once = setUp();
    const { promise, resolve } = Promise.withResolvers<string>();
    carriedOut.mockReturnValue(promise);
    const both = [1, 2].map(() => once('ana', 'id-1', answer, carriedOut));
    resolve('at last');

    expect(await Promise.all(both)).toEqual(['at last', 'at last']);
    expect(carriedOut).toHaveBeenCalledTimes(1);
});

test('repeats a refusal, too', async () => {
    const once = setUp();
    carriedOut.mockRejectedValue(new Error('no'));

    await expect(once('ana', 'id-1', answer, carriedOut)).rejects.toThrow('no');
    await expect(once('ana', 'id-1', answer, carriedOut)).rejects.toThrow('no');
    expect(carriedOut).toHaveBeenCalledTimes(1);
});

test.each([
    ['another action', { ...answer, action: 'reject' }],
    ['another call', { ...answer, callId: 'test:2' }]
])('refuses the id of another command: %s', async (_what, other) => {
    const once = setUp();
    await once('ana', 'id-1', answer, carriedOut);

    await expect(once('ana', 'id-1', other, carriedOut)).rejects.toMatchObject({
        status: 422,
        type: 'urn:softphone-bridge:idempotency-key-reused'
    });
    expect(carriedOut).toHaveBeenCalledTimes(1);
});

test.each([
    ['another id', 'ana', 'id-2'],
    ['another agent', 'bruno', 'id-1']
])('carries out what is sent under %s', async (_what, agent, id) => {
    const once = setUp();
    await once('ana', 'id-1', answer, carriedOut);

    expect(await once(agent, id, answer, carriedOut)).toBe('result 2');
});

test('forgets a command after two minutes', async () => {
    const once = setUp();
    await once('ana', 'id-1', answer, carriedOut);
    nowMs = 2 * MINUTES;

    expect(await once('ana', 'id-1', answer, carriedOut)).toBe('result 2');
});

test('remembers no more commands than it has room for: the oldest goes', async () => {
    const once = setUp(2);
    for (const id of ['id-1', 'id-2', 'id-3']) await once('ana', id, answer, carriedOut);

    expect(await once('ana', 'id-2', answer, carriedOut)).toBe('result 2');
    expect(await once('ana', 'id-1', answer, carriedOut)).toBe('result 4');
});
