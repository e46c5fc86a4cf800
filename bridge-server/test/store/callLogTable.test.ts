import type pg from 'pg';
import { type CallLogTableOptions, createCallLogTable } from '../../src/store/callLogTable.ts';
import { queryDatabase } from '../support/databaseClient.ts';
import { eventually } from '../support/eventually.ts';
import { createTestDatabase, toDatabaseUrl } from '../support/testDatabase.ts';

const SINCE = '2026-11-23T19:30:00.000Z';

let address: Awaited<ReturnType<typeof createTestDatabase>>;
beforeEach(async () => {
    address = await createTestDatabase();
});

const query = (text: string, values: unknown[] = []): Promise<pg.QueryResultRow[]> =>
    queryDatabase(address, text, values);

/** As Asterisk documents the table. */
const createTable = (timeType: string, name = 'cel') =>
    query(`CREATE TABLE ${name} (id serial PRIMARY KEY, eventtype varchar(30) NOT NULL, eventtime ${timeType} NOT NULL,
        userdeftype varchar(255) NOT NULL DEFAULT '', cid_name varchar(80) NOT NULL DEFAULT '', cid_num varchar(80) NOT NULL DEFAULT '',
        exten varchar(80) NOT NULL DEFAULT '', context varchar(80) NOT NULL DEFAULT '', channame varchar(80) NOT NULL DEFAULT '',
        appname varchar(80) NOT NULL DEFAULT '', appdata varchar(512) NOT NULL DEFAULT '', uniqueid varchar(150) NOT NULL DEFAULT 'a.1',
        linkedid varchar(150) NOT NULL DEFAULT 'a.1', peer varchar(80) NOT NULL DEFAULT '', extra text NOT NULL DEFAULT '')`);

async function rowsSince(options: Partial<CallLogTableOptions> = {}): Promise<Record<string, unknown>[]> {
    const rows: Record<string, unknown>[] = [];
    const table = createCallLogTable({ connectionString: toDatabaseUrl(address), table: 'cel', ...options });
    for await (const row of table.since(SINCE)) rows.push(row as Record<string, unknown>);
    return rows;
}

test.each([
    ['timestamp', `'2026-11-23 19:30:01.123456'`, `'2026-11-23 19:29:59'`],
    ['timestamptz', `'2026-11-23 16:30:01.123456-03'`, `'2026-11-23 16:29:59-03'`],
    ['double precision', '1795462201.123456', '1795462199.0'],
    ['numeric', '1795462201.123456', '1795462199.0']
])('reads rows since an instant where the time is a %s', async (type, later, earlier) => {
    await createTable(type);
    await query(`INSERT INTO cel (eventtype, eventtime, cid_num, extra) VALUES
        ('HANGUP', ${later}, '5511987654321', '{"hangupcause":16}'), ('ANSWER', ${earlier}, '', '')`);
    const [row, ...others] = await rowsSince();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ eventtype: 'HANGUP', cid_num: '5511987654321', extra: '{"hangupcause":16}' });
    expect(Number(row?.['eventtime'])).toBeCloseTo(1795462201.123456, 5);
});

test('rows come in the order of time, the end of a channel last', async () => {
    await createTable('timestamp');
    await query(`INSERT INTO cel (eventtype, eventtime) VALUES ('CHAN_END', '2026-11-23 19:40:00'),
        ('HANGUP', '2026-11-23 19:40:00'), ('ANSWER', '2026-11-23 19:35:00')`);
    expect((await rowsSince()).map(({ eventtype }) => eventtype)).toEqual(['ANSWER', 'HANGUP', 'CHAN_END']);
});

test('more rows than are held at once are all read', async () => {
    await createTable('timestamp');
    await query(
        `INSERT INTO cel (eventtype, eventtime) SELECT 'ANSWER', '2026-11-23 20:00'::timestamp + n * interval '1 s' FROM generate_series(1, 2500) n`
    );
    expect(await rowsSince()).toHaveLength(2500);
});

test('the table may have another name and a schema of its own', async () => {
    await query('CREATE SCHEMA asterisk');
    await createTable('timestamp', 'asterisk."Calls"');
    await query(`INSERT INTO asterisk."Calls" (eventtype, eventtime) VALUES ('ANSWER', '2026-11-23 20:00:00')`);
    expect(await rowsSince({ table: 'asterisk.Calls' })).toHaveLength(1);
});

test('a table that is not there is an error that says so', async () => {
    await expect(rowsSince()).rejects.toMatchObject({
        name: 'CallLogUnavailable',
        cause: expect.objectContaining({ message: expect.stringContaining('"cel" does not exist') })
    });
});

test('whoever stops reading leaves no connection behind', async () => {
    await createTable('timestamp');
    await query(`INSERT INTO cel (eventtype, eventtime) VALUES ('ANSWER', '2026-11-23 20:00:00')`);
    const table = createCallLogTable({ connectionString: toDatabaseUrl(address), table: 'cel' });
    for await (const row of table.since(SINCE)) if (row) break;
    await eventually(
        () =>
            query('SELECT pid FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()', [
                address.database
            ]),
        (connections) => connections.length === 0
    );
});
