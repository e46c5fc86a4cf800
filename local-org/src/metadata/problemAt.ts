import type { MetadataProblem } from './metadataProblem.ts';
import type { XmlElement } from './xml/xmlElement.ts';

/** An error about this element. */
export function problemAt({ line, column }: XmlElement, message: string): MetadataProblem {
    return { message, severity: 'error', line, column };
}
