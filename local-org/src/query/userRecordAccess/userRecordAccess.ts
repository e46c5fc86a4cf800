import { booleanField, lookupField, readOnly } from '../../schema/fieldBuilders.ts';
import type { ObjectDefinition } from '../../schema/objectDefinition.ts';

/** The fields that say what the user may do; those that are missing here are not emulated. */
export const ACCESS_FIELDS = ['HasReadAccess', 'HasEditAccess', 'HasDeleteAccess'] as const;

const fields = [
    lookupField('UserId', 'User ID', ['User'], null, readOnly),
    // the platform calls it a picklist; as a reference it is compared as the id that it is
    lookupField('RecordId', 'Record ID', [], null, { ...readOnly, relationshipName: null }),
    ...ACCESS_FIELDS.map((name) => booleanField(name, name, readOnly))
];

/** What a user may do with records: nobody keeps it, and it is worked out when it is asked for. */
export const userRecordAccess: ObjectDefinition = {
    name: 'UserRecordAccess',
    label: 'User Record Access',
    labelPlural: 'User Record Access',
    keyPrefix: '',
    custom: false,
    sharingModel: 'Read',
    writers: 'nobody',
    deletable: false,
    searchable: false,
    nameField: 'RecordId',
    fields: new Map(fields.map((field) => [field.name.toLowerCase(), field]))
};
