import type { CelRecord } from './celRecord.ts';

/** What is known of a channel from all that was logged of it. */
export interface LoggedChannel {
    readonly uniqueid: string;
    readonly name: string;
    /** Each time it ran an application that the log follows, in order. */
    readonly runs: readonly Run[];
    readonly startedAt: number | null;
    readonly bridgedAt: readonly number[];
    /** `AppQueue` or `AppDial`: what called it; null when nothing did, or it is not told. */
    readonly calledBy: string | null;
    readonly hangup: { readonly at: number; readonly source: string; readonly dialStatus: string } | null;
}

/** A channel runs an application: the queue in which it waits, the dialling of somebody. */
export interface Run {
    readonly application: string;
    readonly data: string;
    readonly from: number;
    /** Infinity while it lasts. */
    readonly to: number;
}

/** @param records of one channel, in the order of time */
export function readChannel(records: readonly CelRecord[]): LoggedChannel {
    const [first] = records;
    const hangup = records.find(({ event }) => event === 'HANGUP');
    return {
        uniqueid: first?.uniqueid ?? '',
        name: first?.channel ?? '',
        runs: readRuns(records),
        startedAt: records.find(({ event }) => event === 'CHAN_START')?.time ?? null,
        bridgedAt: records.filter(({ event }) => event === 'BRIDGE_ENTER').map(({ time }) => time),
        calledBy: records.find(({ application }) => /^App(Queue|Dial)$/.test(application))?.application ?? null,
        hangup: hangup
            ? {
                  at: hangup.time,
                  source: hangup.extra['hangupsource'] ?? '',
                  dialStatus: hangup.extra['dialstatus'] ?? ''
              }
            : null
    };
}

/** The end of one application and the beginning of the next may be told at the same time, in any order. */
function readRuns(records: readonly CelRecord[]): Run[] {
    const ends = records.filter(({ event }) => event === 'APP_END');
    const end = records.find(({ event }) => event === 'HANGUP' || event === 'CHAN_END');
    return records
        .filter(({ event }) => event === 'APP_START')
        .map(({ application, applicationData, time }) => {
            const at = ends.findIndex((other) => other.application === application && other.time >= time);
            const [own] = at < 0 ? [] : ends.splice(at, 1);
            return { application, data: applicationData, from: time, to: own?.time ?? end?.time ?? Infinity };
        });
}
