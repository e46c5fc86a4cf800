import type { Logger } from 'pino';
import type { Instant } from '../../contract/instant.ts';
import type { AmiConnection } from './amiConnection.ts';
import { AmiRefused, AmiUnreachable } from './amiError.ts';
import type { AmiMessage } from './amiMessage.ts';
import type { AsteriskSnapshot } from './asteriskSnapshot.ts';
import { isOfSupervision } from './commands/supervise.ts';
import { timeOf } from './translateEvent.ts';

/** What a PBX answers that has no queues, or has not loaded them yet: it lets managers in before. */
const UNKNOWN_ACTION = /unknown command/i;
/** So many attempts are left to a PBX to load its queues. */
const STARTING_ATTEMPTS = 10;

/** Asks a PBX for what lives on it. Throws AmiUnreachable, also while the PBX is still starting. */
export function createSnapshotTaking({ now, log }: { readonly now: () => Instant; readonly log: Logger }) {
    let attemptsWithoutQueues = 0;

    async function queueStatus(connection: AmiConnection): Promise<AmiMessage[]> {
        try {
            const status = await connection.list({ Action: 'QueueStatus' });
            attemptsWithoutQueues = 0;
            return status;
        } catch (error) {
            if (!(error instanceof AmiRefused)) throw error;
            attemptsWithoutQueues += 1;
            if (UNKNOWN_ACTION.test(error.message) && attemptsWithoutQueues <= STARTING_ATTEMPTS)
                throw new AmiUnreachable('the PBX is still starting', { cause: error });
            log.warn({ err: error }, 'the PBX does not tell of its queues');
            return [];
        }
    }

    return async (connection: AmiConnection): Promise<AsteriskSnapshot> => {
        // before asking: what begins while the PBX answers is not among what it lists
        let takenAt = now();
        // a call that began a moment later by a clock that is behind must not seem to have been there
        const slower = (pong: AmiMessage) => (takenAt = earlier(takenAt, timeOf(pong)));
        connection.request({ Action: 'Ping' }).then(slower, () => undefined);
        const channels = await connection.list({ Action: 'CoreShowChannels' });
        const entries = (await queueStatus(connection)).filter(({ Event }) => Event === 'QueueEntry');
        return { channels: channels.filter((each) => !isOfSupervision(each)), queueEntries: entries, takenAt };
    };
}

const earlier = (a: Instant, b: Instant | null): Instant => (b !== null && b < a ? b : a);
