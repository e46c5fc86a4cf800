import type { XmlElement } from '../xml/xmlElement.ts';
import { refer, type Reference } from './reference.ts';

const TEXT_OR_COMMENT = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\*[\s\S]*?\*\//g;
/** A custom field of the formula's own object: not behind a relationship, and none of a global's (`$Setup.X__c.Y__c`). */
const OWN_CUSTOM_FIELD = /(?<![\w.$])([A-Za-z]\w*__c)(?![\w.])/gi;

/** The custom fields of its own object that a formula reads; what lies behind relationships is not followed. */
export function formulaReferences(element: XmlElement, objectName: string): Reference[] {
    const code = element.text.replace(TEXT_OR_COMMENT, ' ');
    const names = new Set([...code.matchAll(OWN_CUSTOM_FIELD)].map(([, name = '']) => name));
    return [...names].map((name) =>
        refer('formula', {
            type: 'CustomField',
            fullName: `${objectName}.${name}`,
            element,
            message: `Field ${name} does not exist. Check spelling.`
        })
    );
}
