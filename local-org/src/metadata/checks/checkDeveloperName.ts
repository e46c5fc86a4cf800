import { problemAt, type MetadataProblem } from '../metadataProblem.ts';
import type { XmlElement } from '../xml/xmlElement.ts';

const DEVELOPER_NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*$/;
const NAMESPACE = /^[A-Za-z][A-Za-z0-9]{0,14}__(?=.)/;

export function isDeveloperName(name: string): boolean {
    return DEVELOPER_NAME.test(name);
}

/** What the platform says of a name that is none. @param field what Setup calls it: `Field Name` */
export function describeInvalidName(field: string): string {
    return (
        `${field}: The ${field} field can only contain underscores and alphanumeric characters. It must be unique, ` +
        'begin with a letter, not include spaces, not end with an underscore, and not contain two consecutive underscores.'
    );
}

/** The name of a component that is called by its API name alone, a package's namespace before it or not. */
export function checkDeveloperName(element: XmlElement, fullName: string): MetadataProblem[] {
    return isDeveloperName(fullName.replace(NAMESPACE, ''))
        ? []
        : [problemAt(element, describeInvalidName('API Name'))];
}
