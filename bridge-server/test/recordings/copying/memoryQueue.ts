import type { ClaimedRecording, FailedCopy, RecordingCopy } from '../../../src/calls/recording.ts';
import type { RecordingQueue } from '../../../src/recordings/recordingQueue.ts';

/**
 * A queue in memory. What failed is due again as it is told, except that nobody waits: the pauses are noted and left
 * out.
 */
export function createMemoryQueue(recordings: readonly ClaimedRecording[]) {
    const due = [...recordings];
    const failures: FailedCopy[] = [];
    const lost: FailedCopy[] = [];
    const copies = new Map<string, RecordingCopy>();

    const queue: RecordingQueue = {
        claim: async (limit) => due.splice(0, limit),
        async complete({ id }, copy) {
            copies.set(id, copy);
            return true;
        },
        async fail(claimed, failure) {
            failures.push(failure);
            const { partial, retryInMs, countsAsAttempt } = failure;
            if (retryInMs === null) lost.push(failure);
            else due.push({ ...claimed, attempt: claimed.attempt + Number(countsAsAttempt), partial });
        },
        reap: async () => 0
    };
    return { queue, due, failures, lost, copies };
}
