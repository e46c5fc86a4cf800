import { defineField } from '../../../schema/fieldBuilders.ts';
import type { FieldDefinition, PicklistEntry } from '../../../schema/fieldDefinition.ts';
import { childNamed, childrenNamed, flagOf, textOf, type XmlElement } from '../../xml/xmlElement.ts';
import type { CustomFieldSource } from './customFieldSource.ts';

/** The values of a global or standard value set, undefined when the org has none of that name. */
export type FindValueSet = (name: string) => PicklistEntry[] | undefined;

const PICKLIST_LENGTH = 255;
/** Object Reference, "Multi-Select Picklist Field Type". */
const MULTISELECT_LENGTH = 4099;

/** A picklist with its own values or those of its value set; restricted always when they are a set's. */
export function picklistFieldOf(
    { element, name, label, details }: CustomFieldSource,
    findValueSet: FindValueSet
): FieldDefinition {
    const valueSet = childNamed(element, 'valueSet');
    const picklist = valueSet ? valuesOf(valueSet, findValueSet) : [];
    const isMultiselect = textOf(element, 'type') === 'MultiselectPicklist';
    return defineField(isMultiselect ? 'multipicklist' : 'picklist', name, label, {
        length: isMultiselect ? MULTISELECT_LENGTH : PICKLIST_LENGTH,
        picklist,
        restrictedPicklist: valueSet !== undefined && isRestricted(valueSet),
        controllingField: (valueSet && textOf(valueSet, 'controllingField')) ?? null,
        defaultValue: picklist.find(({ isDefault }) => isDefault)?.value ?? null,
        ...details
    });
}

function isRestricted(valueSet: XmlElement): boolean {
    return textOf(valueSet, 'valueSetName') !== undefined || flagOf(valueSet, 'restricted');
}

function valuesOf(valueSet: XmlElement, findValueSet: FindValueSet): PicklistEntry[] {
    const name = textOf(valueSet, 'valueSetName');
    if (name !== undefined) return findValueSet(name) ?? [];
    const definition = childNamed(valueSet, 'valueSetDefinition');
    return definition ? childrenNamed(definition, 'value').map(picklistEntryOf) : [];
}

/** A `<value>` of a picklist, a `<customValue>` of a GlobalValueSet or a `<standardValue>` of a StandardValueSet. */
export function picklistEntryOf(element: XmlElement): PicklistEntry {
    const value = textOf(element, 'fullName') ?? '';
    return {
        value,
        label: textOf(element, 'label') ?? value,
        active: textOf(element, 'isActive')?.toLowerCase() !== 'false',
        isDefault: flagOf(element, 'default')
    };
}
