import { problemAt, type MetadataProblem } from '../metadataProblem.ts';
import type { XmlElement } from '../xml/xmlElement.ts';

/** A record of custom metadata is named by its type and by itself: `Level.Gold`. */
export function checkCustomMetadata(element: XmlElement, fullName: string): MetadataProblem[] {
    if (fullName.includes('.')) return [];
    return [problemAt(element, `Invalid fullName, must be in the format CustomMetadataType.CustomMetadataRecord`)];
}
