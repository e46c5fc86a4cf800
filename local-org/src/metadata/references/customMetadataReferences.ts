import { childrenNamed, type XmlElement } from '../xml/xmlElement.ts';
import { fieldsNamed } from './layoutReferences.ts';
import { refer, type Reference } from './reference.ts';

/** `Level__mdt` of the record `Level.Gold`. */
export function customMetadataTypeOf(fullName: string): string {
    return `${fullName.slice(0, fullName.indexOf('.'))}__mdt`;
}

/** @see https://github.com/forcedotcom/cli/issues/3140 for the wording of a missing type */
export function customMetadataReferences(element: XmlElement, fullName: string): Reference[] {
    const typeName = customMetadataTypeOf(fullName);
    const message = `Custom metadata type ${typeName} is not available in this organization.`;
    return [
        refer('type', { type: 'CustomObject', fullName: typeName, element, message }),
        ...childrenNamed(element, 'values').flatMap((part) => fieldsNamed(part, 'field', typeName))
    ];
}
