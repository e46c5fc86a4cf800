import type { Schema } from '../../schema/schema.ts';
import type { PermissionSetDefinition } from '../permissionSetDefinition.ts';

/** What the org's behaviour follows from its components: derived as a whole, and swapped as a whole. */
export interface OrgConfiguration {
    schema: Schema;
    permissionSets: PermissionSetDefinition[];
    /** What deployed profiles add, under the names of the profiles' records. */
    profiles: PermissionSetDefinition[];
}
