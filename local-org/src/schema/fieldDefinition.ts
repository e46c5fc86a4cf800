import type { FieldValue, SalesforceRecord } from '../data/salesforceRecord.ts';

export type FieldType =
    | 'id'
    | 'string'
    | 'textarea'
    | 'phone'
    | 'email'
    | 'url'
    | 'boolean'
    | 'int'
    | 'double'
    | 'date'
    | 'datetime'
    | 'picklist'
    | 'reference';

export interface PicklistEntry {
    value: string;
    label: string;
    active: boolean;
    isDefault: boolean;
}

/** What the platform does to a record when the record that one of its lookups names is deleted. */
export type DeleteBehaviour = 'clearLookup' | 'deleteToo' | 'refuseDelete';

export type FindRecord = (id: FieldValue | undefined) => SalesforceRecord | undefined;

/** Computes a field that is stored nowhere, such as Case.ContactPhone. */
export type DeriveValue = (record: SalesforceRecord, find: FindRecord) => FieldValue;

export interface FieldDefinition {
    name: string;
    label: string;
    type: FieldType;
    /** Characters, 0 where a length means nothing. */
    length: number;
    /** Digits in all and digits after the point, of numbers. */
    precision: number;
    scale: number;
    custom: boolean;
    /** Must hold a value after every write. */
    required: boolean;
    createable: boolean;
    updateable: boolean;
    /** Has field-level security: somebody's profile or permission set must grant it. */
    permissionable: boolean;
    filterable: boolean;
    unique: boolean;
    caseSensitive: boolean;
    externalId: boolean;
    /** May stand in a URL in place of the record id. */
    idLookup: boolean;
    defaultValue: FieldValue;
    picklist: PicklistEntry[];
    restrictedPicklist: boolean;
    referenceTo: string[];
    relationshipName: string | null;
    childRelationshipName: string | null;
    deleteBehaviour: DeleteBehaviour;
    /** `HS-{000000}`: the braces become the next number of the object. */
    autoNumberFormat: string | null;
    derive: DeriveValue | null;
    helpText: string | null;
}
