import type { Component } from '../components/component.ts';
import { componentKey, type ComponentSet } from '../components/componentSet.ts';
import { referencesOf } from '../references/referencesOf.ts';
import type { XmlElement } from '../xml/xmlElement.ts';

/** The components without the parts that name what is deleted. */
export function dropReferences(components: ComponentSet<Component>, deleted: Component[]): ComponentSet<Component> {
    const keys = new Set(deleted.map(componentKey));
    const changed = components.all.flatMap((component) => {
        if (component.content.kind !== 'xml') return [];
        const dangling = referencesOf(component).filter((reference) => keys.has(componentKey(reference)));
        if (dangling.length === 0) return [];
        const parts = new Set(dangling.map(({ part }) => part));
        const element = withoutParts(component.content.element, parts);
        return [{ ...component, content: { kind: 'xml' as const, element } }];
    });
    return components.with(changed);
}

function withoutParts(element: XmlElement, parts: ReadonlySet<XmlElement>): XmlElement {
    const children = element.children.filter((child) => !parts.has(child)).map((child) => withoutParts(child, parts));
    return { ...element, children };
}
