import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { keyPrefixOf } from '../ids/recordId.ts';
import type { Org } from '../org.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';

export interface Master {
    object: ObjectDefinition;
    record: SalesforceRecord;
    /** Whether reading the master is enough to write the detail. */
    needsRead: boolean;
}

/** The record that decides who may do what with a detail, null when the record is none. */
export type FindMaster = (object: ObjectDefinition, record: SalesforceRecord) => Master | null;

/** By the first master-detail relationship of the object; of a detail in the recycle bin its deleted master. */
export function findMaster(org: Org, { fields }: ObjectDefinition, record: SalesforceRecord): Master | null {
    const [lookup] = [...fields.values()]
        .filter(({ masterDetail }) => masterDetail !== null)
        .sort((one, other) => (one.masterDetail?.order ?? 0) - (other.masterDetail?.order ?? 0));
    const id = lookup && record[lookup.name];
    const object = typeof id === 'string' ? org.schema.findByKeyPrefix(keyPrefixOf(id)) : undefined;
    const master = object && org.records.find(object.name, String(id));
    if (!master) return null;
    return { object, record: master, needsRead: lookup?.masterDetail?.writeNeedsMasterRead ?? false };
}
