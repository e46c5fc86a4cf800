import type { MetadataProblem } from '../metadataProblem.ts';
import { problemAt } from '../problemAt.ts';
import { METADATA_NAMESPACE } from './metadataNamespace.ts';
import type { XmlElement } from './xmlElement.ts';

/** A file whose root is of another type than the file's place in the package; the exact wording is not certain. */
export function wrongRoot(root: XmlElement): MetadataProblem {
    return problemAt(root, `Error parsing file: Element {${METADATA_NAMESPACE}}${root.name} invalid at this location`);
}
