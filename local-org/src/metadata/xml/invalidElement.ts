import { problemAt, type MetadataProblem } from '../metadataProblem.ts';
import { METADATA_NAMESPACE } from './metadataNamespace.ts';
import type { XmlElement } from './xmlElement.ts';

/** An element that a type does not have. Of a file whose root does not belong there, the wording is not certain. */
export function invalidElement(element: XmlElement, typeName?: string): MetadataProblem {
    const where = typeName === undefined ? '' : ` in type ${typeName}`;
    const message = `Error parsing file: Element {${METADATA_NAMESPACE}}${element.name} invalid at this location${where}`;
    return problemAt(element, message);
}

/** Elements of one name stand in one row, and those that do not repeat stand once. */
export function duplicatedElement(element: XmlElement, typeName: string): MetadataProblem {
    const message = `Error parsing file: Element ${element.name} is duplicated at this location in type ${typeName}`;
    return problemAt(element, message);
}
