import type { RecordStore } from './data/recordStore.ts';
import type { SalesforceRecord, FieldValue } from './data/salesforceRecord.ts';
import { keyPrefixOf } from './ids/recordId.ts';
import type { PermissionSetDefinition } from './metadata/permissionSetDefinition.ts';
import type { AssignmentRule } from './data/rules/assignmentRule.ts';
import type { Schema } from './schema/schema.ts';

/** What an org is made of: its configuration, and its records, which are all that changes. */
export interface Org {
    schema: Schema;
    permissionSets: PermissionSetDefinition[];
    caseAssignmentRule: AssignmentRule;
    records: RecordStore;
    clock: () => Date;
}

/** The live record with this 18-character id, of whatever object its key prefix names. */
export function findRecord(org: Org, id: FieldValue | undefined): SalesforceRecord | undefined {
    if (typeof id !== 'string') return undefined;
    const object = org.schema.findByKeyPrefix(keyPrefixOf(id));
    const record = object && org.records.find(object.name, id);
    return record?.IsDeleted ? undefined : record;
}
