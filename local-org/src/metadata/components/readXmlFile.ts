import type { MetadataProblem } from '../metadataProblem.ts';
import { parseXml } from '../xml/parseXml.ts';
import { wrongRoot } from '../xml/wrongRoot.ts';
import type { XmlElement } from '../xml/xmlElement.ts';
import { XmlSyntaxError } from '../xml/xmlSyntaxError.ts';

export type XmlFile = { kind: 'read'; root: XmlElement } | { kind: 'refused'; problem: MetadataProblem };

/** A component's file, refused when it is not XML or when its root is not one of those that belong there. */
export function readXmlFile(content: Buffer, rootNames: readonly string[]): XmlFile {
    try {
        const root = parseXml(content.toString('utf8'));
        return rootNames.includes(root.name) ? { kind: 'read', root } : { kind: 'refused', problem: wrongRoot(root) };
    } catch (error) {
        if (!(error instanceof XmlSyntaxError)) throw error;
        const { message, line, column } = error;
        return { kind: 'refused', problem: { message, severity: 'error', line, column } };
    }
}
