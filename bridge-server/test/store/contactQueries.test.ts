import type { Call, Caller } from '../../src/calls/call.ts';
import { createContactQueries } from '../../src/store/contactQueries.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import type { Store } from '../../src/store/openStore.ts';
import { candidate, event, inbound, legEvent } from '../calls/story.ts';
import { createTestDatabase, openTestStore } from '../support/testDatabase.ts';

const CASE_ID = '500gL000000000BQAQ';

let store: Store;
let database: Database;

beforeEach(async () => {
    const address = await createTestDatabase();
    store = await openTestStore(address);
    database = openDatabase(address, 2);
});
afterEach(async () => {
    await store.close();
    await database.end();
});

interface Past {
    readonly id: string;
    /** Second at which it arrived; it is answered two seconds later. */
    readonly at?: number;
    readonly agent?: string;
    readonly who?: Caller['who'];
    readonly answered?: boolean;
    readonly caseId?: string;
}

/** A call that the bridge served. */
async function serve({ id, at = 0, agent = '1001', who = null, answered = true, caseId }: Past): Promise<void> {
    const told = [
        event('callArrived', at, inbound),
        legEvent('legOffered', at + 1, agent),
        ...(answered ? [legEvent('legAnswered', at + 2, agent), legEvent('legHeld', at + 3, agent)] : []),
        legEvent('legEnded', at + 9, agent, { reason: answered ? 'hungUp' : 'noAnswer' }),
        event('callEnded', at + 9)
    ];
    for (const each of told) await store.recordEvent({ ...each, callId: id, key: `${id}|${each.key}` });
    const caller: Caller = { who, reason: who ? 'onlyContact' : 'unknownNumber', others: [] };
    await database.query('UPDATE calls SET caller = $2, case_id = $3 WHERE id = $1', [
        id,
        JSON.stringify(caller),
        caseId ?? null
    ]);
}

const SINCE = '2026-08-25T12:00:00.000Z';

describe('whom an agent spoke with', () => {
    const recent = async (limit = 20) =>
        (await createContactQueries(database).recentContacts('1001', SINCE, limit)).map(({ id }) => id);

    test('comes each once, the latest first, as known in the latest call', async () => {
        await serve({ id: 'test:1', at: 0, who: candidate('a', { name: 'Antes' }) });
        await serve({ id: 'test:2', at: 100, who: candidate('b') });
        await serve({ id: 'test:3', at: 200, who: candidate('a', { name: 'Depois' }) });
        expect(await store.contacts.recentContacts('1001', SINCE, 20)).toEqual([
            candidate('a', { name: 'Depois' }),
            candidate('b')
        ]);
        expect(await recent(1)).toEqual(['a']);
    });

    test('is nobody of a call that they missed, that a colleague took, that nobody known made, or that is too old', async () => {
        await serve({ id: 'test:1', who: candidate('missed'), answered: false });
        await serve({ id: 'test:2', who: candidate('of a colleague'), agent: '1002' });
        await serve({ id: 'test:3' });
        await serve({ id: 'test:4', who: candidate('old'), at: -95 * 24 * 3600 });
        await serve({ id: 'test:5', who: candidate('a') });
        expect(await recent()).toEqual(['a']);
    });
});

describe('the calls of a Case', () => {
    test('come the last one first, with their events in the order in which they were stored', async () => {
        await serve({ id: 'test:1', at: 0, caseId: CASE_ID });
        await serve({ id: 'test:2', at: 100, caseId: CASE_ID });
        await serve({ id: 'test:3', at: 50, caseId: '500gL000000000CQAQ' });
        const found = await store.contacts.callsOfCase(CASE_ID);
        expect(found.map(({ call }): Call['id'] => call.id)).toEqual(['test:2', 'test:1']);
        expect(found[0]?.events.map(({ type }) => type)).toEqual([
            'callArrived',
            'legOffered',
            'legAnswered',
            'legHeld',
            'legEnded',
            'callEnded'
        ]);
        expect(await store.contacts.callsOfCase('500gL000000000DQAQ')).toEqual([]);
    });

    test('leave out what an older bridge stored and nobody understands', async () => {
        await serve({ id: 'test:1', caseId: CASE_ID });
        await database.query(
            `INSERT INTO call_events (key, call_id, type, at, body) VALUES ('old', 'test:1', 'old', now(), '{}')`
        );
        const [found] = await store.contacts.callsOfCase(CASE_ID);
        expect(found?.events).toHaveLength(6);
    });
});

test('on 100,000 calls both are read by an index', async () => {
    await database.query(`
        INSERT INTO calls (id, source, version, change_id, direction, protocol, started_at, ended_at, recorded, caller, case_id)
        SELECT 'test:' || n, 'test', 1, n, 'inbound', 'p' || n, now() - n * interval '1 minute', now(), false,
            jsonb_build_object('who', jsonb_build_object('id', 'c' || n % 5000)), 'case' || n / 2
        FROM generate_series(1, 100000) AS n;
        INSERT INTO legs (call_id, id, position, agent, kind, state, offered_at, answered_at, ended_at, held_ms)
        SELECT 'test:' || n, 'l' || n, 0, 'a' || n % 200, 'offer', 'ended', now(), now() - n * interval '1 minute', now(), 0
        FROM generate_series(1, 100000) AS n;
        ANALYZE calls; ANALYZE legs`);
    const read: string[] = [];
    const explaining = {
        query: async ({ text, values }: { text: string; values: unknown[] }) => {
            const { rows } = await database.query<Record<string, string>>(`EXPLAIN ANALYZE ${text}`, values);
            read.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
            return database.query(text, values);
        }
    } as unknown as Database;
    const queries = createContactQueries(explaining);
    expect(await queries.recentContacts('a7', new Date(Date.now() - 90 * 86_400_000).toISOString(), 20)).toHaveLength(
        20
    );
    expect(await queries.callsOfCase('case7')).toHaveLength(2);
    for (const plan of read) expect(plan).not.toMatch(/Seq Scan/);
});
