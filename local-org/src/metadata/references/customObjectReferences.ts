import { childrenNamed, type XmlElement } from '../xml/xmlElement.ts';
import { actionOverrideReferences } from './applicationReferences.ts';
import { refer, type Reference } from './reference.ts';

/** The compact layout that an object shows unless it says otherwise. */
const SYSTEM_COMPACT_LAYOUT = 'SYSTEM';

export function customObjectReferences(element: XmlElement, fullName: string): Reference[] {
    const compactLayouts = childrenNamed(element, 'compactLayoutAssignment')
        .filter((child) => child.text.trim() !== SYSTEM_COMPACT_LAYOUT)
        .map((child) =>
            refer('compactLayoutAssignment', {
                type: 'CompactLayout',
                fullName: `${fullName}.${child.text.trim()}`,
                element: child
            })
        );
    return [...compactLayouts, ...actionOverrideReferences(element)];
}
