import { flagOf, type XmlElement } from '../xml/xmlElement.ts';
import { refer, referTo, type Reference } from './reference.ts';

/** What a tab shows: an object's list, a Lightning page, a component. */
export function tabReferences(element: XmlElement, fullName: string): Reference[] {
    return [
        ...(flagOf(element, 'customObject')
            ? [refer('customObject', { type: 'CustomObject', fullName, element })]
            : []),
        ...referTo(element, 'flexiPage', 'FlexiPage'),
        ...referTo(element, 'lwcComponent', 'LightningComponentBundle'),
        ...referTo(element, 'page', 'ApexPage')
    ];
}
