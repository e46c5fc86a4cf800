import type { PackageFiles } from '../../src/metadata/package/packageFiles.ts';
import { parseXml } from '../../src/metadata/xml/parseXml.ts';
import type { XmlElement } from '../../src/metadata/xml/xmlElement.ts';

/**
 * What a package says, without the order of the elements of different names and of the components of an object, and
 * without white space: of XML a sorted text, of other files their bytes.
 */
export function meaningOf(files: PackageFiles): Record<string, string> {
    const meanings = [...files].map(([path, content]) => {
        const text = content.toString('utf8');
        return [path, text.startsWith('<?xml') ? describe(parseXml(text)) : content.toString('base64')] as const;
    });
    return Object.fromEntries(meanings.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function describe({ name, text, children }: XmlElement): string {
    const inside = children.length > 0 ? children.map(describe).sort().join('') : text.trim();
    return `<${name}>${inside}</>`;
}
