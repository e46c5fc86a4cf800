import { kindOfObject } from '../derive/customObjectKind.ts';
import type { MetadataProblem } from '../metadataProblem.ts';
import { problemAt } from '../problemAt.ts';
import { ReferenceScope } from '../references/referenceScope.ts';
import { childNamed, textOf, type XmlElement } from '../xml/xmlElement.ts';
import type { Change } from './checkInOrg.ts';

/** A standard object must be one of Salesforce's; another says what it is called and what names its records. */
export function checkCustomObject({ component, org }: Change): MetadataProblem[] {
    const { fullName, content } = component;
    if (content.kind !== 'xml') return [];
    const { element } = content;
    const kind = kindOfObject(fullName, textOf(element, 'customSettingsType'));
    if (kind !== 'standard') return [...checkNames(element), ...(kind === 'custom' ? checkNameField(element) : [])];
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
