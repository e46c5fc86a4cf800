import type { FieldDefinition } from './fieldDefinition.ts';

/**
 * Who sees records they do not own, before permission sets widen it; with `ControlledByParent`, whoever sees the master
 * of a detail.
 */
export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';

/** Whose writes the API accepts at all: setup objects are the administrators', some are nobody's. */
export type Writers = 'everyone' | 'administrators' | 'nobody';

export interface ObjectDefinition {
    name: string;
    label: string;
    labelPlural: string;
    keyPrefix: string;
    custom: boolean;
    sharingModel: SharingModel;
    writers: Writers;
    /** Users are deactivated, and never deleted. */
    deletable: boolean;
    searchable: boolean;
    /** The field that names a record to a person: Name, CaseNumber, Subject. */
    nameField: string;
    /** By lower-case API name: Salesforce ignores the case of names. */
    fields: Map<string, FieldDefinition>;
}

export function findField(object: ObjectDefinition, name: string): FieldDefinition | undefined {
    return object.fields.get(name.toLowerCase());
}

/** The field whose relationship has this name: `Account` leads to Contact.AccountId. */
export function findRelationship(object: ObjectDefinition, relationship: string): FieldDefinition | undefined {
    const wanted = relationship.toLowerCase();
    return [...object.fields.values()].find((field) => field.relationshipName?.toLowerCase() === wanted);
}
