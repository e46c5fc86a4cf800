import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineObject, ownerField } from '../schema/defineObject.ts';
import { textField } from '../schema/fieldBuilders.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import type { ObjectDefinition, SharingModel } from '../schema/objectDefinition.ts';
import { listMetadataFiles } from './listMetadataFiles.ts';
import { autoNumberField, parseCustomField } from './parseCustomField.ts';
import { elementsOf, flagOf, readMetadataXml, textOf } from './readMetadataXml.ts';

const NAME_LENGTH = 80;
const SHARING_MODELS: SharingModel[] = ['Private', 'Read', 'ReadWrite'];

/**
 * The standard objects with the custom fields of `objects/<Object>/fields`, and the custom objects beside them.
 * Reads SFDX source format; a folder for an object that neither is custom nor known is an error, as in a deploy.
 *
 * @throws Error naming the file or folder that does not fit
 */
export function loadObjects(standardObjects: ObjectDefinition[], objectsFolder: string): ObjectDefinition[] {
    const folders = existsSync(objectsFolder) ? readdirSync(objectsFolder).sort() : [];
    const customNames = folders.filter((name) => name.endsWith('__c'));
    const extended = standardObjects.map((object) => extendObject(object, join(objectsFolder, object.name)));
    const unknown = folders.find((name) => !name.endsWith('__c') && !standardObjects.some((o) => o.name === name));
    if (unknown) throw new Error(`${join(objectsFolder, unknown)}: the local org has no standard object ${unknown}.`);
    return [...extended, ...customNames.map((name, index) => loadCustomObject(join(objectsFolder, name), index))];
}

function loadFields(objectFolder: string): FieldDefinition[] {
    return listMetadataFiles(join(objectFolder, 'fields'), '.field-meta.xml').map((file) =>
        parseCustomField(readMetadataXml(file, 'CustomField'))
    );
}

function extendObject(object: ObjectDefinition, folder: string): ObjectDefinition {
    const custom = loadFields(folder).map((field): [string, FieldDefinition] => [field.name.toLowerCase(), field]);
    return { ...object, fields: new Map([...object.fields, ...custom]) };
}

function loadCustomObject(folder: string, index: number): ObjectDefinition {
    const name = basename(folder);
    const element = readMetadataXml(join(folder, `${name}.object-meta.xml`), 'CustomObject');
    const label = textOf(element, 'label') ?? name;
    return defineObject({
        name,
        label,
        labelPlural: textOf(element, 'pluralLabel') ?? label,
        keyPrefix: `a${String(index).padStart(2, '0')}`,
        custom: true,
        sharingModel: SHARING_MODELS.find((model) => model === textOf(element, 'sharingModel')) ?? 'ReadWrite',
        searchable: flagOf(element, 'enableSearch'),
        fields: [
            ...elementsOf(element, 'nameField').map(parseNameField),
            ownerField('Group', 'User'),
            ...loadFields(folder)
        ]
    });
}

function parseNameField(element: Parameters<typeof textOf>[0]): FieldDefinition {
    const label = textOf(element, 'label') ?? 'Name';
    return textOf(element, 'type') === 'AutoNumber'
        ? autoNumberField('Name', label, textOf(element, 'displayFormat') ?? '{0}')
        : textField('Name', label, NAME_LENGTH);
}
