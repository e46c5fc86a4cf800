import type { AmiMessage } from '../amiMessage.ts';
import { callingOutcome } from './callingOutcome.ts';
import type { CelRecord } from './celRecord.ts';
import type { Dialler } from './findDialler.ts';
import { readCall } from './knownCall.ts';
import { wasAbandoned, wasAdmitted } from './queueRuns.ts';
import { at, causeOf, dest, own, queueOf, type Telling, type Told, userEvent } from './telling.ts';
import { transferredAttended, transferredBlind } from './transfers.ts';

/**
 * What the manager interface would have told of the same call, as far as it means something here. So a call of the log
 * goes the very way of one that is seen live.
 *
 * @param records of one call, with all its channels
 */
export function toAmiMessages(records: readonly CelRecord[]): AmiMessage[] {
    const ordered = records.toSorted((a, b) => a.time - b.time);
    const lastOf = new Map<string, CelRecord>();
    const telling = { ...readCall(ordered), lastOf, records: ordered };
    const told = ordered.flatMap((record) => {
        lastOf.set(record.uniqueid, record);
        return tell(record, telling);
    });
    return told.toSorted((a, b) => a.time - b.time).map(({ message }) => message);
}

function tell(record: CelRecord, telling: Telling): Told[] {
    switch (record.event) {
        case 'CHAN_START':
            return called(record, telling);
        case 'ANSWER':
            return answered(record, telling);
        case 'BRIDGE_ENTER':
            return connected(record, telling);
        case 'APP_START':
            return applicationStarted(record, telling);
        case 'BLINDTRANSFER':
            return [transferredBlind(record)];
        case 'ATTENDEDTRANSFER':
            return [transferredAttended(record, telling)];
        case 'HANGUP':
            return [...endedUnanswered(record, telling), ...hungUp(record, telling)];
        default:
            return [];
    }
}

function called(record: CelRecord, telling: Telling): Told[] {
    const dialler = telling.diallers.get(record.uniqueid);
    if (!dialler) return [];
    const sides = { ...caller(dialler, telling), ...dest(record) };
    return dialler.run.application === 'Queue'
        ? [at(record.time, 'AgentCalled', { ...sides, Queue: queueOf(dialler.run.data) })]
        : [at(record.time, 'DialBegin', { ...sides, DialString: dialler.dialString })];
}

/** Who was called by a queue is connected some moments after they picked up. */
const answered = (record: CelRecord, { diallers }: Telling): Told[] =>
    diallers.get(record.uniqueid)?.run.application === 'Dial'
        ? [at(record.time, 'DialEnd', { ...dest(record), DialStatus: 'ANSWER' })]
        : [];

function connected(record: CelRecord, telling: Telling): Told[] {
    const dialler = telling.diallers.get(record.uniqueid);
    const isFirst = telling.channels.get(record.uniqueid)?.bridgedAt[0] === record.time;
    if (!dialler || !isFirst || dialler.run.application !== 'Queue') return [];
    const fields = { ...caller(dialler, telling), ...dest(record), Queue: queueOf(dialler.run.data) };
    return [at(record.time, 'AgentConnect', fields)];
}

function applicationStarted(record: CelRecord, telling: Telling): Told[] {
    switch (record.application) {
        case 'MixMonitor':
            return [at(record.time, 'MixMonitorStart', own(record))];
        case 'UserEvent':
            return [at(record.time, 'UserEvent', { ...own(record), ...userEvent(record.applicationData) })];
        case 'Queue': {
            const run = telling.channels.get(record.uniqueid)?.runs.find(({ from }) => from === record.time);
            const fields = { ...own(record), Queue: queueOf(record.applicationData) };
            return run && wasAdmitted(run, telling) ? [at(record.time, 'QueueCallerJoin', fields)] : [];
        }
        default:
            return [];
    }
}

/** Nobody answered: told no later than the end of the queue or the dial, as its reason. */
function endedUnanswered(record: CelRecord, telling: Telling): Told[] {
    const dialler = telling.diallers.get(record.uniqueid);
    const channel = telling.channels.get(record.uniqueid);
    if (!dialler || !channel || channel.bridgedAt.length > 0) return [];
    const outcome = callingOutcome(channel, dialler, causeOf(record), telling);
    const time = Math.min(record.time, dialler.run.to);
    return outcome === 'rangOut'
        ? [at(time, 'AgentRingNoAnswer', dest(record))]
        : [at(time, 'DialEnd', { ...dest(record), DialStatus: outcome })];
}

function hungUp(record: CelRecord, telling: Telling): Told[] {
    const channel = telling.channels.get(record.uniqueid);
    const abandoned = channel?.runs.find((run) => wasAbandoned(run, channel, telling));
    return [
        ...(abandoned ? [at(abandoned.to, 'QueueCallerAbandon', own(record))] : []),
        at(record.time, 'Hangup', { ...own(record), Cause: causeOf(record) })
    ];
}

function caller({ channel }: Dialler, { lastOf }: Telling): AmiMessage {
    const last = lastOf.get(channel.uniqueid);
    return last ? own(last) : {};
}
