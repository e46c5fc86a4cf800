import { formatInstant } from '../../data/formatInstant.ts';
import { organizationOf } from '../../auth/sessions.ts';
import type { Org } from '../../org.ts';
import type { FieldValue } from '../../data/salesforceRecord.ts';
import type { ObjectDefinition } from '../../schema/objectDefinition.ts';
import { customMetadataTypeOf } from '../references/customMetadataReferences.ts';
import { textOf } from '../xml/xmlElement.ts';
import type { ComponentRecords } from './componentRecords.ts';
import { readCustomMetadataValues } from './customMetadataValues.ts';

/** The records of custom metadata types are components, and the API reads them. */
export const customMetadataRecords: ComponentRecords = {
    objectName: customMetadataTypeOf,
    find: (org, fullName) =>
        org.records.findBy(customMetadataTypeOf(fullName), 'DeveloperName', developerNameOf(fullName))[0],
    save(org, { id, fullName, content }) {
        const object = org.schema.find(customMetadataTypeOf(fullName));
        if (!object || content.kind !== 'xml') return;
        const developerName = developerNameOf(fullName);
        const label = textOf(content.element, 'label') ?? developerName;
        org.records.put(object.name, {
            Id: id,
            ...defaultValues(object),
            ...readCustomMetadataValues(content.element, object, org.components).values,
            DeveloperName: developerName,
            MasterLabel: label,
            Label: label,
            Language: languageOf(org),
            NamespacePrefix: null,
            QualifiedApiName: developerName,
            IsDeleted: false,
            SystemModstamp: formatInstant(org.clock())
        });
    },
    remove(org, { id, fullName }) {
        org.records.remove(customMetadataTypeOf(fullName), id);
    }
};

function developerNameOf(fullName: string): string {
    return fullName.slice(fullName.indexOf('.') + 1);
}

function defaultValues(object: ObjectDefinition): Record<string, FieldValue> {
    const fields = [...object.fields.values()].filter((field) => field.custom && field.defaultValue !== null);
    return Object.fromEntries(fields.map((field) => [field.name, field.defaultValue]));
}

function languageOf(org: Org): FieldValue {
    return organizationOf(org).LanguageLocaleKey ?? null;
}
