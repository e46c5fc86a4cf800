import { childrenNamed, type XmlElement } from '../xml/xmlElement.ts';
import { referEach, type Reference } from './reference.ts';
import { customObjectReference, fieldsNamed } from './layoutReferences.ts';

/** What `Translations` have words for, and the types that these are of. */
const TRANSLATED: Record<string, string> = {
    customApplications: 'CustomApplication',
    customLabels: 'CustomLabel',
    customTabs: 'CustomTab'
};

export function translationReferences(element: XmlElement): Reference[] {
    return Object.entries(TRANSLATED).flatMap(([name, type]) => referEach(childrenNamed(element, name), 'name', type));
}

/** @param fullName `Case-es` */
export function objectTranslationReferences(element: XmlElement, fullName: string): Reference[] {
    const objectName = fullName.slice(0, fullName.lastIndexOf('-'));
    return [
        ...customObjectReference(objectName, element),
        ...childrenNamed(element, 'fields').flatMap((part) => fieldsNamed(part, 'name', objectName))
    ];
}
