import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';

/** An element: its text, or its children by name, each of them one element or several of that name. */
export type MetadataValue = string | MetadataElement | MetadataValue[];
export interface MetadataElement {
    [name: string]: MetadataValue;
}

const parser = new XMLParser({ ignoreAttributes: true, ignoreDeclaration: true, parseTagValue: false });

/**
 * The root element of a `-meta.xml` file, all values as text.
 *
 * @throws Error naming the file when it is not XML or its root is another element
 */
export function readMetadataXml(file: string, rootName: string): MetadataElement {
    const document = parser.parse(readFileSync(file, 'utf8'), true) as Record<string, MetadataElement | undefined>;
    const root = document[rootName];
    if (!root) throw new Error(`${file}: expected the root element <${rootName}>`);
    return root;
}

export function textOf(element: MetadataElement, name: string): string | undefined {
    const value = element[name];
    return typeof value === 'string' ? value : undefined;
}

export function flagOf(element: MetadataElement, name: string): boolean {
    return textOf(element, name) === 'true';
}

export function numberOf(element: MetadataElement, name: string): number {
    return Number(textOf(element, name) ?? 0);
}

/** Every child of that name that has children itself: none, one or many. */
export function elementsOf(element: MetadataElement, name: string): MetadataElement[] {
    const value = element[name] ?? [];
    const values = Array.isArray(value) ? value : [value];
    return values.filter((each): each is MetadataElement => typeof each === 'object' && !Array.isArray(each));
}
