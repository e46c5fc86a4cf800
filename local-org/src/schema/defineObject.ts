import { booleanField, dateTimeField, idField, lookupField, readOnly } from './fieldBuilders.ts';
import type { FieldDefinition } from './fieldDefinition.ts';
import type { ObjectDefinition } from './objectDefinition.ts';

type Details = Pick<ObjectDefinition, 'name' | 'label' | 'labelPlural' | 'keyPrefix'> & Partial<ObjectDefinition>;

/** The object with the fields given, between Id and the audit fields that the platform keeps on every record. */
export function defineObject({ fields, ...details }: Omit<Details, 'fields'> & { fields: FieldDefinition[] }) {
    const all = [idField(), ...fields, ...auditFields()];
    const object: ObjectDefinition = {
        custom: false,
        sharingModel: 'ReadWrite',
        writers: 'everyone',
        deletable: true,
        searchable: true,
        nameField: 'Name',
        ...details,
        fields: new Map(all.map((field) => [field.name.toLowerCase(), field]))
    };
    return object;
}

function auditFields(): FieldDefinition[] {
    const platform = { ...readOnly, required: true };
    return [
        booleanField('IsDeleted', 'Deleted', platform),
        dateTimeField('CreatedDate', 'Created Date', platform),
        lookupField('CreatedById', 'Created By ID', ['User'], null, platform),
        dateTimeField('LastModifiedDate', 'Last Modified Date', platform),
        lookupField('LastModifiedById', 'Last Modified By ID', ['User'], null, platform),
        dateTimeField('SystemModstamp', 'System Modstamp', platform)
    ];
}

/** OwnerId: the running user unless the writer names somebody else or, where queues own records, a queue. */
export function ownerField(...owners: string[]): FieldDefinition {
    return lookupField('OwnerId', 'Owner ID', owners, null, { required: true });
}
