import { defineObject, ownerField } from '../../schema/defineObject.ts';
import { autoNumberField, lookupField, readOnly, textField } from '../../schema/fieldBuilders.ts';
import type { FieldDefinition } from '../../schema/fieldDefinition.ts';
import type { ObjectDefinition, SharingModel } from '../../schema/objectDefinition.ts';
import type { Component } from '../components/component.ts';
import { childNamed, flagOf, textOf, type XmlElement } from '../xml/xmlElement.ts';
import { kindOfObject } from './customObjectKind.ts';

const NAME_LENGTH = 80;
const LABEL_LENGTH = 40;
/** Of custom settings (Metadata API Developer Guide, CustomObject). */
const SETTING_NAME_LENGTH = 38;

/** Whether records of the object can be had here, and so whether it is part of the schema. */
export function isEmulatedObject({ fullName, content, keyPrefix }: Component): boolean {
    const kind =
        content.kind === 'xml' ? kindOfObject(fullName, textOf(content.element, 'customSettingsType')) : 'other';
    return keyPrefix !== null && ['custom', 'customSetting', 'customMetadata'].includes(kind);
}

/** A custom object, custom setting or custom metadata type with the fields that the platform gives it. */
export function customObjectOf(component: Component): ObjectDefinition {
    const { fullName, content, keyPrefix } = component;
    if (content.kind !== 'xml' || keyPrefix === null) throw new Error(`${fullName} is no object with records.`);
    const { element } = content;
    const label = textOf(element, 'label') ?? fullName;
    const named = {
        name: fullName,
        label,
        labelPlural: textOf(element, 'pluralLabel') ?? label,
        keyPrefix,
        custom: true,
        searchable: flagOf(element, 'enableSearch')
    };
    switch (kindOfObject(fullName, textOf(element, 'customSettingsType'))) {
        case 'customMetadata':
            return metadataTypeOf(named);
        case 'customSetting':
            return defineObject({ ...named, searchable: false, fields: settingFields(element) });
        default:
            return defineObject({ ...named, sharingModel: sharingModelOf(element), fields: ownFields(element) });
    }
}

/** Records of custom metadata are written by deploys alone, and tell neither author nor date. */
function metadataTypeOf(named: Omit<Parameters<typeof defineObject>[0], 'fields'>): ObjectDefinition {
    const object = defineObject({
        ...named,
        searchable: false,
        writers: 'nobody',
        nameField: 'MasterLabel',
        fields: [
            textField('DeveloperName', 'Custom Metadata Record Name', LABEL_LENGTH, { required: true }),
            textField('MasterLabel', 'Label', LABEL_LENGTH, { required: true }),
            textField('Language', 'Master Language', LABEL_LENGTH, { required: true }),
            textField('NamespacePrefix', 'Namespace Prefix', 15, readOnly),
            textField('Label', 'Label', LABEL_LENGTH, readOnly),
            textField('QualifiedApiName', 'Qualified API Name', 70, readOnly)
        ]
    });
    const audit = ['isdeleted', 'createddate', 'createdbyid', 'lastmodifieddate', 'lastmodifiedbyid'];
    return { ...object, fields: new Map([...object.fields].filter(([name]) => !audit.includes(name))) };
}

function ownFields(element: XmlElement): FieldDefinition[] {
    const nameField = childNamed(element, 'nameField');
    const owned = textOf(element, 'sharingModel') !== 'ControlledByParent';
    return [...(nameField ? [nameFieldOf(nameField)] : []), ...(owned ? [ownerField('Group', 'User')] : [])];
}

function nameFieldOf(element: XmlElement): FieldDefinition {
    const label = textOf(element, 'label') ?? 'Name';
    return textOf(element, 'type') === 'AutoNumber'
        ? autoNumberField('Name', label, textOf(element, 'displayFormat') ?? '{0}')
        : textField('Name', label, NAME_LENGTH);
}

function settingFields(element: XmlElement): FieldDefinition[] {
    const isHierarchy = textOf(element, 'customSettingsType') === 'Hierarchy';
    return [
        textField('Name', 'Name', SETTING_NAME_LENGTH, { required: !isHierarchy }),
        ...(isHierarchy ? [lookupField('SetupOwnerId', 'Location', ['Organization', 'Profile', 'User'], null)] : [])
    ];
}

/** This org knows four models; the others share at least as much as `ReadWrite`. */
export function sharingModelOf(element: XmlElement): SharingModel {
    const model = textOf(element, 'sharingModel');
    return model === 'Private' || model === 'Read' || model === 'ControlledByParent' ? model : 'ReadWrite';
}
