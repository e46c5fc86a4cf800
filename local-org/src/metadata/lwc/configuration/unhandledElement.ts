import { problemAt, type MetadataProblem } from '../../metadataProblem.ts';
import type { XmlElement } from '../../xml/xmlElement.ts';

/** The platform reads a bundle's configuration with a parser of its own, which says this of what it does not know. */
export function unhandledElement(element: XmlElement): MetadataProblem {
    return problemAt(element, `Error parsing file: LWC Metadata Xml Parser: Unhandled XML element: ${element.name}`);
}
