import { componentKey } from '../components/componentSet.ts';
import type { PackagedComponent } from '../components/component.ts';
import { problemAt, type MetadataProblem } from '../metadataProblem.ts';
import { childNamed, textOf } from '../xml/xmlElement.ts';
import type { Change } from './checkInOrg.ts';

/** What an object calls the records that look up to it, it calls no others so: the first field has the name. */
export function checkChildRelationship({ component, next }: Change): MetadataProblem[] {
    const key = relationshipKey(component);
    if (key === null || component.content.kind !== 'xml') return [];
    const first = next.components.ofType('CustomField').find((field) => relationshipKey(field) === key);
    if (!first || componentKey(first) === componentKey(component)) return [];
    const { element } = component.content;
    const name = childNamed(element, 'relationshipName') ?? element;
    const message = `There is already a Child Relationship named ${name.text.trim()} on ${textOf(element, 'referenceTo')}.`;
    return [problemAt(name, message)];
}

function relationshipKey({ content }: PackagedComponent): string | null {
    if (content.kind !== 'xml') return null;
    const name = textOf(content.element, 'relationshipName');
    const target = textOf(content.element, 'referenceTo');
    return name === undefined || target === undefined ? null : `${target}.${name}`.toLowerCase();
}
