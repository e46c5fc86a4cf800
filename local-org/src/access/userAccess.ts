import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import type { ObjectPermission, PermissionSetDefinition } from '../metadata/permissionSetDefinition.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';

/**
 * What one user may see and change. The profile gives every user the standard objects and their standard fields;
 * custom objects and custom fields are granted by permission sets alone, except fields that are always required,
 * which have no field-level security. An administrator ("Modify All Data") may do everything.
 */
export class UserAccess {
    readonly userId: string;
    readonly isAdministrator: boolean;
    readonly #permissionSets: PermissionSetDefinition[];

    constructor(userId: string, isAdministrator: boolean, permissionSets: PermissionSetDefinition[]) {
        this.userId = userId;
        this.isAdministrator = isAdministrator;
        this.#permissionSets = permissionSets;
    }

    canReadObject(object: ObjectDefinition): boolean {
        return !object.custom || this.#isGranted(object, 'allowRead');
    }

    canCreate(object: ObjectDefinition): boolean {
        return this.#maySave(object) && (!object.custom || this.#isGranted(object, 'allowCreate'));
    }

    canReadField(object: ObjectDefinition, field: FieldDefinition): boolean {
        if (!field.custom || field.required || this.isAdministrator) return true;
        return this.#fieldPermissions(object, field).some((permission) => permission.readable);
    }

    canEditField(object: ObjectDefinition, field: FieldDefinition): boolean {
        if (!field.custom || field.required || this.isAdministrator) return true;
        return this.#fieldPermissions(object, field).some((permission) => permission.editable);
    }

    canSeeRecord(object: ObjectDefinition, record: SalesforceRecord): boolean {
        if (object.sharingModel !== 'Private') return true;
        return this.#owns(record) || this.#isGranted(object, 'viewAllRecords');
    }

    canEditRecord(object: ObjectDefinition, record: SalesforceRecord): boolean {
        if (!this.#maySave(object)) return false;
        if (this.#isGranted(object, 'modifyAllRecords')) return true;
        const isShared = object.sharingModel === 'ReadWrite' || this.#owns(record);
        return isShared && (!object.custom || this.#isGranted(object, 'allowEdit'));
    }

    canDeleteRecord(object: ObjectDefinition, record: SalesforceRecord): boolean {
        if (!this.#maySave(object)) return false;
        if (this.#isGranted(object, 'modifyAllRecords')) return true;
        if (object.custom) return this.#owns(record) && this.#isGranted(object, 'allowDelete');
        return object.sharingModel === 'ReadWrite';
    }

    #owns(record: SalesforceRecord): boolean {
        return record.OwnerId === this.userId;
    }

    #maySave(object: ObjectDefinition): boolean {
        switch (object.writers) {
            case 'everyone':
                return true;
            case 'administrators':
                return this.isAdministrator;
            case 'nobody':
                return false;
        }
    }

    #isGranted(object: ObjectDefinition, permission: keyof ObjectPermission): boolean {
        if (this.isAdministrator) return true;
        const name = object.name.toLowerCase();
        return this.#permissionSets.some((set) => set.objects.get(name)?.[permission]);
    }

    #fieldPermissions(object: ObjectDefinition, field: FieldDefinition) {
        const name = `${object.name}.${field.name}`.toLowerCase();
        return this.#permissionSets.flatMap((set) => set.fields.get(name) ?? []);
    }
}
