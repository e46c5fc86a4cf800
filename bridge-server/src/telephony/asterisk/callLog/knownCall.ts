import type { CelRecord } from './celRecord.ts';
import { type Dialler, findDialler } from './findDialler.ts';
import { type LoggedChannel, readChannel, type Run } from './loggedChannel.ts';

/** All that the log says of a call, by the Uniqueids of its channels. */
export interface KnownCall {
    readonly channels: ReadonlyMap<string, LoggedChannel>;
    /** Of each channel that was called by another one. */
    readonly diallers: ReadonlyMap<string, Dialler>;
}

/** @param records of one call, with all its channels, in the order of time */
export function readCall(records: readonly CelRecord[]): KnownCall {
    const byChannel = Map.groupBy(records, ({ uniqueid }) => uniqueid);
    const channels = new Map([...byChannel].map(([uniqueid, own]) => [uniqueid, readChannel(own)]));
    const diallers = new Map<string, Dialler>();
    for (const channel of channels.values()) {
        const dialler = findDialler(channel, [...channels.values()]);
        if (dialler) diallers.set(channel.uniqueid, dialler);
    }
    return { channels, diallers };
}

/** The channels that were called from this run of a queue or a dial. */
export const calledFrom = (run: Run, { channels, diallers }: KnownCall): LoggedChannel[] =>
    [...channels.values()].filter(({ uniqueid }) => diallers.get(uniqueid)?.run === run);

/** When somebody who was called from this run was connected; null when nobody was. */
export const connectedAt = (run: Run, call: KnownCall): number | null =>
    calledFrom(run, call)
        .flatMap(({ bridgedAt }) => bridgedAt.slice(0, 1))
        .toSorted((a, b) => a - b)[0] ?? null;
