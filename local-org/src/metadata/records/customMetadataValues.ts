import { convertValue } from '../../data/convertValue.ts';
import type { FieldValue } from '../../data/salesforceRecord.ts';
import { SalesforceError } from '../../errors/salesforceError.ts';
import type { FieldDefinition } from '../../schema/fieldDefinition.ts';
import { findField, type ObjectDefinition } from '../../schema/objectDefinition.ts';
import type { Component } from '../components/component.ts';
import type { ComponentSet } from '../components/componentSet.ts';
import { problemAt, type MetadataProblem } from '../metadataProblem.ts';
import { childNamed, childrenNamed, textOf, type XmlElement } from '../xml/xmlElement.ts';

interface ReadValues {
    values: Record<string, FieldValue>;
    problems: MetadataProblem[];
}

/** The values that a `<CustomMetadata>` gives the fields of its type, and those that the fields do not take. */
export function readCustomMetadataValues(
    element: XmlElement,
    object: ObjectDefinition,
    components: ComponentSet<Component>
): ReadValues {
    const read: ReadValues = { values: {}, problems: [] };
    for (const given of childrenNamed(element, 'values')) {
        const field = findField(object, textOf(given, 'field') ?? '');
        const value = childNamed(given, 'value');
        if (!field || !value) continue;
        try {
            read.values[field.name] = valueOf(field, value, components);
        } catch (error) {
            if (!(error instanceof SalesforceError)) throw error;
            read.problems.push(problemAt(value, error.items.map(({ message }) => message).join('; ')));
        }
    }
    return read;
}

function valueOf(
    field: FieldDefinition,
    { text, attributes }: XmlElement,
    components: ComponentSet<Component>
): FieldValue {
    if (['true', '1'].includes(attributes.nil ?? '') || text.trim() === '')
        return field.type === 'boolean' ? false : null;
    return field.type === 'reference' ? relatedId(field, text.trim(), components) : convertValue(field, text);
}

/** A metadata relationship names the other record; to what this org has no records of, it is kept as it is. */
function relatedId({ referenceTo }: FieldDefinition, name: string, components: ComponentSet<Component>): FieldValue {
    const typeName = referenceTo[0]?.replace(/__mdt$/i, '') ?? '';
    return components.find('CustomMetadata', `${typeName}.${name}`)?.id ?? name;
}
