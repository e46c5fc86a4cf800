import type { Dialler } from './findDialler.ts';
import { connectedAt, type KnownCall } from './knownCall.ts';
import type { LoggedChannel, Run } from './loggedChannel.ts';
import { callerGaveUp } from './queueRuns.ts';

/** Words of AMI's `DialStatus`; `rangOut`: the queue gave the agent up. */
export type CallingOutcome = 'rangOut' | 'CANCEL' | 'BUSY' | 'NOANSWER' | 'CONGESTION' | 'CHANUNAVAIL';

const STATUSES: readonly string[] = ['BUSY', 'NOANSWER', 'CONGESTION', 'CHANUNAVAIL'] satisfies CallingOutcome[];

/** Q.850: user busy. */
const BUSY_CAUSE = '17';
/** Who is called is hung up on a moment before, or after, that which is the reason for it. */
const SAME_MOMENT_SECONDS = 1;

/**
 * How it came out that a channel was called and nobody answered.
 *
 * @param cause Q.850, of the channel's hang-up
 */
export function callingOutcome(
    called: LoggedChannel,
    dialler: Dialler,
    cause: string,
    call: KnownCall
): CallingOutcome {
    const { channel, run } = dialler;
    if (run.application === 'Queue') return outcomeInQueue(called, dialler, call);
    if (cause === BUSY_CAUSE) return 'BUSY';
    const isLast = channel.runs.every(({ application, from }) => application !== 'Dial' || from <= run.from);
    const status = isLast ? channel.hangup?.dialStatus : undefined;
    if (status && STATUSES.includes(status)) return status as CallingOutcome;
    // ANSWER: somebody else took it
    return status ? 'CANCEL' : 'NOANSWER';
}

function outcomeInQueue(called: LoggedChannel, { channel, run }: Dialler, call: KnownCall): CallingOutcome {
    const endedAt = called.hangup?.at ?? Infinity;
    const takenAt = connectedAt(run, call);
    const isTaken = takenAt !== null && Math.abs(endedAt - takenAt) < SAME_MOMENT_SECONDS;
    const hasGivenUp = callerGaveUp(run, channel, call) && endsWith(run, endedAt);
    return isTaken || hasGivenUp ? 'CANCEL' : 'rangOut';
}

const endsWith = (run: Run, time: number): boolean => Math.abs(run.to - time) < SAME_MOMENT_SECONDS;
