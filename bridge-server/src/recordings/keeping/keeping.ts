import type { Logger } from 'pino';
import type { AddToAudit } from '../../calls/recordingAudit.ts';
import type { RecordingSource } from '../recordingSource.ts';
import { createDeletionJob } from './deletionJob.ts';
import type { DeletionPort, SweepsPort } from './deletionPort.ts';
import { createEraseRecordings, type EraseOptions } from './eraseRecordings.ts';
import { createFinishDeletion, type FinishDeletionOptions } from './finishDeletion.ts';

interface KeepingOptions {
    readonly deletion: DeletionPort;
    readonly sweeps: SweepsPort;
    readonly ofProtocolForAdmin: EraseOptions['ofProtocol'];
    readonly addToAudit: AddToAudit;
    readonly removeCopy: FinishDeletionOptions['removeCopy'];
    readonly removeLeft: FinishDeletionOptions['removeLeft'];
    readonly sources: readonly RecordingSource[];
    readonly deleteAtSource: boolean;
    readonly retentionDays: number;
    /** Milliseconds. */
    readonly now: () => number;
    readonly log: Logger;
}

/** For as long as they must, and no longer: the deletion job, and erasing on request. */
export function createKeeping(options: KeepingOptions) {
    const { deletion, sweeps, ofProtocolForAdmin, retentionDays, now, log } = options;
    const finishDeletion = createFinishDeletion({ ...options, done: deletion.done });
    return {
        job: createDeletionJob({ deletion, sweeps, finishDeletion, retentionDays, log }),
        erase: createEraseRecordings({
            ofProtocol: ofProtocolForAdmin,
            decideErasure: deletion.decideErasure,
            finishDeletion,
            now
        })
    };
}
