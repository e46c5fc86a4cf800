import type { PackageFiles } from '../package/packageFiles.ts';
import { writeXml } from '../xml/writeXml.ts';
import { textOf, type XmlElement } from '../xml/xmlElement.ts';
import { childTypesOf, findChildType } from './childTypes.ts';
import type { PackagedComponent } from './component.ts';
import { componentPath, folderPath } from './componentPath.ts';
import { findComponentType } from './componentTypes.ts';
import { folderRootNamesOf } from './rootNames.ts';

/**
 * The files that components make, without a manifest: those of one object in one file, sorted as the platform does.
 * Reading them gives the same components.
 *
 * @throws Error for a component of a type that the Metadata API does not have
 */
export function composeFiles(components: readonly PackagedComponent[]): PackageFiles {
    const files = new Map<string, Buffer>();
    for (const [path, sharers] of Map.groupBy(components.filter(isXml), pathOf)) {
        files.set(path, Buffer.from(writeXml(composeRoot(sharers))));
    }
    for (const { content } of components) {
        if (content.kind !== 'files') continue;
        for (const [path, base64] of Object.entries(content.files)) files.set(path, Buffer.from(base64, 'base64'));
    }
    return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
}

type XmlComponent = PackagedComponent & { content: { kind: 'xml'; element: XmlElement } };

function isXml(component: PackagedComponent): component is XmlComponent {
    return component.content.kind === 'xml';
}

function pathOf({ type, fullName, content }: XmlComponent): string {
    const componentType = findComponentType(type);
    const isFolder = componentType?.inFolder && folderRootNamesOf(componentType).includes(content.element.name);
    return isFolder ? folderPath(componentType.directoryName, fullName) : componentPath(type, fullName);
}

/** The element of the component whose file it is, with the children of that file in it. */
function composeRoot(sharers: XmlComponent[]): XmlElement {
    const parent = sharers.find(({ type }) => !findChildType(type));
    const children = sharers.filter((component) => component !== parent).map(({ content }) => content.element);
    const root = parent?.content.element ?? emptyRoot(sharers);
    if (childTypesOf(root.name).length === 0) return root;
    return { ...root, children: sortElements(root.children, children) };
}

function emptyRoot(sharers: XmlComponent[]): XmlElement {
    const name =
        sharers.map(({ type }) => findChildType(type)?.parentName).find((parent) => parent !== undefined) ?? '';
    return { name, attributes: {}, text: '', children: [], line: 1, column: 1 };
}

/** By the elements' names, and components of one type by their full name. */
function sortElements(own: XmlElement[], children: XmlElement[]): XmlElement[] {
    const byFullName = children.toSorted((one, other) => compare(fullNameOf(one), fullNameOf(other)));
    return [...own, ...byFullName].sort((one, other) => compare(one.name, other.name));
}

function fullNameOf(element: XmlElement): string {
    return textOf(element, 'fullName') ?? '';
}

function compare(one: string, other: string): number {
    if (one === other) return 0;
    return one < other ? -1 : 1;
}
