import { DEFAULT_RULES } from '../../bridge-server/src/calls/plan.ts';
import { openStore } from '../../bridge-server/src/store/openStore.ts';
import type { BenchDatabase } from '../stack/benchDatabase.ts';

const DAY = '2026-11-23';
const CALL_ID = 'webhook:backlog-0';
const AGENTS = 20;

const FACTS = { direction: 'inbound', number: '5511910000000', queue: 'Suporte' } as const;
const LEG = { callId: CALL_ID, legId: `${CALL_ID}/2001`, agent: '2001', facts: FACTS };

/** One call that was answered and has ended. */
const STORY = [
    { type: 'legOffered', kind: 'offer', key: 'backlog-1', at: `${DAY}T12:00:00.000Z`, ...LEG },
    { type: 'legAnswered', key: 'backlog-2', at: `${DAY}T12:00:05.000Z`, ...LEG },
    { type: 'legEnded', reason: 'hungUp', key: 'backlog-3', at: `${DAY}T12:03:00.000Z`, ...LEG },
    { type: 'callEnded', key: 'backlog-4', at: `${DAY}T12:03:00.000Z`, callId: CALL_ID, facts: FACTS }
] as const;

/** The rows of that call again and again, as other calls of other callers with other agents. */
const COPY_CALLS = `
    INSERT INTO calls SELECT copied.*
    FROM calls AS stored, generate_series(1, $2::int) AS n, jsonb_populate_record(stored, jsonb_build_object(
        'id', 'webhook:backlog-' || n, 'protocol', 'backlog-' || n, 'number', '55119' || (10000000 + n),
        'change_id', nextval('call_changes'), 'due_at', now()
    )) AS copied
    WHERE stored.id = $1`;
const COPY_LEGS = `
    INSERT INTO legs SELECT copied.*
    FROM legs AS stored, generate_series(1, $2::int) AS n, jsonb_populate_record(stored, jsonb_build_object(
        'call_id', 'webhook:backlog-' || n, 'id', 'webhook:backlog-' || n || '/leg', 'agent', (2001 + n % $3)::text
    )) AS copied
    WHERE stored.call_id = $1`;

/**
 * Puts so many calls into a database of the bridge of which Salesforce has nothing yet. The store records one; the
 * others are copies of its rows, because taking that many events would take longer than what is to be measured.
 */
export async function storeBacklog(database: BenchDatabase, count: number): Promise<void> {
    const store = await openStore({
        address: { connectionString: database.url },
        dayOf: (instant) => instant.slice(0, 10),
        rules: DEFAULT_RULES
    });
    for (const event of STORY) await store.recordEvent(event);
    await store.close();
    await database.query(COPY_CALLS, [CALL_ID, count - 1]);
    await database.query(COPY_LEGS, [CALL_ID, count - 1, AGENTS]);
}
