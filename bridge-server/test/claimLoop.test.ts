import { setImmediate as turn } from 'node:timers/promises';
import { createClaimLoop } from '../src/claimLoop.ts';
import { eventually } from './support/eventually.ts';

/** Work that waits until it is told to be done. */
function slowWork() {
    const under = new Map<number, () => void>();
    let most = 0;
    return {
        under,
        most: () => most,
        async work(claimed: number): Promise<void> {
            const { promise, resolve } = Promise.withResolvers<null>();
            under.set(claimed, () => resolve(null));
            most = Math.max(most, under.size);
            await promise;
            under.delete(claimed);
        }
    };
}

const loopOf = (options: Partial<Parameters<typeof createClaimLoop<number>>[0]>) =>
    createClaimLoop<number>({
        claim: async () => [],
        reap: async () => 0,
        work: async () => undefined,
        concurrency: 3,
        onUnreadable: () => undefined,
        ...options
    });

test('works on everything that is due, and never on more at once than it may', async () => {
    const due = Array.from({ length: 50 }, (_, index) => index);
    const done: number[] = [];
    let [running, most] = [0, 0];
    const loop = loopOf({
        claim: async (limit) => due.splice(0, limit),
        async work(claimed) {
            most = Math.max(most, ++running);
            for (let turns = claimed % 3; turns >= 0; turns--) await turn();
            running--;
            done.push(claimed);
        }
    });
    const startedAt = performance.now();
    loop.start();
    await eventually(
        async () => done.length,
        (length) => length === 50
    );
    // without waiting for the poll, which comes each second
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(most).toBe(3);
    await loop.stop();
});

test('claims nothing before it is started, and nothing after it is stopped', async () => {
    let claims = 0;
    const loop = loopOf({ claim: async () => (claims++, []) });
    loop.kick();
    await turn();
    expect(claims).toBe(0);
    loop.start();
    await eventually(
        async () => claims,
        (seen) => seen === 1
    );
    await loop.stop();
    loop.kick();
    loop.start();
    await turn();
    expect(claims).toBe(1);
});

test('looks again when it was kicked while it looked', async () => {
    const first = Promise.withResolvers<number[]>();
    const answers: Promise<number[]>[] = [first.promise, Promise.resolve([7])];
    const seen: number[] = [];
    const loop = loopOf({
        claim: () => answers.shift() ?? Promise.resolve([]),
        work: async (claimed) => void seen.push(claimed)
    });
    loop.start();
    await eventually(
        async () => answers.length,
        (length) => length === 1
    );
    loop.kick();
    first.resolve([]);
    for (let turns = 0; turns < 5; turns++) await turn();
    expect(seen).toEqual([7]);
    await loop.stop();
});

test('looks again at once when it was kicked while it looked in vain', async () => {
    const first = Promise.withResolvers<number[]>();
    let claims = 0;
    const loop = loopOf({ claim: () => (++claims === 1 ? first.promise : Promise.resolve([])) });
    loop.start();
    await eventually(
        async () => claims,
        (count) => count === 1
    );
    loop.kick();
    first.reject(new Error('away'));
    for (let turns = 0; turns < 5; turns++) await turn();
    expect(claims).toBe(2);
    await loop.stop();
});

test('uses all the room that became free while it looked', async () => {
    const due = [1, 2, 3, 4];
    const { work, under } = slowWork();
    const loop = loopOf({ concurrency: 2, claim: async (limit) => due.splice(0, limit), work });
    loop.start();
    await eventually(
        async () => under.size,
        (size) => size === 2
    );
    under.get(1)?.();
    under.get(2)?.();
    for (let turns = 0; turns < 20; turns++) await turn();
    expect([...under.keys()]).toEqual([3, 4]);
    for (const finish of [...under.values()]) finish();
    await loop.stop();
});

test('stops once the work under way is done', async () => {
    const due = [1, 2];
    const { work, under } = slowWork();
    const loop = loopOf({ claim: async (limit) => due.splice(0, limit), work });
    loop.start();
    await eventually(
        async () => under.size,
        (size) => size === 2
    );
    let isStopped = false;
    const stopped = loop.stop().then(() => {
        isStopped = true;
    });
    under.get(1)?.();
    await turn();
    expect(isStopped).toBe(false);
    under.get(2)?.();
    await stopped;
});

test('says once that what is due cannot be read, and goes on', async () => {
    const said: unknown[] = [];
    const seen: number[] = [];
    let claims = 0;
    const loop = loopOf({
        async claim() {
            claims++;
            if (claims <= 3 || claims === 5) throw new Error(`away ${claims}`);
            return claims === 6 ? [6] : [];
        },
        work: async (claimed) => void seen.push(claimed),
        onUnreadable: (error) => void said.push(error)
    });
    loop.start();
    for (let before = 0; before < 6; before++) {
        loop.kick();
        await eventually(
            async () => claims,
            (count) => count > before
        );
    }
    await eventually(
        async () => seen,
        ([first]) => first === 6
    );
    await loop.stop();
    expect(said).toEqual([new Error('away 1'), new Error('away 5')]);
});

test('frees what dead replicas held before it looks, and does not mind when that fails', async () => {
    const order: string[] = [];
    const loop = loopOf({
        async reap() {
            order.push('reap');
            throw new Error('away');
        },
        claim: async () => (order.push('claim'), [])
    });
    loop.start();
    await eventually(
        async () => order.length,
        (length) => length >= 2
    );
    await loop.stop();
    expect(order.slice(0, 2)).toEqual(['reap', 'claim']);
});

test('claims fewer while it is told so, and looks again when it is told to', async () => {
    const limits: number[] = [];
    const loop = loopOf({
        claim: async (limit) => (limits.push(limit), []),
        allows: () => 1,
        lookAgainInMs: () => 5
    });
    const startedAt = performance.now();
    loop.start();
    await eventually(
        async () => limits.length,
        (length) => length >= 10
    );
    await loop.stop();
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(new Set(limits)).toEqual(new Set([1]));
});
