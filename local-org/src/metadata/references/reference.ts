import { problemAt, type MetadataProblem } from '../metadataProblem.ts';
import type { XmlElement } from '../xml/xmlElement.ts';

/** What a component says of another one: that it is there. */
export interface Reference {
    /** The type of the component named: `CustomField`. */
    type: string;
    /** `Case.CallProtocol__c` */
    fullName: string;
    /** The element that names it. */
    element: XmlElement;
    /** The element that means nothing without it, such as a whole `<fieldPermissions>`. */
    part: XmlElement;
    /** What the platform says when there is none. */
    message: string;
}

type Named = Omit<Reference, 'message' | 'part'> & Partial<Pick<Reference, 'message' | 'part'>>;

/** A reference, worded as the platform words most of them: `In field: tab - no CustomTab named Hello found`. */
export function refer(fieldName: string, { message, part, ...named }: Named): Reference {
    return {
        ...named,
        part: part ?? named.element,
        message: message ?? `In field: ${fieldName} - no ${named.type} named ${named.fullName} found`
    };
}

/** The same of several parts: the elements of that name below each part, each naming a component of the type. */
export function referEach(parts: XmlElement[], fieldName: string, type: string): Reference[] {
    return parts.flatMap((part) => referTo(part, fieldName, type).map((reference) => ({ ...reference, part })));
}

/** The elements of that name right below, each naming a component of the type and meaning nothing else. */
export function referTo(element: XmlElement, fieldName: string, type: string): Reference[] {
    return element.children
        .filter(({ name, text }) => name === fieldName && text.trim() !== '')
        .map((child) => refer(fieldName, { type, fullName: child.text.trim(), element: child }));
}

export function danglingReference({ type, fullName, element, message }: Reference): MetadataProblem {
    return { ...problemAt(element, message), missing: { type, fullName } };
}
