import type { UserAccess } from '../access/userAccess.ts';
import type { FieldDefinition, FieldType } from '../schema/fieldDefinition.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import type { Schema } from '../schema/schema.ts';

const SOAP_TYPES: Record<FieldType, string> = {
    id: 'tns:ID',
    reference: 'tns:ID',
    string: 'xsd:string',
    textarea: 'xsd:string',
    phone: 'xsd:string',
    email: 'xsd:string',
    url: 'xsd:string',
    picklist: 'xsd:string',
    boolean: 'xsd:boolean',
    int: 'xsd:int',
    double: 'xsd:double',
    date: 'xsd:date',
    datetime: 'xsd:dateTime'
};
const BYTES_PER_CHARACTER = 3;

/** The entry of an object in the list of all objects. */
export function summarizeObject(object: ObjectDefinition, access: UserAccess, apiVersion: string) {
    const sobject = `/services/data/v${apiVersion}/sobjects/${object.name}`;
    const isWritable = access.canCreate(object);
    return {
        name: object.name,
        label: object.label,
        labelPlural: object.labelPlural,
        keyPrefix: object.keyPrefix,
        custom: object.custom,
        customSetting: false,
        createable: isWritable,
        updateable: isWritable,
        deletable: isWritable,
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
export function describeObject(schema: Schema, object: ObjectDefinition, access: UserAccess, apiVersion: string) {
    const fields = [...object.fields.values()].filter((field) => access.canReadField(object, field));
    return {
        ...summarizeObject(object, access, apiVersion),
        fields: fields.map((field) => describeField(object, field, access)),
        childRelationships: describeChildren(schema, object),
        recordTypeInfos: [],
        actionOverrides: [],
        namedLayoutInfos: [],
        supportedScopes: [{ label: `All ${object.labelPlural}`, name: 'everything' }]
    };
}

function describeField(object: ObjectDefinition, field: FieldDefinition, access: UserAccess) {
    const isEditable = access.canEditField(object, field);
    return {
        name: field.name,
        label: field.label,
        type: field.type,
        soapType: SOAP_TYPES[field.type],
        length: field.length,
        byteLength: field.length * BYTES_PER_CHARACTER,
        precision: field.type === 'double' ? field.precision : 0,
        digits: field.type === 'int' ? field.precision : 0,
        scale: field.scale,
        custom: field.custom,
        nillable: !field.required,
        createable: field.createable && isEditable,
        updateable: field.updateable && isEditable,
        defaultedOnCreate: field.required && (!field.createable || field.defaultValue !== null),
        defaultValue: field.defaultValue,
        calculated: field.derive !== null,
        autoNumber: field.autoNumberFormat !== null,
        unique: field.unique,
        caseSensitive: field.caseSensitive,
        externalId: field.externalId,
        idLookup: field.idLookup,
        nameField: field.name === object.nameField,
        filterable: field.filterable,
        sortable: field.filterable,
        groupable: field.filterable && field.type !== 'datetime',
        permissionable: field.permissionable,
        restrictedPicklist: field.restrictedPicklist,
        picklistValues: field.picklist.map(({ value, label, active, isDefault }) => ({
            value,
            label,
            active,
            defaultValue: isDefault,
            validFor: null
        })),
        referenceTo: field.referenceTo,
        relationshipName: field.relationshipName,
        polymorphicForeignKey: field.referenceTo.length > 1,
        inlineHelpText: field.helpText,
        deprecatedAndHidden: false
    };
}

function describeChildren(schema: Schema, object: ObjectDefinition) {
    return schema.objects.flatMap((child) =>
        [...child.fields.values()]
            .filter((field) => field.referenceTo.includes(object.name))
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
