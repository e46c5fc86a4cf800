import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import type { ObjectPermission, PermissionSetDefinition } from '../metadata/permissionSetDefinition.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import type { FindMaster } from './findMaster.ts';
import { activityPermission } from './activityPermission.ts';
import type { ProfileAccess } from './profiles.ts';

/**
 * What one user may see and change: what the profile gives, and what permission sets add. Custom objects and custom
 * fields come from permission sets alone. Everybody reads the objects of Setup, and fields without field-level security
 * of every object they may read.
 */
export class UserAccess {
    readonly userId: string;
    readonly #profile: ProfileAccess;
    readonly #permissionSets: PermissionSetDefinition[];
    readonly #findMaster: FindMaster;

    constructor(
        userId: string,
        profile: ProfileAccess,
        permissionSets: PermissionSetDefinition[],
        findMaster: FindMaster
    ) {
        this.userId = userId;
        this.#profile = profile;
        this.#permissionSets = permissionSets;
        this.#findMaster = findMaster;
    }

    canReadObject(object: ObjectDefinition): boolean {
        return object.writers !== 'everyone' || this.#mayUse(object, 'allowRead');
    }

    canCreate(object: ObjectDefinition): boolean {
        return this.#maySave(object) && this.#mayUse(object, 'allowCreate');
    }

    canUpdate(object: ObjectDefinition): boolean {
        return this.#maySave(object) && this.#mayUse(object, 'allowEdit');
    }

    canDelete(object: ObjectDefinition): boolean {
        return object.deletable && this.#maySave(object) && this.#mayUse(object, 'allowDelete');
    }

    canReadField(object: ObjectDefinition, field: FieldDefinition): boolean {
        if (!field.permissionable || this.#profileGives(field)) return true;
        return this.#fieldPermissions(object, field).some((permission) => permission.readable);
    }

    canEditField(object: ObjectDefinition, field: FieldDefinition): boolean {
        if (!field.permissionable || this.#profileGives(field)) return true;
        return this.#fieldPermissions(object, field).some((permission) => permission.editable);
    }

    canSeeRecord(object: ObjectDefinition, record: SalesforceRecord): boolean {
        switch (object.sharingModel) {
            case 'Private':
                return this.#owns(record) || this.#isGranted(object, 'viewAllRecords');
            case 'ControlledByParent':
                return this.#seesMaster(object, record) || this.#isGranted(object, 'viewAllRecords');
            case 'Read':
            case 'ReadWrite':
                return true;
        }
    }

    canEditRecord(object: ObjectDefinition, record: SalesforceRecord): boolean {
        if (!this.#maySave(object)) return false;
        if (this.#isGranted(object, 'modifyAllRecords')) return true;
        const isShared = object.sharingModel === 'ReadWrite' || this.#rules(object, record);
        return isShared && this.#mayUse(object, 'allowEdit');
    }

    /** Whoever edits what others own may still not delete it ("Public Read/Write", Sharing Settings). */
    canDeleteRecord(object: ObjectDefinition, record: SalesforceRecord): boolean {
        if (!this.#maySave(object)) return false;
        if (this.#isGranted(object, 'modifyAllRecords')) return true;
        return this.#rules(object, record) && this.#mayUse(object, 'allowDelete');
    }

    /** A permission of the whole org, as permission sets name it: `ModifyMetadata`. */
    hasUserPermission(name: string): boolean {
        return this.#profile === 'everything' || this.#permissionSets.some((set) => set.userPermissions.has(name));
    }

    #owns(record: SalesforceRecord): boolean {
        return record.OwnerId === this.userId;
    }

    #seesMaster(object: ObjectDefinition, record: SalesforceRecord): boolean {
        const master = this.#findMaster(object, record);
        return master !== null && this.canSeeRecord(master.object, master.record);
    }

    /** Whether the record is the user's to do with as they like: a detail belongs to whoever may write to its master. */
    #rules(object: ObjectDefinition, record: SalesforceRecord): boolean {
        if (object.sharingModel !== 'ControlledByParent') return this.#owns(record);
        const master = this.#findMaster(object, record);
        if (!master) return false;
        return master.needsRead
            ? this.canSeeRecord(master.object, master.record)
            : this.canEditRecord(master.object, master.record);
    }

    #maySave(object: ObjectDefinition): boolean {
        switch (object.writers) {
            case 'everyone':
                return true;
            case 'administrators':
                return this.#profile === 'everything';
            case 'nobody':
                return false;
        }
    }

    #mayUse(object: ObjectDefinition, permission: keyof ObjectPermission): boolean {
        return this.#profileGives(object) || this.#isGranted(object, permission);
    }

    #profileGives({ custom }: { custom: boolean }): boolean {
        switch (this.#profile) {
            case 'everything':
                return true;
            case 'standardObjects':
                return !custom;
            case 'nothing':
                return false;
        }
    }

    #isGranted(object: ObjectDefinition, permission: keyof ObjectPermission): boolean {
        if (this.#profile === 'everything') return true;
        const userPermission = activityPermission(object, permission);
        if (userPermission) return this.#permissionSets.some((set) => set.userPermissions.has(userPermission));
        const name = object.name.toLowerCase();
        return this.#permissionSets.some((set) => set.objects.get(name)?.[permission]);
    }

    #fieldPermissions(object: ObjectDefinition, field: FieldDefinition) {
        const name = field.securedBy ?? `${object.name}.${field.name}`.toLowerCase();
        return this.#permissionSets.flatMap((set) => set.fields.get(name) ?? []);
    }
}
