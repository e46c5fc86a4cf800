import type { UserAccess } from '../access/userAccess.ts';
import type { FieldDefinition, FieldType } from '../schema/fieldDefinition.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import type { Schema } from '../schema/schema.ts';
import { nameFieldsOf } from './summarizeUiObject.ts';

/** Types whose name the UI API writes otherwise than with a capital: `phone` is `Phone`. */
const DATA_TYPES: Partial<Record<FieldType, string>> = {
    id: 'Reference',
    textarea: 'TextArea',
    datetime: 'DateTime',
    multipicklist: 'MultiPicklist',
    encryptedstring: 'EncryptedString'
};

/** "Field" of the User Interface API Developer Guide, as this user may use it. */
export function describeUiField(schema: Schema, object: ObjectDefinition, field: FieldDefinition, access: UserAccess) {
    const isEditable = access.canEditField(object, field);
    return {
        apiName: field.name,
        calculated: field.derive !== null || field.uncomputed !== null,
        compound: false,
        compoundComponentName: null,
        compoundFieldName: null,
        controllerName: field.controllingField,
        controllingFields: field.controllingField ? [field.controllingField] : [],
        createable: field.createable && isEditable,
        custom: field.custom,
        dataType: dataTypeOf(field),
        extraTypeInfo: null,
        filterable: field.filterable,
        filteredLookupInfo: null,
        highScaleNumber: false,
        htmlFormatted: field.richText,
        inlineHelpText: field.helpText,
        label: field.label,
        length: field.length,
        nameField: field.name === object.nameField,
        polymorphicForeignKey: field.referenceTo.length > 1,
        precision: field.precision,
        reference: field.referenceTo.length > 0,
        referenceTargetField: null,
        referenceToInfos: field.referenceTo.flatMap((name) => {
            const target = schema.find(name);
            return target ? [{ apiName: target.name, nameFields: nameFieldsOf(target) }] : [];
        }),
        relationshipName: field.relationshipName,
        required: field.required && field.createable && field.defaultValue === null,
        scale: field.scale,
        searchPrefilterable: field.referenceTo.length > 0,
        sortable: field.filterable,
        unique: field.unique,
        updateable: field.updateable && isEditable
    };
}

function dataTypeOf({ type }: FieldDefinition): string {
    return DATA_TYPES[type] ?? type.charAt(0).toUpperCase() + type.slice(1);
}
