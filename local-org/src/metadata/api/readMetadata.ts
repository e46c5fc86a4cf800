import { notEmulated, refuse } from '../../errors/refusals.ts';
import type { Org } from '../../org.ts';
import { composeFiles } from '../components/composeFiles.ts';
import { isComponentType } from '../components/componentTypes.ts';
import { parseXmlFile } from '../xml/parseXmlFile.ts';
import type { XmlElement } from '../xml/xmlElement.ts';
import { findRequested } from './findRequested.ts';

/** "You can read up to 10 components" (Metadata API Developer Guide, readMetadata()). */
const MOST_NAMES = 10;

/**
 * The components of these names, an object with its fields; null for one that the org does not have.
 *
 * @throws SalesforceError INVALID_TYPE, LIMIT_EXCEEDED, or NOT_EMULATED for components that are no XML
 */
export function readMetadata(org: Org, type: string, fullNames: string[]): (XmlElement | null)[] {
    if (!isComponentType(type)) throw refuse('INVALID_TYPE', `Unknown type:${type}`);
    if (fullNames.length > MOST_NAMES) {
        throw refuse('LIMIT_EXCEEDED', `readMetadata() takes no more than ${MOST_NAMES} names`);
    }
    return fullNames.map((fullName) => readComponent(org, type, fullName));
}

function readComponent(org: Org, type: string, fullName: string): XmlElement | null {
    const { components } = findRequested(org, [{ type, fullName }]);
    const [component, ...children] = components;
    if (!component) return null;
    if (component.content.kind === 'files') throw notEmulated(`readMetadata() of ${type}`);
    return children.length === 0 ? named(component.content.element, fullName) : named(joinFile(components), fullName);
}

/** The components of one file as the file's root. */
function joinFile(components: Parameters<typeof composeFiles>[0]): XmlElement {
    const [file = Buffer.alloc(0)] = composeFiles(components).values();
    return parseXmlFile(file);
}

/** Files leave out the name that they have, and children the name of their parent; here it stands in full. */
function named(element: XmlElement, fullName: string): XmlElement {
    const name = { name: 'fullName', attributes: {}, text: fullName, children: [], line: 1, column: 1 };
    return { ...element, children: [name, ...element.children.filter((child) => child.name !== 'fullName')] };
}
