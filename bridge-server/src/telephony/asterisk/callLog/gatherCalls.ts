import type { CelRecord } from './celRecord.ts';

/** Everything that was logged of channels which had to do with one another, and whether all of them are gone. */
export interface LoggedCall {
    readonly records: readonly CelRecord[];
    readonly isOver: boolean;
}

interface Family {
    readonly records: CelRecord[];
    readonly living: Set<string>;
    readonly ids: Set<string>;
}

/**
 * Puts together what belongs together: channels that share a Linkedid, also when transfers change it. A call is given
 * as soon as its last channel is gone; those that still live, when the log is at its end. So no more than the calls of
 * one moment are held.
 */
export async function* gatherCalls(log: AsyncIterable<CelRecord>): AsyncGenerator<LoggedCall> {
    const families = new Map<string, Family>();
    for await (const record of log) {
        // comes once everything is gone, and says nothing more
        if (record.event === 'LINKEDID_END') continue;
        const family = familyOf(record, families);
        family.records.push(record);
        if (record.event === 'CHAN_END') family.living.delete(record.uniqueid);
        else family.living.add(record.uniqueid);
        if (family.living.size > 0) continue;
        for (const id of family.ids) families.delete(id);
        yield { records: family.records, isOver: true };
    }
    for (const { records } of new Set(families.values())) yield { records, isOver: false };
}

/** The family of the record's channel and call, of two one if they were apart so far. */
function familyOf({ uniqueid, linkedid }: CelRecord, families: Map<string, Family>): Family {
    const known = families.get(linkedid) ?? families.get(uniqueid);
    const family = known ?? { records: [], living: new Set<string>(), ids: new Set<string>() };
    const other = families.get(uniqueid);
    if (other && other !== family) {
        family.records.push(...other.records);
        for (const id of other.living) family.living.add(id);
        for (const id of other.ids) join(id);
    }
    join(linkedid);
    join(uniqueid);
    return family;

    function join(id: string): void {
        family.ids.add(id);
        families.set(id, family);
    }
}
