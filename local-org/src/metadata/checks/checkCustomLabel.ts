import { problemAt, type MetadataProblem } from '../metadataProblem.ts';
import { childNamed, type XmlElement } from '../xml/xmlElement.ts';
import { checkDeveloperName } from './checkDeveloperName.ts';

/** Salesforce Help, "Create and Edit Custom Labels". */
const LONGEST = { shortDescription: 80, value: 1000 };
const COLUMNS = { shortDescription: 'MasterLabel', value: 'Value' };

export function checkCustomLabel(element: XmlElement, fullName: string): MetadataProblem[] {
    const lengths = (['shortDescription', 'value'] as const).flatMap((name) => {
        const text = childNamed(element, name);
        if (!text || text.text.trim().length <= LONGEST[name]) return [];
        return [problemAt(text, `Value too long for field: ${COLUMNS[name]} maximum length is:${LONGEST[name]}`)];
    });
    return [...checkDeveloperName(element, fullName), ...lengths];
}
