import type {
    AdminRecording,
    CallRecordings,
    LegalHold,
    RecordingState,
    Sweep
} from '../../../src/contract/recordingsAdmin.ts';
import { adviceByCode } from '../adviceByCode.ts';
import { type Fact, formatBytes, formatFacts, formatInstant, formatTable } from '../formatTable.ts';

export const countRecordings = (count: number): string => (count === 1 ? '1 recording' : `${count} recordings`);

const size = (bytes: number | null): string | null => (bytes === null ? null : formatBytes(bytes));

/** A table, and under it what to do about each code. */
export function describeRecordings(recordings: readonly AdminRecording[], areMore: boolean): string {
    if (recordings.length === 0) return 'There is no such recording.';
    const table = formatTable(
        ['ENDED (UTC)', 'PROTOCOL', 'PART', 'STATE', 'SIZE', 'KEPT UNTIL (UTC)', 'TRIES', 'CODE', 'WHAT WENT WRONG'],
        recordings.map((recording) => [
            formatInstant(recording.endedAt),
            recording.protocol,
            String(recording.part),
            recording.state,
            size(recording.bytes),
            recording.hold ? 'on hold' : formatInstant(recording.keptUntil),
            String(recording.attempts),
            recording.code,
            recording.lastError
        ])
    );
    const more = areMore ? 'There are more: raise --limit.' : '';
    return [table, adviceByCode(recordings, countRecordings), more].filter(Boolean).join('\n\n');
}

const HOW_IT_STANDS: Readonly<Record<RecordingState, string>> = {
    waiting: 'is not copied yet; the bridge tries by itself',
    failed: 'could not be copied; nothing happens until it is retried',
    stored: "is in the bridge's store",
    deleted: 'is deleted'
};

/** Everything about a call's recordings. */
export function describeRecording({ recordings, hold }: CallRecordings): string {
    if (recordings.length > 0) return recordings.map((recording) => formatFacts(factsOf(recording))).join('\n\n');
    const nothing = 'The call has no recording.';
    return hold ? [nothing, formatFacts(holdFacts(hold))].join('\n\n') : nothing;
}

const holdFacts = ({ since, by, reason }: LegalHold): Fact[] => [
    ['on hold since (UTC)', formatInstant(since)],
    ['by', by],
    ['because', reason]
];

function factsOf(recording: AdminRecording): Fact[] {
    const { hold, deleted } = recording;
    const facts: Fact[] = [
        ['protocol', recording.protocol],
        ['call', recording.callId],
        ['part', String(recording.part)],
        ['recording', HOW_IT_STANDS[recording.state]],
        ['name', `${recording.name}.${recording.format}`],
        ['call ended (UTC)', formatInstant(recording.endedAt)]
    ];
    if (recording.source !== null)
        facts.push(
            ['copied from', recording.source],
            ['size', size(recording.bytes)],
            ['SHA-256', recording.sha256],
            ['whole', recording.whole === false ? 'no: the source never had more of it' : 'yes']
        );
    if (recording.advice !== null)
        facts.push(
            ['tries', String(recording.attempts)],
            ['next try (UTC)', formatInstant(recording.nextTryAt)],
            ['code', recording.code],
            ['what went wrong', recording.lastError],
            ['what to do', recording.advice]
        );
    if (hold) facts.push(...holdFacts(hold));
    if (deleted) facts.push(['deleted (UTC)', formatInstant(deleted.at)], ['by', deleted.by], ['because', deleted.why]);
    if (recording.keptUntil !== null) facts.push(['kept until (UTC)', formatInstant(recording.keptUntil)]);
    return facts;
}

/** The runs of the deletion job, the last one first. */
export function describeSweeps(sweeps: readonly Sweep[]): string {
    if (sweeps.length === 0) return 'The deletion job has not run yet.';
    return formatTable(
        ['BEGAN (UTC)', 'FINISHED (UTC)', 'CALLS ENDED BEFORE (UTC)', 'DELETED', 'SIZE', 'ON HOLD', 'FAILED'],
        sweeps.map((sweep) => [
            formatInstant(sweep.startedAt),
            formatInstant(sweep.finishedAt),
            formatInstant(sweep.endedBefore),
            String(sweep.deleted),
            formatBytes(sweep.bytes),
            String(sweep.held),
            String(sweep.failed)
        ])
    );
}
