import type { Instant } from '../../contract/instant.ts';
import type { AgentOf } from './agentPhone.ts';
import { type AmiMessage, fieldOf } from './amiMessage.ts';
import { identifierOf, nameOf, numberOf, queueOf } from './cleanText.ts';

/** A channel that lived when the snapshot was taken. */
export interface SnapshotChannel {
    readonly name: string;
    readonly uniqueid: string;
    readonly linkedid: string;
    readonly agent: string | null;
    readonly isUp: boolean;
    readonly since: Instant;
    readonly application: string;
    readonly applicationData: string;
    readonly number: string | null;
    readonly callerName: string | null;
    /** Empty while it speaks with nobody. */
    readonly bridge: string;
    /** The queue in which this channel is or was the caller. */
    readonly queue: string | null;
}

/**
 * None for what is no part of a call.
 *
 * @param queues the name of the queue in which each waits, by Uniqueid
 */
export function readSnapshotChannel(
    message: AmiMessage,
    queues: ReadonlyMap<string, string>,
    agentOf: AgentOf,
    takenAt: Instant
): SnapshotChannel[] {
    const uniqueid = identifierOf(message, 'Uniqueid');
    const linkedid = identifierOf(message, 'Linkedid');
    const name = fieldOf(message, 'Channel');
    if (!uniqueid || !linkedid || /^Snoop\//.test(name)) return [];
    const application = fieldOf(message, 'Application');
    const applicationData = fieldOf(message, 'ApplicationData');
    const runningQueue = application === 'Queue' ? (applicationData.split(',')[0] ?? '') : '';
    return [
        {
            name,
            uniqueid,
            linkedid,
            agent: agentOf(name),
            isUp: fieldOf(message, 'ChannelStateDesc') === 'Up',
            since: before(takenAt, fieldOf(message, 'Duration')),
            application,
            applicationData,
            number: numberOf(message, 'CallerIDNum'),
            callerName: nameOf(message, 'CallerIDName'),
            bridge: fieldOf(message, 'BridgeId'),
            queue: queueOf(queues.get(uniqueid) ?? runningQueue)
        }
    ];
}

/** @param duration how long a channel lives, as `HH:MM:SS` */
function before(takenAt: Instant, duration: string): Instant {
    const [hours = 0, minutes = 0, seconds = 0] = duration.split(':').map((part) => Number(part) || 0);
    const sinceMs = Date.parse(takenAt) - ((hours * 60 + minutes) * 60 + seconds) * 1000;
    return new Date(Math.min(Math.max(sinceMs, 0), Date.parse(takenAt))).toISOString();
}
