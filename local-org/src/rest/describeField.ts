import type { UserAccess } from '../access/userAccess.ts';
import type { FieldDefinition, FieldType } from '../schema/fieldDefinition.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';

const SOAP_TYPES: Record<FieldType, string> = {
    id: 'tns:ID',
    reference: 'tns:ID',
    string: 'xsd:string',
    textarea: 'xsd:string',
    encryptedstring: 'xsd:string',
    phone: 'xsd:string',
    email: 'xsd:string',
    url: 'xsd:string',
    picklist: 'xsd:string',
    multipicklist: 'xsd:string',
    boolean: 'xsd:boolean',
    int: 'xsd:int',
    double: 'xsd:double',
    currency: 'xsd:double',
    percent: 'xsd:double',
    date: 'xsd:date',
    datetime: 'xsd:dateTime',
    time: 'xsd:time'
};
const BYTES_PER_CHARACTER = 3;
const DECIMAL_TYPES: FieldType[] = ['double', 'currency', 'percent'];
const UNGROUPABLE_TYPES: FieldType[] = ['datetime', 'multipicklist', ...DECIMAL_TYPES];
const UNSORTABLE_TYPES: FieldType[] = ['multipicklist'];
const LARGEST_SHORT_TEXT = 255;

/** A field as the describe resource shows it to this user (Object Reference, DescribeFieldResult). */
export function describeField(object: ObjectDefinition, field: FieldDefinition, access: UserAccess) {
    const isEditable = access.canEditField(object, field);
    const isUncomputed = field.uncomputed !== null;
    return {
        aggregatable: field.filterable && !['boolean', 'multipicklist'].includes(field.type),
        aiPredictionField: false,
        autoNumber: field.autoNumberFormat !== null,
        byteLength: field.length * BYTES_PER_CHARACTER,
        calculated: field.derive !== null || isUncomputed,
        calculatedFormula: field.uncomputed?.kind === 'formula' ? field.uncomputed.formula : null,
        cascadeDelete: field.custom && field.deleteBehaviour === 'deleteToo',
        caseSensitive: field.caseSensitive,
        compoundFieldName: null,
        controllerName: field.controllingField,
        createable: field.createable && isEditable,
        custom: field.custom,
        defaultValue: field.defaultValue,
        defaultValueFormula: null,
        defaultedOnCreate: field.required && (!field.createable || field.defaultValue !== null),
        dependentPicklist: field.controllingField !== null,
        deprecatedAndHidden: false,
        digits: field.type === 'int' ? field.precision : 0,
        displayLocationInDecimal: field.furthestFromZero !== null,
        encrypted: field.type === 'encryptedstring',
        externalId: field.externalId,
        extraTypeInfo: extraTypeInfoOf(field),
        filterable: field.filterable,
        filteredLookupInfo: null,
        formulaTreatNullNumberAsZero: false,
        groupable: field.filterable && !UNGROUPABLE_TYPES.includes(field.type),
        highScaleNumber: false,
        htmlFormatted: field.richText,
        idLookup: field.idLookup,
        inlineHelpText: field.helpText,
        label: field.label,
        length: field.length,
        mask: field.mask?.character ?? null,
        maskType: field.mask?.kind ?? null,
        name: field.name,
        nameField: field.name === object.nameField,
        namePointing: field.referenceTo.length > 1,
        nillable: !field.required,
        permissionable: field.permissionable,
        picklistValues: field.picklist.map(({ value, label, active, isDefault }) => ({
            active,
            defaultValue: isDefault,
            label,
            validFor: null,
            value
        })),
        polymorphicForeignKey: field.referenceTo.length > 1,
        precision: DECIMAL_TYPES.includes(field.type) ? field.precision : 0,
        queryByDistance: false,
        referenceTargetField: null,
        referenceTo: field.referenceTo,
        relationshipName: field.relationshipName,
        relationshipOrder: field.masterDetail?.order ?? null,
        restrictedDelete: field.custom && field.deleteBehaviour === 'refuseDelete',
        restrictedPicklist: field.restrictedPicklist,
        scale: field.scale,
        searchPrefilterable: field.type === 'reference',
        soapType: SOAP_TYPES[field.type],
        sortable: field.filterable && !UNSORTABLE_TYPES.includes(field.type),
        type: field.type,
        unique: field.unique,
        updateable: field.updateable && isEditable,
        writeRequiresMasterRead: field.masterDetail?.writeNeedsMasterRead ?? false
    };
}

function extraTypeInfoOf({ type, richText, length }: FieldDefinition): string | null {
    if (type !== 'textarea') return null;
    if (richText) return 'richtextarea';
    return length > LARGEST_SHORT_TEXT ? 'plaintextarea' : null;
}
