import type { Call } from '../../calls/call.ts';
import type { KeptRecording } from '../../calls/recording.ts';
import type { LegalHold } from '../../contract/recordingsAdmin.ts';
import { type CallRow, callFromRow, SELECT_CALLS } from '../callRows.ts';
import { type Database, query } from '../database.ts';
import { holdFromRow, type HoldRow, keptFromRow, type RecordingRow } from './recordingRows.ts';

/** A call with all of its recordings, in the order in which they were told. */
export interface RecordedCall {
    readonly call: Call;
    readonly recordings: KeptRecording[];
    /** Null: its recordings may be deleted. */
    readonly hold: LegalHold | null;
}

/**
 * Reads a call and its recordings by its protocol, in whatever case that is written.
 *
 * Resolves to null when no call has it.
 */
export async function readRecordedCall(database: Database, protocol: string): Promise<RecordedCall | null> {
    const [row] = await query<CallRow>(database, {
        name: 'recorded-call',
        text: `${SELECT_CALLS} WHERE lower(calls.protocol) = lower($1)`,
        values: [protocol]
    });
    if (!row) return null;
    const [recordings, [hold]] = await Promise.all([
        query<RecordingRow>(database, {
            name: 'recordings-of-call',
            text: 'SELECT * FROM recordings WHERE call_id = $1 ORDER BY part',
            values: [row.id]
        }),
        query<HoldRow>(database, {
            name: 'hold-of-call',
            text: 'SELECT * FROM recording_holds WHERE call_id = $1',
            values: [row.id]
        })
    ]);
    return { call: callFromRow(row), recordings: recordings.map(keptFromRow), hold: hold ? holdFromRow(hold) : null };
}
