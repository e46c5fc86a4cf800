import type { UserAccess } from '../access/userAccess.ts';
import type { Org } from '../org.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import type { Schema } from '../schema/schema.ts';
import { describeField } from './describeField.ts';
import { describeRecordTypes } from './describeRecordTypes.ts';

/** The entry of an object in the list of all objects. */
export function summarizeObject(object: ObjectDefinition, access: UserAccess, apiVersion: string) {
    const sobject = `/services/data/v${apiVersion}/sobjects/${object.name}`;
    return {
        name: object.name,
        label: object.label,
        labelPlural: object.labelPlural,
        keyPrefix: object.keyPrefix,
        custom: object.custom,
        customSetting: false,
        createable: access.canCreate(object),
        updateable: access.canUpdate(object),
        deletable: access.canDelete(object),
        undeletable: false,
        mergeable: false,
        queryable: true,
        retrieveable: true,
        replicateable: true,
        searchable: object.searchable,
        layoutable: object.searchable,
        triggerable: object.searchable,
        activateable: false,
        deprecatedAndHidden: false,
        feedEnabled: false,
        mruEnabled: false,
        urls: { sobject, describe: `${sobject}/describe`, rowTemplate: `${sobject}/{ID}` }
    };
}

/** What the describe resource answers: the object and its fields as this user may use them. */
export function describeObject(org: Org, object: ObjectDefinition, access: UserAccess, apiVersion: string) {
    const fields = [...object.fields.values()].filter((field) => access.canReadField(object, field));
    return {
        ...summarizeObject(object, access, apiVersion),
        fields: fields.map((field) => describeField(object, field, access)),
        childRelationships: describeChildren(org.schema, object, access),
        recordTypeInfos: describeRecordTypes(org, object, apiVersion),
        actionOverrides: [],
        namedLayoutInfos: [],
        supportedScopes: [{ label: `All ${object.labelPlural}`, name: 'everything' }]
    };
}

/** Those of objects and by fields that the user may read. */
function describeChildren(schema: Schema, object: ObjectDefinition, access: UserAccess) {
    const readable = schema.objects.filter((child) => access.canReadObject(child));
    return readable.flatMap((child) =>
        [...child.fields.values()]
            .filter((field) => field.referenceTo.includes(object.name) && access.canReadField(child, field))
            .map((field) => ({
                childSObject: child.name,
                field: field.name,
                relationshipName: field.childRelationshipName,
                cascadeDelete: field.deleteBehaviour === 'deleteToo',
                restrictedDelete: field.deleteBehaviour === 'refuseDelete',
                deprecatedAndHidden: false
            }))
    );
}
