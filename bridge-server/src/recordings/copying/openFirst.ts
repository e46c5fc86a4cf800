import type { ClaimedRecording } from '../../calls/recording.ts';
import { type OpenedRecording, type RecordingSource, SourceError } from '../recordingSource.ts';
import { CopyError } from './copyFailure.ts';
import type { EarlierTry } from './readEarlier.ts';

interface OpenedFirst {
    readonly source: RecordingSource;
    /** Begins at 0, or goes on with what the earlier try left. */
    readonly opened: OpenedRecording;
}

/**
 * Opens the recording at the first source that has it. One that does not have it, or where it may not be asked for, is
 * passed over; one that fails otherwise is not: it may have the recording, and the next may have less of it.
 *
 * Throws CopyError when no source could have it, and SourceError.
 */
export async function openFirst(
    claimed: ClaimedRecording,
    sources: readonly RecordingSource[],
    earlier: EarlierTry | null,
    signal: AbortSignal
): Promise<OpenedFirst> {
    const candidates = sources.filter((source) => source.mayHave(claimed));
    const passedOver: SourceError[] = [];
    for (const source of candidates) {
        try {
            return { source, opened: await openAt(source, claimed, earlier, signal) };
        } catch (error) {
            if (!(error instanceof SourceError) || (error.code !== 'absent' && error.code !== 'forbidden')) throw error;
            passedOver.push(error);
        }
    }
    const worst = passedOver.find(({ code }) => code === 'forbidden') ?? passedOver[0];
    if (worst) throw worst;
    throw new CopyError('source-unknown', 'No source of recordings that is configured could have it', {
        partial: null
    });
}

async function openAt(
    source: RecordingSource,
    claimed: ClaimedRecording,
    earlier: EarlierTry | null,
    signal: AbortSignal
): Promise<OpenedRecording> {
    const known = earlier?.source === source.name ? earlier : null;
    const from = known?.bytes ?? 0;
    const opened = await source.open(claimed, { from, version: known?.version ?? null, signal });
    const goesOn = known !== null && opened.from === from && opened.version === known.version;
    if (opened.from === 0 || goesOn) return opened;
    opened.stream.destroy();
    throw new SourceError('changed', 'The source went on with other audio than what is there of it');
}
