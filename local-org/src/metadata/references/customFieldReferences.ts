import { childrenNamed, type XmlElement } from '../xml/xmlElement.ts';
import { formulaReferences } from './formulaReferences.ts';
import { refer, referEach, referTo, type Reference } from './reference.ts';

/** The objects a lookup leads to, the values a picklist shares, the fields that a formula reads. */
export function customFieldReferences(element: XmlElement, fullName: string): Reference[] {
    const objectName = fullName.slice(0, fullName.indexOf('.'));
    return [
        ...childrenNamed(element, 'referenceTo').map(lookupReference),
        ...referEach(childrenNamed(element, 'valueSet'), 'valueSetName', 'GlobalValueSet'),
        ...referTo(element, 'summarizedField', 'CustomField'),
        ...referTo(element, 'summaryForeignKey', 'CustomField'),
        ...childrenNamed(element, 'formula').flatMap((formula) => formulaReferences(formula, objectName))
    ];
}

/** @see https://github.com/SalesforceLabs/CommunityCookieConsent/issues/25 for the wording */
function lookupReference(element: XmlElement): Reference {
    const fullName = element.text.trim();
    const message = `referenceTo value of '${fullName}' does not resolve to a valid sObject type`;
    return refer('referenceTo', { type: 'CustomObject', fullName, element, message });
}
