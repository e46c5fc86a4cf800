import { problemAt, type MetadataProblem } from '../../metadataProblem.ts';
import type { XmlElement } from '../../xml/xmlElement.ts';
import { findTargetRule } from './targetRules.ts';

/** Lightning Web Components Developer Guide, "XML Configuration File Elements". */
const ATTRIBUTES = [
    'name',
    'type',
    'label',
    'description',
    'default',
    'required',
    'placeholder',
    'min',
    'max',
    'datasource',
    'role',
    'exposedTo',
    'filter',
    'screenResponsive',
    'translatable'
];

/**
 * Whether a `<property>` says what the targets can show. The words for what is missing, and for a type that the target
 * does not have, are guesses.
 */
export function checkProperty(element: XmlElement, targets: string[]): MetadataProblem[] {
    const { name, type } = element.attributes;
    const unknown = Object.keys(element.attributes).filter((attribute) => !ATTRIBUTES.includes(attribute));
    const missing = Object.entries({ name, type }).filter(([, value]) => !value);
    const problems = [
        ...unknown.map((attribute) => `'property' tag doesn't support the '${attribute}' attribute`),
        ...missing.map(([attribute]) => `'property' tag requires the '${attribute}' attribute`)
    ];
    const target = type ? targets.find((candidate) => !supports(candidate, type)) : undefined;
    if (target) problems.push(`The '${type}' type of the '${name}' property isn't supported for ${target}`);
    return problems.map((problem) => problemAt(element, problem));
}

function supports(target: string, type: string): boolean {
    return findTargetRule(target)?.propertyTypes?.includes(type) ?? true;
}
