import { randomUUID } from 'node:crypto';
import type { Store } from '../../src/store/openStore.ts';
import { queryDatabase } from '../support/databaseClient.ts';
import type { TestDatabase } from '../support/databaseProxy.ts';
import { createTestDatabase, openTestStore } from '../support/testDatabase.ts';

const ISSUED = '2026-11-23T12:00:00.000Z';
const EXPIRES = '2026-11-23T12:01:00.000Z';
const AFTER = '2026-11-23T12:01:00.001Z';

let database: TestDatabase;
let store: Store;

beforeAll(async () => {
    database = await createTestDatabase();
    store = await openTestStore(database);
});
afterAll(() => store.close());

async function saveHandshake(times = { issuedAt: ISSUED, expiresAt: EXPIRES }) {
    const handshake = { id: randomUUID(), nonce: 'nonce', proofHash: 'hash', ...times };
    await store.handshakes.save(handshake);
    return handshake;
}

test('is taken as it was saved, once', async () => {
    const handshake = await saveHandshake();
    expect(await store.handshakes.take(handshake.id, ISSUED)).toEqual(handshake);
    expect(await store.handshakes.take(handshake.id, ISSUED)).toBeNull();
});

test('of many who take it at the same moment, on any replica, one gets it', async () => {
    const other = await openTestStore(database);
    const { id } = await saveHandshake();
    const taken = await Promise.all(
        [store, other, store, other, store].map(({ handshakes }) => handshakes.take(id, ISSUED))
    );
    expect(taken.filter((each) => each !== null)).toHaveLength(1);
    await other.close();
});

test('holds to its last moment and not after it', async () => {
    const inTime = await saveHandshake();
    expect(await store.handshakes.take(inTime.id, EXPIRES)).toMatchObject({ id: inTime.id });
    const late = await saveHandshake();
    expect(await store.handshakes.take(late.id, AFTER)).toBeNull();
    expect(await store.handshakes.take(late.id, ISSUED)).toBeNull();
});

test('one that nobody issued is not taken', async () => {
    expect(await store.handshakes.take(randomUUID(), ISSUED)).toBeNull();
});

test('those that ran out are forgotten when another is issued, those that hold are not', async () => {
    const old = await saveHandshake();
    const holding = await saveHandshake({ issuedAt: ISSUED, expiresAt: '2026-11-23T12:05:00.000Z' });
    const next = await saveHandshake({ issuedAt: AFTER, expiresAt: '2026-11-23T12:02:00.000Z' });
    const rows = await queryDatabase<{ id: string }>(database, 'SELECT id FROM handshakes');
    const kept = rows.map(({ id }) => id);
    expect(kept).not.toContain(old.id);
    expect(kept).toEqual(expect.arrayContaining([holding.id, next.id]));
});
