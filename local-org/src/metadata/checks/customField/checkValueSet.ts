import { childNamed, childrenNamed, textOf, type XmlElement } from '../../xml/xmlElement.ts';

/** A picklist has its own values or those of a value set, and each of them once. */
export function checkValueSet(element: XmlElement): string[] {
    const valueSet = childNamed(element, 'valueSet');
    if (!valueSet) return [];
    const definition = childNamed(valueSet, 'valueSetDefinition');
    const namesSet = textOf(valueSet, 'valueSetName') !== undefined;
    if (namesSet === (definition !== undefined)) {
        return ['Value set must reference a value set name or define a value set, but not both.'];
    }
    if (!definition) return [];
    const names = childrenNamed(definition, 'value').map((value) => textOf(value, 'fullName') ?? '');
    if (names.length === 0) return ['Must specify at least one picklist value'];
    const repeated = names.filter((name, index) => names.indexOf(name) < index);
    return [...new Set(repeated)].map((name) => `duplicate value found: ${name} is defined multiple times`);
}
