import type { Logger } from 'pino';
import type { DeletingRecording } from '../../calls/recording.ts';
import type { AddToAudit } from '../../calls/recordingAudit.ts';
import type { RecordingSource } from '../recordingSource.ts';
import { createBoundedLog } from '../boundedLog.ts';
import { removeAtSource } from './removeAtSource.ts';

export interface FinishDeletionOptions {
    /** Removes the bridge's own copy; a file that is gone is no error. */
    readonly removeCopy: (file: string) => Promise<void>;
    /** Removes what a try to copy the recording with this id left; none is no error. */
    readonly removeLeft: (recording: Pick<DeletingRecording, 'id' | 'day'>) => Promise<void>;
    readonly sources: readonly RecordingSource[];
    readonly deleteAtSource: boolean;
    readonly addToAudit: AddToAudit;
    readonly done: (id: string) => Promise<unknown>;
    readonly log: Logger;
}

/** Never rejects. Resolves to whether it is done; what is not is taken up again by the deletion job. */
export type FinishDeletion = (recording: DeletingRecording) => Promise<boolean>;

/**
 * Carries out a deletion that is decided. Every step may be repeated, so whatever broke off is simply begun again: the
 * files go first, and the audit says so before the store does.
 */
export function createFinishDeletion(options: FinishDeletionOptions): FinishDeletion {
    const { removeCopy, removeLeft, sources, deleteAtSource, addToAudit, done, log } = options;
    const left = createBoundedLog({
        write: log.warn.bind(log),
        each: 'A recording was deleted, and its source is not configured any more: what lies there was left',
        rest: 'More recordings were deleted whose source is not configured any more: what lies there was left'
    });
    return async (recording) => {
        const { id, callId, part, protocol, kind, file, source } = recording;
        try {
            await removeLeft(recording);
            if (file !== null) await removeCopy(file);
            const isLeft = deleteAtSource && !(await removeAtSource(recording, sources));
            await addToAudit({
                action: 'deleted',
                protocol,
                part,
                userId: null,
                who: null,
                via: 'job',
                address: null,
                userAgent: null,
                reason: kind,
                once: `deleted ${id}`
            });
            await done(id);
            if (isLeft) left.tell(source ?? '', { callId, part, source });
            return true;
        } catch (error) {
            log.error(
                { err: error, callId, part },
                'A recording could not be deleted; it is tried again within the hour'
            );
            return false;
        }
    };
}
