import { childTypesOf } from '../components/childTypes.ts';
import type { ComponentType } from '../components/componentTypes.ts';
import { parseXmlFile } from '../xml/parseXmlFile.ts';
import { writeXml } from '../xml/writeXml.ts';
import type { XmlElement } from '../xml/xmlElement.ts';
import { XmlSyntaxError } from '../xml/xmlSyntaxError.ts';
import { SourceError } from './sourceError.ts';
import type { MergedElement } from './sourceMap.ts';

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

/** The file that parts were merged into, and where each of its elements comes from, in the order of the file. */
export interface MergedFile {
    content: Buffer;
    elements: MergedElement[];
}

/** An element and the file that it was written in. */
interface SourceElement {
    element: XmlElement;
    file: string;
}

/**
 * One file of the parts of a component: those of its own file first, then those of the others, each in the element that
 * its root name stands for, by element and name.
 *
 * @throws SourceError naming a file that is not XML, does not belong there or says again what another one says
 */
export function mergeDecomposed(type: ComponentType, parts: SourceFile[]): MergedFile {
    const elementByRoot = new Map(childTypesOf(type.xmlName).map((child) => [child.xmlName, child.element]));
    // not a component of its own, and so no child type
    if (type.xmlName === 'CustomObjectTranslation') elementByRoot.set('CustomFieldTranslation', 'fields');
    const roots = parts.map((part) => ({ file: part.file, root: parsePart(part) }));
    const [own, second] = roots.filter(({ root }) => root.name === type.xmlName);
    if (own && second) throw new SourceError(second.file, `${own.file} describes the same ${type.xmlName}.`);
    const children = roots
        .filter((part) => part !== own)
        .map(({ file, root }) => ({ file, element: { ...root, name: elementFor(root, elementByRoot, file) } }))
        .sort(({ element: one }, { element: other }) => (one.name < other.name ? -1 : Number(one.name > other.name)));
    const root = own?.root ?? emptyElement(type.xmlName);
    const ownChildren = own?.root.children.map((element) => ({ file: own.file, element })) ?? [];
    return writeMerged(root, own?.file, [...ownChildren, ...children]);
}

/** @param file that the root comes from, undefined for one that no file describes */
function writeMerged(root: XmlElement, file: string | undefined, children: SourceElement[]): MergedFile {
    const content = Buffer.from(writeXml({ ...root, children: children.map(({ element }) => element) }));
    const written = parseXmlFile(content);
    return {
        content,
        elements: [
            ...(file === undefined ? [] : [placeOf(written, { element: root, file })]),
            ...written.children.flatMap((child, index) => placesOf(child, children[index]))
        ]
    };
}

function placesOf(written: XmlElement, source: SourceElement | undefined): MergedElement[] {
    if (source === undefined) return [];
    const inside = written.children.flatMap((child, index) => {
        const element = source.element.children[index];
        return placesOf(child, element && { element, file: source.file });
    });
    return [placeOf(written, source), ...inside];
}

function placeOf({ line, column }: XmlElement, { element, file }: SourceElement): MergedElement {
    return { line, column, source: { file, line: element.line, column: element.column } };
}

function parsePart({ file, content }: SourceFile): XmlElement {
    try {
        return parseXmlFile(content);
    } catch (error) {
        throw new SourceError(error instanceof XmlSyntaxError ? `${file}:${error.line}:${error.column}` : file, error);
    }
}

function elementFor({ name }: XmlElement, elementByRoot: ReadonlyMap<string, string>, file: string): string {
    const element = elementByRoot.get(name);
    if (element === undefined) throw new SourceError(file, `a ${name} does not belong here.`);
    return element;
}

function emptyElement(name: string): XmlElement {
    return { name, attributes: {}, text: '', children: [], line: 1, column: 1 };
}
