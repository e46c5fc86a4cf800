import { problemAt, type MetadataProblem } from '../metadataProblem.ts';
import { duplicatedElement, invalidElement } from '../xml/invalidElement.ts';
import type { XmlElement } from '../xml/xmlElement.ts';
import { checkValue } from './checkValue.ts';
import type { TypeMember } from './metadataType.ts';
import { typeCatalogue } from './typeCatalogue.ts';
import { findFurtherMember, isFreeContent, isInsistedOn } from './typeExceptions.ts';

/**
 * What the Metadata API's types have against an element and all below it, in the order of the file: elements that the
 * type does not have, values that are not of their type, elements that stand twice or away from others of their
 * name, and required ones that are missing. The wording is the platform's, which stops at the first.
 *
 * @param typeName a type of the Metadata API: `CustomField`; of settings the root element's name, `CaseSettings`
 * @throws Error for a type that the Metadata API does not have
 */
export function checkElement(element: XmlElement, typeName: string): MetadataProblem[] {
    const type = typeCatalogue().find(typeName);
    if (!type) throw new Error(`The Metadata API has no type ${typeName}.`);
    return type.kind === 'record' ? checkRecord(element, typeName) : checkValue(element, typeName);
}

function checkRecord(element: XmlElement, typeName: string): MetadataProblem[] {
    return [...checkChildren(element, typeName), ...checkRequired(element, typeName)];
}

function checkChildren(element: XmlElement, typeName: string): MetadataProblem[] {
    const problems: MetadataProblem[] = [];
    const seen = new Set<string>();
    let previous: string | null = null;
    for (const child of element.children) {
        const member = findMember(typeName, child.name);
        if (!member) {
            problems.push(invalidElement(child, typeName));
            continue;
        }
        const continuesRow = member.repeated && previous === child.name;
        if (seen.has(child.name) && !continuesRow) problems.push(duplicatedElement(child, typeName));
        seen.add(child.name);
        previous = child.name;
        problems.push(...checkMember(child, member, typeName));
    }
    return problems;
}

function findMember(typeName: string, name: string): TypeMember | undefined {
    return typeCatalogue().findMember(typeName, name) ?? findFurtherMember(typeName, name);
}

function checkMember(element: XmlElement, member: TypeMember, typeName: string): MetadataProblem[] {
    if (isNil(element) || isFreeContent(typeName, member.name)) return [];
    const type = typeCatalogue().find(member.typeName);
    return type?.kind === 'record' ? checkRecord(element, member.typeName) : checkValue(element, member.typeName);
}

function isNil(element: XmlElement): boolean {
    return element.attributes.nil === 'true' || element.attributes.nil === '1';
}

function checkRequired(element: XmlElement, typeName: string): MetadataProblem[] {
    const given = new Set(element.children.filter((child) => !isNil(child)).map((child) => child.name));
    return typeCatalogue()
        .membersOf(typeName)
        .filter((member) => isInsistedOn(typeName, member) && !given.has(member.name))
        .map((member) => problemAt(element, `Required field is missing: ${member.name}`));
}
