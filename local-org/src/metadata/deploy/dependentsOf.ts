import type { Component } from '../components/component.ts';
import type { ComponentSet } from '../components/componentSet.ts';
import { customMetadataTypeOf } from '../references/customMetadataReferences.ts';

/** What is part of an object without lying in its file, and how its name begins. */
const PARTS: Record<string, (objectName: string) => string> = {
    CustomObjectTranslation: (objectName) => `${objectName}-`,
    Layout: (objectName) => `${objectName}-`,
    QuickAction: (objectName) => `${objectName}.`
};
const INNER_PARTS = [
    'CompactLayout',
    'CustomField',
    'FieldSet',
    'Index',
    'ListView',
    'RecordType',
    'SharingReason',
    'ValidationRule',
    'WebLink'
];

/** What goes with a component: with a custom object its fields, layouts, tab, and the records of a metadata type. */
export function dependentsOf({ type, fullName }: Component, components: ComponentSet<Component>): Component[] {
    if (type !== 'CustomObject') return [];
    return components.all.filter((component) => isPartOf(component, fullName));
}

function isPartOf({ type, fullName }: Component, objectName: string): boolean {
    if (type === 'CustomTab') return isSame(fullName, objectName);
    if (type === 'CustomMetadata') return isSame(customMetadataTypeOf(fullName), objectName);
    const prefix = INNER_PARTS.includes(type) ? `${objectName}.` : PARTS[type]?.(objectName);
    return prefix !== undefined && isSame(fullName.slice(0, prefix.length), prefix);
}

function isSame(one: string, other: string): boolean {
    return one.toLowerCase() === other.toLowerCase();
}
