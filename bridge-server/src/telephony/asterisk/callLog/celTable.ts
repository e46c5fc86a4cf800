import type { Logger } from 'pino';
import type { Instant } from '../../../contract/instant.ts';
import type { CallLog } from './callLog.ts';
import { readCelRow } from './celRecord.ts';

interface CelTableOptions {
    /** Rows by the names of Asterisk's columns, `eventtime` as seconds since 1970, in the order of time. */
    readonly rowsSince: (instant: Instant) => AsyncIterable<unknown>;
    readonly log: Logger;
}

/** A call log that Asterisk's `cel_pgsql` or `cel_odbc` writes into a table. */
export function createCelTable({ rowsSince, log }: CelTableOptions): CallLog {
    return {
        async *since(instant) {
            let unreadable = 0;
            for await (const row of rowsSince(instant)) {
                const record = readCelRow(row);
                if (record) yield record;
                else unreadable += 1;
            }
            if (unreadable > 0) log.warn({ unreadable }, 'rows of the call log are none that Asterisk should write');
        }
    };
}
