import type { XmlElement } from '../metadata/xml/xmlElement.ts';

/**
 * What an operation answers: each member becomes an element of its name, an array as many, null one that is nil,
 * and undefined none. An XmlElement stands as it is, under the name it is given.
 */
export type SoapValue =
    string | number | boolean | Date | null | undefined | SoapElement | SoapValue[] | { [member: string]: SoapValue };

/** Metadata read from the org, with the type that `xsi:type` names. */
export class SoapElement {
    readonly type: string;
    readonly element: XmlElement;

    constructor(type: string, element: XmlElement) {
        this.type = type;
        this.element = element;
    }
}
