import { isAnswerLost } from './bridgeError';
import type { BridgeSession } from './bridgeSession';
import { newCommandId } from './commandId';
import { createPause } from './pause';
import type { Schedule } from './schedule';

/** The agent waits no longer than that, whatever is tried meanwhile. */
const DEADLINE_MS = 15_000;
/** The bridge answers a command within eight seconds, if only by saying that the telephony side is silent. */
const LOST_AFTER_MS = 9_000;
const REPEAT_AFTER_MS = 500;

/** Asks for something that must not happen twice. Rejects with a `BridgeError`. @param path begins with a slash */
export type GiveCommand = <Result>(path: string, body: unknown) => Promise<Result>;

/**
 * Gives each command an id of its own. One whose answer the network lost is sent once more under the same id, so that
 * the bridge, which may have carried it out, answers what came of it.
 */
export function createGiveCommand(send: BridgeSession['send'], schedule: Schedule): GiveCommand {
    return async <Result>(path: string, body: unknown): Promise<Result> => {
        const deadline = new AbortController();
        const { signal } = deadline;
        const cancelDeadline = schedule(() => deadline.abort(new Error('no answer in time')), DEADLINE_MS);
        const commandId = newCommandId();
        const give = () => send<Result>('POST', path, body, { commandId, timeoutMs: LOST_AFTER_MS, signal });
        try {
            return await give().catch(async (error: unknown) => {
                if (!isAnswerLost(error)) throw error;
                await createPause(schedule).wait(REPEAT_AFTER_MS, signal);
                if (signal.aborted) throw error;
                return give();
            });
        } finally {
            cancelDeadline();
        }
    };
}
