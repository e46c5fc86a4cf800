import { kindOfObject } from '../derive/customObjectKind.ts';
import { problemAt, type MetadataProblem } from '../metadataProblem.ts';
import { ReferenceScope } from '../references/referenceScope.ts';
import { childNamed, textOf, type XmlElement } from '../xml/xmlElement.ts';
import type { Change } from './checkInOrg.ts';

/** A standard object must be one of Salesforce's; another says what it is called and what names its records. */
export function checkCustomObject(change: Change): MetadataProblem[] {
    const { component, org } = change;
    const { fullName, content } = component;
    if (content.kind !== 'xml') return [];
    const { element } = content;
    const kind = kindOfObject(fullName, textOf(element, 'customSettingsType'));
    if (kind === 'custom')
        return [...checkNames(element), ...checkNameField(element), ...checkSharing(element, change)];
    if (kind !== 'standard') return checkNames(element);
    if (new ReferenceScope(org.components, org.schema).has({ type: 'CustomObject', fullName })) return [];
    return [problemAt(element, `Entity Enumeration Or ID: bad value for restricted picklist field: ${fullName}`)];
}

/** @see https://github.com/forcedotcom/cli/issues/3140 for the wording */
function checkNames(element: XmlElement): MetadataProblem[] {
    if (textOf(element, 'label') === undefined) {
        return [problemAt(element, 'Must specify a non-empty label for the CustomObject')];
    }
    const isSetting = textOf(element, 'customSettingsType') !== undefined;
    if (isSetting || textOf(element, 'pluralLabel') !== undefined) return [];
    return [problemAt(element, 'Must specify a non-empty plural label for the CustomObject')];
}

function checkNameField(element: XmlElement): MetadataProblem[] {
    const nameField = childNamed(element, 'nameField');
    const type = nameField && textOf(nameField, 'type');
    if (type === 'Text' || type === 'AutoNumber') return [];
    return [problemAt(nameField ?? element, 'Must specify a nameField of type Text or AutoNumber')];
}

/** @see https://github.com/forcedotcom/cli/issues/28 for the wording */
function checkSharing(element: XmlElement, { component, next }: Change): MetadataProblem[] {
    const model = childNamed(element, 'sharingModel');
    if (!model) return [];
    const isDetail = [...(next.schema.find(component.fullName)?.fields.values() ?? [])].some(
        ({ masterDetail }) => masterDetail !== null
    );
    const name = model.text.trim();
    if (isDetail === (name === 'ControlledByParent')) return [];
    const without = isDetail ? 'with' : 'without';
    return [
        problemAt(
            model,
            `Cannot set sharingModel to ${name} on a CustomObject ${without} a MasterDetail relationship field`
        )
    ];
}
