import type { ComponentContent } from '../components/component.ts';
import { textOf, type XmlElement } from '../xml/xmlElement.ts';

/** By which of its children an element of a profile is told from the others of its name. */
const KEYS = [
    'application',
    'apexClass',
    'apexPage',
    'dataspaceScope',
    'externalDataSource',
    'field',
    'flow',
    'layout',
    'name',
    'object',
    'recordType',
    'tab'
];

/** A profile that is deployed changes what it mentions and leaves the rest (Metadata API Developer Guide, Profile). */
export function mergeProfile(previous: ComponentContent | undefined, given: ComponentContent): ComponentContent {
    if (previous?.kind !== 'xml' || given.kind !== 'xml') return given;
    const mentioned = new Set(given.element.children.map(keyOf));
    const kept = previous.element.children.filter((element) => !mentioned.has(keyOf(element)));
    const children = [...kept, ...given.element.children].sort((one, other) => (one.name < other.name ? -1 : 1));
    return { kind: 'xml', element: { ...given.element, children } };
}

function keyOf(element: XmlElement): string {
    const values = KEYS.flatMap((key) => textOf(element, key) ?? []);
    return [element.name, ...values].join(' ').toLowerCase();
}
