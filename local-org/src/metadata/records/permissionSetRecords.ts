import { permissionSetOf } from '../derive/permissionSet.ts';
import type { ComponentRecords } from './componentRecords.ts';
import { saveSetupRecord } from './saveSetupRecord.ts';

/** A permission set can be assigned; the assignments of one that goes, go with it. */
export const permissionSetRecords: ComponentRecords = {
    objectName: () => 'PermissionSet',
    find: (org, fullName) => org.records.findBy('PermissionSet', 'Name', fullName)[0],
    save(org, component, userId) {
        const { label, description } = permissionSetOf(component);
        const values = { Name: component.fullName, Label: label, Description: description };
        saveSetupRecord(org, userId, 'PermissionSet', { Id: component.id, ...values });
    },
    remove(org, { id }) {
        for (const assignment of org.records.findBy('PermissionSetAssignment', 'PermissionSetId', id)) {
            org.records.remove('PermissionSetAssignment', assignment.Id);
        }
        org.records.remove('PermissionSet', id);
    }
};
