import type { DeletingRecording, KeptRecording, RecordingDeletion, ToldRecording } from '../../calls/recording.ts';
import type { LegalHold } from '../../contract/recordingsAdmin.ts';

export interface ToldRow {
    id: string;
    call_id: string;
    part: number;
    name: string;
    format: string;
    url: string | null;
}

/** A row of `recordings`, without what is about its copying. */
export interface RecordingRow extends ToldRow {
    failed_at: string | null;
    failed_code: string | null;
    source: string | null;
    file: string | null;
    bytes: number | null;
    sha256: string | null;
    duration_ms: number | null;
    peaks: number[] | null;
    whole: boolean | null;
    deletion_kind: RecordingDeletion['kind'] | null;
    deletion_reason: string | null;
    deletion_by: string | null;
    deletion_at: string | null;
}

export interface DeletingRow extends ToldRow {
    protocol: string;
    deletion_kind: RecordingDeletion['kind'];
    file: string | null;
    bytes: number | null;
    day: string;
    source: string | null;
    is_shared: boolean;
}

export interface HoldRow {
    since: string;
    by: string;
    reason: string;
}

export const toldFromRow = ({ id, call_id, part, name, format, url }: ToldRow): ToldRecording => ({
    id,
    callId: call_id,
    part,
    name,
    format,
    url
});

/** What is deleted, or is to be, has no copy any more. */
export const keptFromRow = (row: RecordingRow): KeptRecording => ({
    ...toldFromRow(row),
    copy:
        row.file === null || row.deletion_at !== null
            ? null
            : {
                  source: row.source ?? '',
                  file: row.file,
                  bytes: row.bytes ?? 0,
                  sha256: row.sha256 ?? '',
                  durationMs: row.duration_ms,
                  peaks: row.peaks,
                  whole: row.whole ?? true
              },
    failure: row.failed_at === null ? null : row.failed_code,
    deletion:
        row.deletion_at === null || row.deletion_kind === null
            ? null
            : {
                  at: row.deletion_at,
                  kind: row.deletion_kind,
                  reason: row.deletion_reason,
                  by: row.deletion_by ?? ''
              }
});

export const deletingFromRow = (row: DeletingRow): DeletingRecording => ({
    ...toldFromRow(row),
    protocol: row.protocol,
    kind: row.deletion_kind,
    file: row.file,
    bytes: row.bytes ?? 0,
    day: row.day,
    source: row.source,
    isShared: row.is_shared
});

export const holdFromRow = ({ since, by, reason }: HoldRow): LegalHold => ({ since, by, reason });
