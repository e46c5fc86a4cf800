import { open } from 'node:fs/promises';
import { createCallLogTable } from '../../src/store/callLogTable.ts';
import { readCelLine } from '../../src/telephony/asterisk/callLog/celLine.ts';
import { readCelRow } from '../../src/telephony/asterisk/callLog/celRecord.ts';
import type { CallLogPlace } from './doctorInput.ts';
import { errorCodeOf } from './errorCode.ts';

/** What there is to read of the PBX's log of calls. */
export type CallLogState =
    | { readonly kind: 'read'; readonly lastEventAtMs: number }
    /** Nothing in it, or in the last day of a table. */
    | { readonly kind: 'empty' }
    | { readonly kind: 'otherColumns' }
    /** @param code such as ENOENT, or PostgreSQL's */
    | { readonly kind: 'unreadable'; readonly code: string };

const TAIL_BYTES = 64 * 1024;
const MINUTE_MS = 60_000;
/** A busy PBX is read for minutes, a quiet one for a day. */
const WINDOWS_MS = [15 * MINUTE_MS, 24 * 60 * MINUTE_MS];
const UNDEFINED_COLUMN = '42703';

/** Looks at the end of the log with the bridge's own readers. Never rejects; null: there is no log. */
export async function readCallLogState(place: CallLogPlace, nowMs: number): Promise<CallLogState | null> {
    if (!place) return null;
    try {
        return place.kind === 'file' ? stateOfFile(await readTail(place.path)) : await stateOfTable(place, nowMs);
    } catch (error) {
        const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
        const code = errorCodeOf(cause);
        return code === UNDEFINED_COLUMN ? { kind: 'otherColumns' } : { kind: 'unreadable', code };
    }
}

async function readTail(path: string): Promise<string> {
    const file = await open(path, 'r');
    try {
        const { size } = await file.stat();
        const length = Math.min(size, TAIL_BYTES);
        const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
        return buffer.toString('utf8');
    } finally {
        await file.close();
    }
}

/** The last line that is written to its end counts. */
function stateOfFile(tail: string): CallLogState {
    const lines = tail.slice(0, tail.lastIndexOf('\n') + 1).trimEnd();
    const record = readCelLine(lines.split('\n').at(-1) ?? '');
    if (record) return { kind: 'read', lastEventAtMs: record.time * 1000 };
    return { kind: lines === '' ? 'empty' : 'otherColumns' };
}

async function stateOfTable(
    { databaseUrl, table }: { databaseUrl: string; table: string },
    nowMs: number
): Promise<CallLogState> {
    const log = createCallLogTable({ connectionString: databaseUrl, table });
    for (const windowMs of WINDOWS_MS) {
        let last: unknown = null;
        for await (const row of log.since(new Date(nowMs - windowMs).toISOString())) last = row;
        const record = readCelRow(last);
        if (record) return { kind: 'read', lastEventAtMs: record.time * 1000 };
        if (last !== null) return { kind: 'otherColumns' };
    }
    return { kind: 'empty' };
}
