import { childTypesOf } from '../components/childTypes.ts';
import type { ComponentType } from '../components/componentTypes.ts';
import { parseXmlFile } from '../xml/parseXmlFile.ts';
import { writeXml } from '../xml/writeXml.ts';
import type { XmlElement } from '../xml/xmlElement.ts';

/** A source file and what is in it. */
export interface SourceFile {
    /** On disk, for messages. */
    file: string;
    /** Below its type's directory. */
    path: string;
    content: Buffer;
}

/** The types whose source is a folder of files, each a part of the one file that a package has. */
const DECOMPOSED = ['CustomObject', 'CustomObjectTranslation', 'Bot'];

export function isDecomposed({ xmlName }: ComponentType): boolean {
    return DECOMPOSED.includes(xmlName);
}

/**
 * One file of the parts of a component: those of its own file first, then those of the others, each in the element that
 * its root name stands for, by element and name.
 *
 * @throws Error naming a file that is not XML, does not belong there or says again what another one says
 */
export function mergeDecomposed(type: ComponentType, parts: SourceFile[]): Buffer {
    const elementByRoot = new Map(childTypesOf(type.xmlName).map((child) => [child.xmlName, child.element]));
    // not a component of its own, and so no child type
    if (type.xmlName === 'CustomObjectTranslation') elementByRoot.set('CustomFieldTranslation', 'fields');
    const roots = parts.map((part) => ({ file: part.file, root: parsePart(part) }));
    const [own, second] = roots.filter(({ root }) => root.name === type.xmlName);
    if (own && second) throw new Error(`${second.file}: ${own.file} describes the same ${type.xmlName}.`);
    const children = roots
        .filter((part) => part !== own)
        .map(({ file, root }) => ({ ...root, name: elementFor(root, elementByRoot, file) }))
        .sort((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)));
    const root = own?.root ?? emptyElement(type.xmlName);
    const merged = { ...root, children: [...root.children, ...children] };
    return Buffer.from(writeXml(merged));
}

function parsePart({ file, content }: SourceFile): XmlElement {
    try {
        return parseXmlFile(content);
    } catch (error) {
        throw new Error(`${file}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
}

function elementFor({ name }: XmlElement, elementByRoot: ReadonlyMap<string, string>, file: string): string {
    const element = elementByRoot.get(name);
    if (element === undefined) throw new Error(`${file}: a ${name} does not belong here.`);
    return element;
}

function emptyElement(name: string): XmlElement {
    return { name, attributes: {}, text: '', children: [], line: 1, column: 1 };
}
