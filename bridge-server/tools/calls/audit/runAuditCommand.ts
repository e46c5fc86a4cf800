import type { Writable } from 'node:stream';
import type { AuditEntry } from '../../../src/contract/recordingsAdmin.ts';
import { collectPages } from '../collectPages.ts';
import { formatInstant, formatTable } from '../formatTable.ts';
import type { Print } from '../print.ts';
import { readEntries, type ReadAudit } from './auditClient.ts';
import type { AuditCommand } from './auditCommand.ts';
import { writeCsv } from './writeCsv.ts';

/** Resolves to the exit code. Throws Error with what to do. */
export async function runAuditCommand(
    { filter, limit, csv }: AuditCommand,
    read: ReadAudit,
    print: Print,
    output: Writable
): Promise<number> {
    if (csv) {
        await writeCsv(readEntries(read, filter, limit), csv.delimiter, output);
        return 0;
    }
    const { items: entries, areMore } = await collectPages(limit, async (wanted, after: number | null) => {
        const page = await read(filter, wanted, after);
        return { items: page.entries, next: page.next };
    });
    print({ entries, areMore }, () => describeAudit(entries, areMore));
    return 0;
}

function describeAudit(entries: readonly AuditEntry[], areMore: boolean): string {
    if (entries.length === 0) return 'The audit has no such entry.';
    const table = formatTable(
        ['AT (UTC)', 'ACTION', 'PROTOCOL', 'PART', 'WHO', 'USER', 'VIA', 'ADDRESS', 'REASON'],
        entries.map((entry) => [
            formatInstant(entry.at),
            entry.action,
            entry.protocol,
            entry.part === null ? null : String(entry.part),
            entry.who,
            entry.userId,
            entry.via,
            entry.address,
            entry.reason
        ])
    );
    return areMore ? `${table}\n\nThere are more: raise --limit, or narrow it with --from and --to.` : table;
}
