/** What a permission set adds to what its holders' profile allows; names are lower-case `object` and `object.field`. */
export interface PermissionSetDefinition {
    name: string;
    label: string;
    description: string | null;
    fields: Map<string, FieldPermission>;
    objects: Map<string, ObjectPermission>;
    /** Such as `EditTask`. */
    userPermissions: Set<string>;
}

export interface FieldPermission {
    readable: boolean;
    editable: boolean;
}

export interface ObjectPermission {
    allowCreate: boolean;
    allowRead: boolean;
    allowEdit: boolean;
    allowDelete: boolean;
    viewAllRecords: boolean;
    modifyAllRecords: boolean;
}
