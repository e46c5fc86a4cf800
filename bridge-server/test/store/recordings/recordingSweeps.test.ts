import type { Store } from '../../../src/store/openStore.ts';
import { queryDatabase } from '../../support/databaseClient.ts';
import { createTestDatabase, openTestStore } from '../../support/testDatabase.ts';
import { ago, DAY_MS, forgetRecordings } from './recordedCalls.ts';

let address: Awaited<ReturnType<typeof createTestDatabase>>;
let store: Store;

beforeAll(async () => {
    address = await createTestDatabase();
});
beforeEach(async () => {
    store = await openTestStore(address);
    await forgetRecordings(address);
});
afterEach(() => store.close());

const DAYS = 90;
const startedAgo = (minutes: number) =>
    queryDatabase(address, `UPDATE recording_sweeps SET started_at = now() - $1 * interval '1 min'`, [minutes]);

test('a run is listed with what it did, the last one first', async () => {
    const first = await store.recordings.sweeps.begin(DAYS);
    await store.recordings.sweeps.finish(first!.id, { deleted: 3, bytes: 5_000_000_000, held: 1, failed: 2 });
    await startedAgo(60);
    const second = await store.recordings.sweeps.begin(DAYS);
    const at = expect.stringMatching(/^20.*Z$/);
    expect(await store.recordings.sweeps.list(10)).toEqual([
        { ...second, startedAt: at, finishedAt: null, deleted: 0, bytes: 0, held: 0, failed: 0 },
        {
            ...first,
            startedAt: at,
            finishedAt: at,
            deleted: 3,
            bytes: 5_000_000_000,
            held: 1,
            failed: 2
        }
    ]);
    expect(await store.recordings.sweeps.list(1)).toHaveLength(1);
});

test.each([
    [49, false],
    [51, true]
])('%d minutes after a run began the next may begin: %s', async (minutes, begins) => {
    await store.recordings.sweeps.begin(DAYS);
    await startedAgo(minutes);
    expect((await store.recordings.sweeps.begin(DAYS)) !== null).toBe(begins);
});

test('the database’s clock says what is over, whatever a replica takes for the time', async () => {
    jest.useFakeTimers({ now: Date.now() + 365 * DAY_MS, doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
    const begun = await store.recordings.sweeps.begin(DAYS).finally(() => jest.useRealTimers());
    expect(Math.abs(Date.parse(begun!.endedBefore) - Date.parse(ago(DAYS * DAY_MS)))).toBeLessThan(60_000);
});

test('a run that began in the future, by a clock that was set back, keeps nobody from the next', async () => {
    await store.recordings.sweeps.begin(DAYS);
    await startedAgo(-60);
    expect(await store.recordings.sweeps.begin(DAYS)).not.toBeNull();
});

test('whoever wants to sweep sooner says so', async () => {
    await store.recordings.sweeps.begin(DAYS);
    expect(await store.recordings.sweeps.begin(DAYS, 0)).not.toBeNull();
});

test('of replicas that begin at one moment one does', async () => {
    const other = await openTestStore(address);
    const begun = await Promise.all(
        Array.from({ length: 10 }, (_, index) => (index % 2 ? store : other).recordings.sweeps.begin(DAYS))
    );
    await other.close();
    expect(begun.filter((id) => id !== null)).toHaveLength(1);
});
