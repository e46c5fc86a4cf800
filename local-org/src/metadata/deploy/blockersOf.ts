import type { Component } from '../components/component.ts';
import { componentKey, type ComponentSet } from '../components/componentSet.ts';
import type { Reference } from '../references/reference.ts';
import { referencesOf } from '../references/referencesOf.ts';
import { flagOf } from '../xml/xmlElement.ts';

/** Types whose components do not work without what they name; the others just lose the part that names it. */
const BLOCKING = [
    'CustomField',
    'CustomObject',
    'CustomTab',
    'FieldSet',
    'FlexiPage',
    'PermissionSetGroup',
    'QuickAction',
    'ValidationRule'
];

/**
 * The components that keep others from being deleted ("Deleting Fields", Salesforce Help): not those that merely show
 * or grant them, such as layouts and permission sets, and no validation rule that is switched off. An application needs its pages, not its
 * tabs.
 */
export function blockersOf(deleted: Component[], left: ComponentSet<Component>): Component[] {
    const keys = new Set(deleted.map(componentKey));
    return left.all.filter((component) =>
        referencesOf(component).some(
            (reference) => keys.has(componentKey(reference)) && isBlocking(component, reference)
        )
    );
}

function isBlocking({ type, content }: Component, reference: Reference): boolean {
    if (type === 'CustomApplication') return reference.type === 'FlexiPage';
    if (type === 'ValidationRule') return content.kind === 'xml' && flagOf(content.element, 'active');
    return BLOCKING.includes(type);
}
