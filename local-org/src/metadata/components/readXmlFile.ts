import type { MetadataProblem } from '../metadataProblem.ts';
import { parseXmlFile } from '../xml/parseXmlFile.ts';
import { invalidElement } from '../xml/invalidElement.ts';
import type { XmlElement } from '../xml/xmlElement.ts';
import { XmlSyntaxError } from '../xml/xmlSyntaxError.ts';

export type XmlFile = { kind: 'read'; root: XmlElement } | { kind: 'refused'; problem: MetadataProblem };

/** A component's file, refused when it is not XML or when its root is not one of those that belong there. */
export function readXmlFile(content: Buffer, rootNames: readonly string[]): XmlFile {
    try {
        const root = parseXmlFile(content);
        return rootNames.includes(root.name)
            ? { kind: 'read', root }
            : { kind: 'refused', problem: invalidElement(root) };
    } catch (error) {
        if (!(error instanceof XmlSyntaxError)) throw error;
        const { message, line, column } = error;
        return { kind: 'refused', problem: { message, severity: 'error', line, column } };
    }
}
