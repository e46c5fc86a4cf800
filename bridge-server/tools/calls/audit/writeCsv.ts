import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { AuditEntry } from '../../../src/contract/recordingsAdmin.ts';

const COLUMNS = [
    'id',
    'at',
    'action',
    'protocol',
    'part',
    'userId',
    'who',
    'via',
    'address',
    'userAgent',
    'reason'
] as const satisfies readonly (keyof AuditEntry)[];

/**
 * Writes entries as CSV (RFC 4180) in UTF-8, with the mark by which Excel knows that it is UTF-8. A cell that a
 * spreadsheet would take for a formula begins with an apostrophe: names and browsers' texts are strangers' words.
 */
export const writeCsv = (entries: AsyncIterable<AuditEntry>, delimiter: string, to: Writable): Promise<void> =>
    pipeline(
        Readable.from(entries),
        stringify({
            header: true,
            columns: [...COLUMNS],
            bom: true,
            delimiter,
            record_delimiter: 'windows',
            quote_record_delimiter: true,
            quoted_string: true,
            escape_formulas: true
        }),
        to,
        { end: false }
    );
