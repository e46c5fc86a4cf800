import type { PackagedComponent } from '../components/component.ts';
import { writeXml } from '../xml/writeXml.ts';
import type { XmlElement } from '../xml/xmlElement.ts';

/** A component by name, as a manifest names it. */
export type NamedComponent = Pick<PackagedComponent, 'type' | 'fullName'>;

/** The package.xml that names each of these components, types and members sorted. @param version `66.0` */
export function composeManifest(components: readonly NamedComponent[], version: string): Buffer {
    const byType = [...Map.groupBy(components, ({ type }) => type)].sort(([one], [other]) => (one < other ? -1 : 1));
    const types = byType.map(([type, named]) => {
        const members = [...new Set(named.map(({ fullName }) => fullName))].sort();
        return elementOf('types', [
            ...members.map((member) => textElement('members', member)),
            textElement('name', type)
        ]);
    });
    return Buffer.from(writeXml(elementOf('Package', [...types, textElement('version', version)])));
}

function textElement(name: string, text: string): XmlElement {
    return { ...elementOf(name, []), text };
}

function elementOf(name: string, children: XmlElement[]): XmlElement {
    return { name, attributes: {}, text: '', children, line: 1, column: 1 };
}
