import { type Database, openDatabase, StoreUnavailable, transaction } from '../../src/store/database.ts';
import { queryDatabase } from '../support/databaseClient.ts';
import { eventually } from '../support/eventually.ts';
import { createTestDatabase } from '../support/testDatabase.ts';
import type { TestDatabase } from '../support/databaseProxy.ts';

let address: TestDatabase;
let database: Database;
beforeAll(async () => {
    address = await createTestDatabase();
    database = openDatabase(address, 1);
    await database.query('CREATE TABLE words (word text PRIMARY KEY)');
});
afterAll(() => database.end());

const words = async () => (await database.query<{ word: string }>('SELECT word FROM words')).rows;
const say = (word: string) => ({ text: 'INSERT INTO words VALUES ($1)', values: [word] });

/** As when PostgreSQL is shut down. */
async function endSession(processId: number): Promise<void> {
    await queryDatabase(address, `SELECT pg_terminate_backend(${processId})`);
    await eventually(
        () => queryDatabase(address, `SELECT FROM pg_stat_activity WHERE pid = ${processId}`),
        (rows) => rows.length === 0
    );
}

test('what a transaction stores is stored together or not at all', async () => {
    const broken = transaction(database, async (run) => {
        await run(say('one'));
        await run(say('one'));
    });
    await expect(broken).rejects.toMatchObject({ name: 'StoreRefused' });
    expect(await words()).toEqual([]);
});

test('a session that ends between two statements ends the transaction and nothing else', async () => {
    const broken = transaction(database, async (run) => {
        const [session] = await run<{ pid: number }>({ text: 'SELECT pg_backend_pid() AS pid' });
        await run(say('two'));
        await endSession(session?.pid ?? 0);
        await run(say('three'));
    });
    await expect(broken).rejects.toThrow(StoreUnavailable);
    await transaction(database, async (run) => void (await run(say('four'))));
    expect(await words()).toEqual([{ word: 'four' }]);
});
