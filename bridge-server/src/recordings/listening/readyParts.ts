import type { Call } from '../../calls/call.ts';
import type { KeptRecording, RecordingCopy } from '../../calls/recording.ts';
import type { RecordingProblem } from '../../contract/recordings.ts';
import { recordingRefused } from './refusals.ts';

/** What the store knows of a call's recordings. */
export interface FoundRecordings {
    readonly call: Call;
    readonly recordings: readonly KeptRecording[];
}

export type ReadyPart = KeptRecording & { readonly copy: RecordingCopy };

/** So long after a call its recording may still be told of. */
const LATEST_NEWS_MS = 10 * 60_000;

/**
 * The call's recordings that can be heard now, in the order of their parts; or the one of that number.
 *
 * Throws RecordingRefused: `not-recorded`, `recording-not-ready`, `recording-lost`, `recording-deleted`.
 *
 * @param facts go into the refusal
 */
export function readyParts(
    { call, recordings }: FoundRecordings,
    part: number | null,
    now: Date,
    facts: { protocol: string; who: string }
): ReadyPart[] {
    const asked = part === null ? recordings : recordings.filter((recording) => recording.part === part);
    const ready = asked.filter(isReady);
    if (ready.length > 0) return ready.toSorted((a, b) => a.part - b.part);
    if (asked.length === 0) throw recordingRefused(part === null ? withoutNews(call, now) : 'not-recorded', facts);
    if (asked.some(({ deletion, failure }) => !deletion && failure === null))
        throw recordingRefused('recording-not-ready', facts);
    if (asked.some(({ deletion }) => !deletion)) throw recordingRefused('recording-lost', facts);
    const deletion = asked.map((recording) => recording.deletion).find((each) => each !== null) ?? null;
    throw recordingRefused('recording-deleted', { ...facts, deletion });
}

const isReady = (recording: KeptRecording): recording is ReadyPart =>
    recording.copy !== null && recording.deletion === null;

/** Of a call of which no recording was told. */
function withoutNews({ recording, endedAt }: Call, now: Date): RecordingProblem {
    if (recording === null) return 'not-recorded';
    const isRecent = endedAt === null || now.getTime() - Date.parse(endedAt) < LATEST_NEWS_MS;
    return isRecent ? 'recording-not-ready' : 'recording-lost';
}
