import type { UserAccess } from '../access/userAccess.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import type { Schema } from '../schema/schema.ts';
import { describeUiField } from './describeUiField.ts';
import { eTagOf, MASTER_RECORD_TYPE_ID } from './representRecord.ts';
import { summarizeUiObject } from './summarizeUiObject.ts';

/** "Object Info" of the User Interface API Developer Guide, with the fields that this user may read. */
export function describeUiObject(schema: Schema, object: ObjectDefinition, access: UserAccess) {
    const readable = [...object.fields.values()].filter((field) => access.canReadField(object, field));
    const info = {
        ...summarizeUiObject(object),
        associateEntityType: null,
        associateParentEntity: null,
        childRelationships: describeChildren(schema, object, access),
        createable: access.canCreate(object),
        custom: object.custom,
        defaultRecordTypeId: MASTER_RECORD_TYPE_ID,
        deletable: access.canDelete(object),
        dependentFields: {},
        feedEnabled: false,
        fields: Object.fromEntries(
            readable.map((field) => [field.name, describeUiField(schema, object, field, access)])
        ),
        layoutable: object.searchable,
        mruEnabled: false,
        queryable: true,
        recordTypeInfos: {
            [MASTER_RECORD_TYPE_ID]: {
                available: true,
                defaultRecordTypeMapping: true,
                master: true,
                name: 'Master',
                recordTypeId: MASTER_RECORD_TYPE_ID
            }
        },
        searchable: object.searchable,
        themeInfo: null,
        updateable: access.canUpdate(object)
    };
    return { ...info, eTag: eTagOf(info) };
}

function describeChildren(schema: Schema, object: ObjectDefinition, access: UserAccess) {
    const leadsHere = (field: FieldDefinition) =>
        field.referenceTo.includes(object.name) && field.childRelationshipName !== null;
    return schema.objects
        .filter((child) => access.canReadObject(child))
        .flatMap((child) =>
            [...child.fields.values()]
                .filter((field) => leadsHere(field) && access.canReadField(child, field))
                .map((field) => ({
                    childObjectApiName: child.name,
                    fieldName: field.name,
                    junctionIdListNames: [],
                    junctionReferenceTo: [],
                    relationshipName: field.childRelationshipName
                }))
        );
}
