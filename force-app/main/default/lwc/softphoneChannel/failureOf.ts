import type { BridgeError } from 'c/bridgeClient';
import type { RecordingFailure } from 'c/recordingPlayer';
import { reasonOf } from './reasonOf';

/** Why a recording could not be opened, as it fits into a message. */
export const failureOf = (error: unknown): RecordingFailure => ({
    reason: reasonOf(error),
    deletion: (error as Partial<BridgeError> | null)?.problem?.deletion
});
