import type { Database } from '../database.ts';
import { createLegalHolds } from './legalHolds.ts';
import { createRecordingAdministration } from './recordingAdministration.ts';
import { createRecordingAudit } from './recordingAudit.ts';
import { createRecordingDeletion } from './recordingDeletion.ts';
import { type RecordedCall, readRecordedCall } from './recordingQueries.ts';
import { createRecordingQueue } from './recordingQueue.ts';
import { createRecordingSweeps } from './recordingSweeps.ts';

/** What is known of every recording, and who heard it. The audio itself lies elsewhere. */
export const createRecordingStore = (database: Database, owner: number) => ({
    /** Those that are to be copied. */
    queue: createRecordingQueue(database, owner),
    /** A call with its recordings; null when no call has this protocol, in whatever case it is written. */
    ofProtocol: (protocol: string): Promise<RecordedCall | null> => readRecordedCall(database, protocol),
    ...createRecordingAdministration(database),
    ...createLegalHolds(database),
    deletion: createRecordingDeletion(database),
    sweeps: createRecordingSweeps(database),
    audit: createRecordingAudit(database)
});

export type RecordingStore = ReturnType<typeof createRecordingStore>;
