import { problemAt, type MetadataProblem } from '../metadataProblem.ts';
import { duplicatedElement } from '../xml/invalidElement.ts';
import { textOf, type XmlElement } from '../xml/xmlElement.ts';
import { childFullName, childTypesOf, type ChildType } from './childTypes.ts';
import type { PackagedComponent } from './component.ts';
import { problemOf, type ComponentPlace, type ComponentReading } from './componentReading.ts';

/**
 * The component of a file and those inside it: an object without its fields, and its fields. Each keeps the positions
 * it has in the file.
 */
export function splitComponent(root: XmlElement, place: ComponentPlace): ComponentReading {
    const childByElement = new Map(childTypesOf(place.type).map((child) => [child.element, child]));
    const own = root.children.filter((element) => !childByElement.has(element.name));
    const reading: ComponentReading = {
        components: [{ ...place, content: { kind: 'xml', element: { ...root, children: own } } }],
        problems: checkRows(root, place, childByElement).map((problem) => problemOf(place, problem))
    };
    const seen = new Set<string>();
    for (const element of root.children) {
        const child = childByElement.get(element.name);
        if (child) readChild(element, child, place, seen, reading);
    }
    return reading;
}

function readChild(
    element: XmlElement,
    child: ChildType,
    parent: ComponentPlace,
    seen: Set<string>,
    { components, problems }: ComponentReading
): void {
    const name = textOf(element, 'fullName');
    if (name === undefined) {
        problems.push(
            problemOf({ ...parent, type: child.xmlName }, problemAt(element, 'Required field is missing: fullName'))
        );
        return;
    }
    const fullName = childFullName(child, parent.fullName, name);
    const component: PackagedComponent = {
        type: child.xmlName,
        fullName,
        fileName: parent.fileName,
        content: { kind: 'xml', element }
    };
    const key = `${child.xmlName}:${fullName}`.toLowerCase();
    if (seen.has(key))
        problems.push(problemOf(component, problemAt(element, `Duplicate name '${fullName}' specified`)));
    else components.push(component);
    seen.add(key);
}

/** Elements of one name stand in one row, or the platform's reader takes the second row for a mistake. */
function checkRows(
    root: XmlElement,
    { type }: ComponentPlace,
    childByElement: ReadonlyMap<string, ChildType>
): MetadataProblem[] {
    const ended = new Set<string>();
    const problems: MetadataProblem[] = [];
    for (const [index, element] of root.children.entries()) {
        const previous = root.children[index - 1]?.name;
        if (previous === element.name) continue;
        if (previous !== undefined) ended.add(previous);
        if (!childByElement.has(element.name) || !ended.has(element.name)) continue;
        problems.push(duplicatedElement(element, type));
    }
    return problems;
}
