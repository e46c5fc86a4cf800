import type { Sweep } from '../../contract/recordingsAdmin.ts';
import { type Database, query, transaction } from '../database.ts';

/** Any fixed number: of replicas that begin at one moment, one does. */
const SWEEP_LOCK = 7002;
/** A little less than the hour between two runs. */
const PAUSE_MS = 50 * 60_000;

const LOCK = `SELECT pg_try_advisory_xact_lock(${SWEEP_LOCK}) AS locked`;

const BEGIN = `
    INSERT INTO recording_sweeps (ended_before)
    SELECT now() - $1 * interval '24 hours'
    WHERE NOT EXISTS (SELECT FROM recording_sweeps WHERE started_at > now() - $2 * interval '1 ms' AND started_at <= now())
    RETURNING id, ended_before AS "endedBefore"`;

const FINISH = `
    UPDATE recording_sweeps SET finished_at = now(), deleted = $2, bytes = $3, held = $4, failed = $5 WHERE id = $1`;

const LIST = `
    SELECT id, started_at AS "startedAt", finished_at AS "finishedAt", ended_before AS "endedBefore", deleted, bytes, held, failed
    FROM recording_sweeps ORDER BY id DESC LIMIT $1`;

/** Every run of the deletion job, which one replica at a time does. */
export function createRecordingSweeps(database: Database) {
    return {
        /**
         * Resolves to the run, of which the database's clock says what is over: a replica whose own is ahead would delete
         * what must be kept. Null when a replica began one within the pause, so that a replica that dies in the middle of
         * one is followed by the next.
         */
        begin: (retentionDays: number, pauseMs: number = PAUSE_MS): Promise<BegunSweep | null> =>
            transaction(database, async (run) => {
                const [lock] = await run<{ locked: boolean }>({ name: 'sweep-lock', text: LOCK });
                if (!lock?.locked) return null;
                const [begun] = await run<BegunSweep>({
                    name: 'sweep-begin',
                    text: BEGIN,
                    values: [retentionDays, pauseMs]
                });
                return begun ?? null;
            }),

        async finish(id: number, { deleted, bytes, held, failed }: SweepReport): Promise<void> {
            await query(database, { name: 'sweep-finish', text: FINISH, values: [id, deleted, bytes, held, failed] });
        },

        /** The last ones first. */
        list: (limit: number): Promise<Sweep[]> =>
            query<Sweep>(database, { name: 'sweep-list', text: LIST, values: [limit] })
    };
}

type BegunSweep = Pick<Sweep, 'id' | 'endedBefore'>;
type SweepReport = Pick<Sweep, 'deleted' | 'bytes' | 'held' | 'failed'>;
