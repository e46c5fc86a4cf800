import type pg from 'pg';
import type { NewAuditEntry } from '../../calls/recordingAudit.ts';
import type { Audit, AuditEntry, AuditQuery } from '../../contract/recordingsAdmin.ts';
import { type Database, query } from '../database.ts';

/** What strangers send is cut: an index takes no more, and nobody reads more. `once` may hold a secret, and is kept as its hash. */
const ADD = `
    INSERT INTO recording_audit (action, protocol, part, user_id, who, via, address, user_agent, reason, once)
    VALUES ($1, left($2, 200), $3, $4, left($5, 500), $6, left($7, 200), left($8, 500), left($9, 1000),
        encode(sha256(convert_to($10, 'UTF8')), 'hex'))
    ON CONFLICT (once) DO NOTHING`;

const LIST = `
    SELECT id, at, action, protocol, part, user_id AS "userId", who, via, address, user_agent AS "userAgent", reason
    FROM recording_audit
    WHERE id > $1 AND ($3::text IS NULL OR lower(protocol) = lower($3))
        AND ($4::timestamptz IS NULL OR at >= $4) AND ($5::timestamptz IS NULL OR at < $5)
    ORDER BY id LIMIT $2`;

/** What adds an entry, for whoever adds it together with what it is about. */
export const auditStatement = (entry: NewAuditEntry): pg.QueryConfig => {
    const { action, protocol, part, userId, who, via, address, userAgent, reason, once } = entry;
    const values = [action, protocol, part, userId, who, via, address, userAgent, reason, once];
    return { name: 'audit-add', text: ADD, values };
};

/** Who heard what, and who was refused. Rows are added and never changed: the table refuses it. */
export function createRecordingAudit(database: Database) {
    return {
        async add(entry: NewAuditEntry): Promise<void> {
            await query(database, auditStatement(entry));
        },

        /** One page, the oldest first; `next` is the `after` of the one that follows, null when none does. */
        async list({ protocol = null, from = null, to = null, limit, after }: AuditFilter): Promise<Audit> {
            const rows = await query<AuditEntry>(database, {
                text: LIST,
                values: [after, limit + 1, protocol, from, to]
            });
            const entries = rows.slice(0, limit);
            return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
        }
    };
}

type AuditFilter = { readonly [Key in keyof AuditQuery]: AuditQuery[Key] | null } & Pick<AuditQuery, 'limit' | 'after'>;
