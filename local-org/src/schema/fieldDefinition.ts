import type { FieldValue, SalesforceRecord } from '../data/salesforceRecord.ts';

/** As the describe resource names them. */
export type FieldType =
    | 'id'
    | 'string'
    | 'textarea'
    | 'encryptedstring'
    | 'phone'
    | 'email'
    | 'url'
    | 'boolean'
    | 'int'
    | 'double'
    | 'currency'
    | 'percent'
    | 'date'
    | 'datetime'
    | 'time'
    | 'picklist'
    | 'multipicklist'
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

/** A master-detail relationship; the first of an object decides who sees its records. */
export interface MasterDetail {
    order: number;
    /** Whoever may read the master may write the detail; otherwise they must be able to edit the master. */
    writeNeedsMasterRead: boolean;
}

/** How the characters of an encrypted field are hidden from whoever may not see them. */
export interface FieldMask {
    character: '*' | 'X';
    /** As the Metadata API names it: `all`, `lastFour`, `creditCard`, `ssn`, `sin`, `nino`. */
    kind: string;
}

export interface FieldDefinition {
    name: string;
    label: string;
    type: FieldType;
    /** Characters, 0 where a length means nothing. */
    length: number;
    /** Digits in all and digits after the point, of numbers. */
    precision: number;
    scale: number;
    /** The furthest from zero that a number may be, whatever its digits; of latitudes 90. */
    furthestFromZero: number | null;
    custom: boolean;
    /** Must hold a value after every write. */
    required: boolean;
    createable: boolean;
    updateable: boolean;
    /** Has field-level security: somebody's profile or permission set must grant it. */
    permissionable: boolean;
    /** The field of another object whose permissions stand for this one's: `contact.mobilephone`. */
    securedBy: string | null;
    filterable: boolean;
    unique: boolean;
    caseSensitive: boolean;
    externalId: boolean;
    /** May stand in a URL in place of the record id. */
    idLookup: boolean;
    defaultValue: FieldValue;
    picklist: PicklistEntry[];
    restrictedPicklist: boolean;
    /** The field whose value decides which values of this picklist a page offers. */
    controllingField: string | null;
    referenceTo: string[];
    relationshipName: string | null;
    childRelationshipName: string | null;
    deleteBehaviour: DeleteBehaviour;
    masterDetail: MasterDetail | null;
    /** `HS-{000000}`: the braces become the next number of the object. */
    autoNumberFormat: string | null;
    /** The first number given. */
    autoNumberStart: number;
    derive: DeriveValue | null;
    /** Computed by the platform and not by this org: reads as null, and nobody may write it. */
    uncomputed: UncomputedValue | null;
    mask: FieldMask | null;
    /** Text with HTML markup. */
    richText: boolean;
    helpText: string | null;
}

export type UncomputedValue = { kind: 'formula'; formula: string } | { kind: 'summary' };
