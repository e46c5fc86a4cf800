import type { ObjectPermission } from '../metadata/permissionSetDefinition.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';

const BY_OBJECT_PERMISSION: Record<keyof ObjectPermission, string> = {
    allowRead: 'ActivitiesAccess',
    allowCreate: 'EditTask',
    allowEdit: 'EditTask',
    allowDelete: 'EditTask',
    viewAllRecords: 'ViewAllData',
    modifyAllRecords: 'ModifyAllData'
};

/** The user permission that stands for an object permission on Tasks, which have none of their own. */
export function activityPermission(object: ObjectDefinition, permission: keyof ObjectPermission): string | null {
    return object.name === 'Task' ? BY_OBJECT_PERMISSION[permission] : null;
}
