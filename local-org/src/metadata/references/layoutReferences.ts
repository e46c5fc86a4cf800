import { childrenNamed, type XmlElement } from '../xml/xmlElement.ts';
import { refer, type Reference } from './reference.ts';

/** Ends the name of the object in a layout's name: `Case-Case Layout`. */
const SEPARATOR = '-';
/** Some layouts of cases and users go by other names. */
const OBJECT_BEHIND: Record<string, string> = { CaseClose: 'Case', CaseInteraction: 'Case', UserAlt: 'User' };
/** Layouts stand for more than objects, such as `Global`: only what a customer named is judged. */
const CUSTOM_OBJECT = /__[a-z]+$/i;

/** @see https://github.com/forcedotcom/cli/issues/155 for the wording of fields */
export function layoutReferences(element: XmlElement, fullName: string): Reference[] {
    const layoutObject = fullName.slice(0, fullName.indexOf(SEPARATOR));
    const objectName = OBJECT_BEHIND[layoutObject] ?? layoutObject;
    const items = childrenNamed(element, 'layoutSections')
        .flatMap((section) => childrenNamed(section, 'layoutColumns'))
        .flatMap((column) => childrenNamed(column, 'layoutItems'));
    return [
        ...customObjectReference(objectName, element),
        ...items.flatMap((part) => fieldsNamed(part, 'field', objectName))
    ];
}

export function customObjectReference(objectName: string, element: XmlElement): Reference[] {
    if (!CUSTOM_OBJECT.test(objectName)) return [];
    return [refer('object', { type: 'CustomObject', fullName: objectName, element })];
}

/** The elements of that name below the part, each naming a field of the object. */
export function fieldsNamed(part: XmlElement, fieldName: string, objectName: string): Reference[] {
    return childrenNamed(part, fieldName).map((element) => {
        const fullName = `${objectName}.${element.text.trim()}`;
        return refer(fieldName, { type: 'CustomField', fullName, element, part });
    });
}
