import pg from 'pg';
import type { CallChange, PresenceChange } from '../../src/store/changeFeed.ts';
import type { Store } from '../../src/store/openStore.ts';
import { event, inbound, legEvent } from '../calls/story.ts';
import { queryDatabase } from '../support/databaseClient.ts';
import { type DatabaseProxy, startDatabaseProxy, type TestDatabase } from '../support/databaseProxy.ts';
import { eventually } from '../support/eventually.ts';
import { createTestDatabase, openTestStore } from '../support/testDatabase.ts';

let database: TestDatabase;
let way: DatabaseProxy;
let follower: Store;
let other: Store;
let heard: CallChange[];
let heardOfAgents: PresenceChange[];
let lost: PromiseWithResolvers<void>;
let stopFollowing: () => Promise<void>;

beforeEach(async () => {
    database = await createTestDatabase();
    other = await openTestStore(database);
    await other.recordEvent(event('callArrived', 0, inbound));
    way = await startDatabaseProxy(database);
    follower = await openTestStore({ connectionString: way.databaseUrl });
    heard = [];
    heardOfAgents = [];
    lost = Promise.withResolvers();
    stopFollowing = await follower.followChanges({
        onChange: (change) => void heard.push(change),
        onPresence: (change) => void heardOfAgents.push(change),
        onLost: () => lost.resolve()
    });
});
afterEach(async () => {
    await stopFollowing();
    await follower.close();
    await other.close();
    await way.close();
});

/** The sessions that hold a replica's advisory lock are those that listen. */
const LISTENING = `SELECT pid FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
    WHERE locktype = 'advisory' AND objsubid = 2 AND granted AND datname = current_database()`;

const listeningSessions = () => queryDatabase<{ pid: number }>(database, LISTENING);

const endListeningSession = () =>
    queryDatabase(database, `SELECT pg_terminate_backend(pid) FROM (${LISTENING}) AS listening`);

const expectHeard = (callId: string) =>
    eventually(
        () => Promise.resolve(heard.map((change) => change.callId)),
        (calls) => calls.includes(callId)
    );

const ringAnotherCall = async (callId: string): Promise<void> => {
    await other.recordEvent({ ...event('callArrived', 1, inbound), callId, key: `${callId} arrived` });
};

test('what changed while the network was away is told after it is back', async () => {
    way.cut();
    await lost.promise;
    await ringAnotherCall('test:missed');
    expect(heard.map(({ callId }) => callId)).not.toContain('test:missed');
    way.mend();
    await expectHeard('test:missed');
    const [row] = await queryDatabase<{ change_id: string }>(
        database,
        `SELECT change_id FROM calls WHERE id = 'test:missed'`
    );
    expect(heard).toContainEqual({ callId: 'test:missed', changeId: Number(row?.change_id) });
});

test('what changed after PostgreSQL ended the listening session is told', async () => {
    expect(await listeningSessions()).toHaveLength(1);
    await endListeningSession();
    await lost.promise;
    await ringAnotherCall('test:missed');
    await expectHeard('test:missed');
});

test('the session that is opened again listens, and shows the others that this replica lives', async () => {
    await other.recordEvent(legEvent('legOffered', 1, '1001'));
    expect(await follower.sync.claim(10, 60_000, 0)).toHaveLength(1);
    await endListeningSession();
    await lost.promise;
    await eventually(listeningSessions, (sessions) => sessions.length === 1);
    expect(await other.sync.reap()).toBe(0);
    await ringAnotherCall('test:after');
    await expectHeard('test:after');
});

test('a change that began before the last one heard and was committed while nobody listened is told', async () => {
    const slow = new pg.Client(database);
    await slow.connect();
    await slow.query('BEGIN');
    await slow.query(`UPDATE calls SET change_id = nextval('call_changes') WHERE id = 'test:1'`);
    await ringAnotherCall('test:later');
    await expectHeard('test:later');
    heard = [];

    way.cut();
    await lost.promise;
    await slow.query('COMMIT');
    await slow.end();
    way.mend();
    await expectHeard('test:1');
});

describe('of presences', () => {
    const ana = { userId: '005A', name: 'Ana Souza', extension: '1001', timeZone: 'America/Sao_Paulo' };
    const signIn = () => other.presences.ensure(ana, '2026-11-23T12:00:00.000Z');
    const expectVersion = (version: number) =>
        eventually(
            () => Promise.resolve(heardOfAgents),
            (changes) => changes.some((change) => change.extension === '1001' && change.version === version)
        );

    test('a change is told to every replica, with its version', async () => {
        await signIn();
        await expectVersion(1);
        await other.presences.choose('1001', { state: 'offline', reason: null }, '2026-11-23T12:01:00.000Z');
        await expectVersion(2);
        expect(heard.map(({ callId }) => callId)).not.toContain('1001');
    });

    test('what changed while the network was away is told after it is back', async () => {
        way.cut();
        await lost.promise;
        await signIn();
        expect(heardOfAgents).toEqual([]);
        way.mend();
        await expectVersion(1);
    });
});
