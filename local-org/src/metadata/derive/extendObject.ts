import { lookupField } from '../../schema/fieldBuilders.ts';
import type { FieldDefinition } from '../../schema/fieldDefinition.ts';
import type { ObjectDefinition, SharingModel } from '../../schema/objectDefinition.ts';
import type { PackagedComponent } from '../components/component.ts';
import type { ComponentSet } from '../components/componentSet.ts';
import { textOf } from '../xml/xmlElement.ts';
import { sharingModelOf } from './customObject.ts';
import { objectsShowing } from './objectsShowing.ts';

/** The object with its custom fields, and with a record type on its records once it has record types. */
export function extendObject(
    object: ObjectDefinition,
    components: ComponentSet<PackagedComponent>,
    fieldsByObject: ReadonlyMap<string, FieldDefinition[]>
): ObjectDefinition {
    const name = object.name.toLowerCase();
    const added = [
        ...(hasRecordTypes(object, components) ? [recordTypeField()] : []),
        ...(fieldsByObject.get(name) ?? []),
        ...(objectsShowing('Activity').includes(object.name) ? (fieldsByObject.get('activity') ?? []) : [])
    ];
    const shared = object.custom ? object : { ...object, sharingModel: deployedSharing(object, components) };
    if (added.length === 0) return shared;
    const entries = added.map((field) => [field.name.toLowerCase(), field] as const);
    return { ...shared, fields: new Map([...object.fields, ...entries]) };
}

/** The organization-wide default of a standard object, where a deploy chose it. */
function deployedSharing(
    { name, sharingModel }: ObjectDefinition,
    components: ComponentSet<PackagedComponent>
): SharingModel {
    const deployed = components.find('CustomObject', name);
    if (deployed?.content.kind !== 'xml' || sharingModel === 'ControlledByParent') return sharingModel;
    return textOf(deployed.content.element, 'sharingModel') === undefined
        ? sharingModel
        : sharingModelOf(deployed.content.element);
}

function hasRecordTypes({ name }: ObjectDefinition, components: ComponentSet<PackagedComponent>): boolean {
    const prefix = `${name}.`.toLowerCase();
    return components.ofType('RecordType').some(({ fullName }) => fullName.toLowerCase().startsWith(prefix));
}

function recordTypeField(): FieldDefinition {
    return lookupField('RecordTypeId', 'Record Type ID', ['RecordType'], null);
}
