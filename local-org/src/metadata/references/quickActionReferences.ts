import { childrenNamed, type XmlElement } from '../xml/xmlElement.ts';
import { customObjectReference, fieldsNamed } from './layoutReferences.ts';
import { referTo, type Reference } from './reference.ts';

/** The object that an action belongs to (`Case.Call`), the one it writes, the fields it asks for, its component. */
export function quickActionReferences(element: XmlElement, fullName: string): Reference[] {
    const [objectName] = fullName.includes('.') ? fullName.split('.') : [];
    const target = childrenNamed(element, 'targetObject')[0]?.text.trim() ?? objectName;
    const items = childrenNamed(element, 'quickActionLayout')
        .flatMap((layout) => childrenNamed(layout, 'quickActionLayoutColumns'))
        .flatMap((column) => childrenNamed(column, 'quickActionLayoutItems'));
    return [
        ...(objectName ? customObjectReference(objectName, element) : []),
        ...referTo(element, 'lightningWebComponent', 'LightningComponentBundle'),
        ...(target ? items.flatMap((part) => fieldsNamed(part, 'field', target)) : [])
    ];
}
