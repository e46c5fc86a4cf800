import type { RecordStore } from './data/recordStore.ts';
import type { SalesforceRecord, FieldValue } from './data/salesforceRecord.ts';
import { keyPrefixOf } from './ids/recordId.ts';
import type { AssignmentRule } from './data/rules/assignmentRule.ts';
import type { OrgState } from './metadata/deploy/orgState.ts';
import type { BundleCompiler } from './metadata/lwc/compiler/bundleCompiler.ts';
import type { OrgFeature } from './orgFeature.ts';

/** What an org is made of: its components with what follows from them, which a deploy swaps, and its records. */
export interface Org extends OrgState {
    features: readonly OrgFeature[];
    caseAssignmentRule: AssignmentRule;
    records: RecordStore;
    bundleCompiler: BundleCompiler;
    clock: () => Date;
}

/** The live record with this 18-character id, of whatever object its key prefix names. */
export function findRecord(org: Org, id: FieldValue | undefined): SalesforceRecord | undefined {
    if (typeof id !== 'string') return undefined;
    const object = org.schema.findByKeyPrefix(keyPrefixOf(id));
    const record = object && org.records.find(object.name, id);
    return record?.IsDeleted ? undefined : record;
}
