import type { Database } from '../../src/store/database.ts';

interface CallRowValues {
    readonly id: string;
    readonly protocol?: string;
    readonly startedAt?: string;
    readonly answeredAt?: string | null;
    readonly dueAt?: string | null;
    readonly leaseOwner?: number | null;
    readonly attempts?: number;
    readonly failedAt?: string | null;
    readonly failedStep?: string | null;
    readonly failedCode?: string | null;
    readonly lastError?: string | null;
    /** When the call's last event was stored. */
    readonly toldAt?: string;
}

const BEGAN = '2026-11-23T12:00:00.000Z';

/** Writes a call as the bridge would have left it: with one agent's part and one event. */
export async function insertCall(database: Database, call: CallRowValues): Promise<void> {
    await database.query(
        `INSERT INTO calls (id, source, version, change_id, direction, number, caller_name, protocol, started_at, recorded, case_id,
            case_number, due_at, lease_owner, lease_until, attempts, failed_at, failed_step, failed_code, last_error)
         VALUES ($1, 'test', 1, nextval('call_changes'), 'inbound', '5511987654321', 'Maria', $2, $3, false, '500000000000001AAA',
            '00001001', $4, $5, now() + interval '1 minute', $6, $7, $8, $9, $10)`,
        [
            call.id,
            call.protocol ?? `p-${call.id.slice(5)}`,
            call.startedAt ?? BEGAN,
            call.dueAt ?? null,
            call.leaseOwner ?? null,
            call.attempts ?? 0,
            call.failedAt ?? null,
            call.failedStep ?? null,
            call.failedCode ?? null,
            call.lastError ?? null
        ]
    );
    await database.query(
        `INSERT INTO legs (call_id, id, position, agent, kind, state, offered_at, answered_at, held_ms)
         VALUES ($1, $1 || '-1001', 0, '1001', 'offer', 'talking', $2, $3, 0)`,
        [call.id, BEGAN, call.answeredAt ?? null]
    );
    await database.query(
        `INSERT INTO call_events (key, call_id, type, at, body, stored_at) VALUES ($1 || '-event', $1, 'legAnswered', $2, '{}', $3)`,
        [call.id, BEGAN, call.toldAt ?? BEGAN]
    );
}

/** A call that a validation rule refused. */
export const refused = (id: string, failedAt: string): CallRowValues => ({
    id,
    attempts: 1,
    failedAt,
    failedStep: 'openCase',
    failedCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    lastError: 'FIELD_CUSTOM_VALIDATION_EXCEPTION: Informe o motivo do contato'
});
