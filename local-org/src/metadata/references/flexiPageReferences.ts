import { childrenNamed, textOf, type XmlElement } from '../xml/xmlElement.ts';
import { refer, referTo, type Reference } from './reference.ts';

/** `c:softphone`; components of other namespaces are the platform's, or a managed package's. */
const OWN_COMPONENT = /^c[:_]{1,2}(\w+)$/;
/** `Record.CallProtocol__c`; a path such as `Record.Account.Name` leads to other objects. */
const RECORD_FIELD = /^Record\.(\w+)$/;

/** The object of a record page, its components, and the fields that stand on it by themselves. */
export function flexiPageReferences(element: XmlElement): Reference[] {
    return [
        ...referTo(element, 'sobjectType', 'CustomObject'),
        ...descendants(element, 'componentName').flatMap(componentReference),
        ...descendants(element, 'fieldItem').flatMap((item) => fieldReference(item, textOf(element, 'sobjectType')))
    ];
}

/** @see https://github.com/trailheadapps/ebikes-lwc/issues/33 for the wording */
function componentReference(element: XmlElement): Reference[] {
    const named = element.text.trim();
    const fullName = OWN_COMPONENT.exec(named)?.[1];
    if (fullName === undefined) return [];
    const message = `We couldn't retrieve the design time component information for component ${named}.`;
    return [refer('componentName', { type: 'LightningComponentBundle', fullName, element, message })];
}

function fieldReference(element: XmlElement, objectName: string | undefined): Reference[] {
    const named = element.text.trim();
    const fieldName = RECORD_FIELD.exec(named)?.[1];
    if (fieldName === undefined || objectName === undefined) return [];
    const message = `Something went wrong. We couldn't retrieve or load the information on the field: ${named}.`;
    return [refer('fieldItem', { type: 'CustomField', fullName: `${objectName}.${fieldName}`, element, message })];
}

function descendants(element: XmlElement, name: string): XmlElement[] {
    return [...childrenNamed(element, name), ...element.children.flatMap((child) => descendants(child, name))];
}
