import { type Audit, type AuditEntry, auditSchema } from '../../../src/contract/recordingsAdmin.ts';
import type { AskBridge } from '../askBridge.ts';
import type { AuditFilter } from './auditCommand.ts';

/** As many as the bridge gives at once. */
const PAGE = 1000;

/** One page, the oldest entries first. Throws Error with what to do. */
export type ReadAudit = (filter: AuditFilter, limit: number, after: number | null) => Promise<Audit>;

export const createReadAudit =
    (ask: AskBridge): ReadAudit =>
    (filter, limit, after) => {
        const query = new URLSearchParams({ ...filter, limit: String(Math.min(PAGE, limit)) });
        if (after !== null) query.set('after', String(after));
        return ask(auditSchema, `/admin/recordings/audit?${query}`);
    };

/** Every entry, page after page, at most so many: an audit of years fits no memory. */
export async function* readEntries(read: ReadAudit, filter: AuditFilter, limit: number): AsyncGenerator<AuditEntry> {
    let left = limit;
    let after: number | null = null;
    do {
        const page: Audit = await read(filter, left, after);
        yield* page.entries;
        left -= page.entries.length;
        after = page.next;
    } while (after !== null && left > 0);
}
