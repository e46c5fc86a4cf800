import { problemAt, type MetadataProblem } from '../../metadataProblem.ts';
import { childNamed, flagOf, textOf, type XmlElement } from '../../xml/xmlElement.ts';
import { checkFieldName } from './checkFieldName.ts';
import { checkNumbers } from './checkNumbers.ts';
import { checkSummary } from './checkSummary.ts';
import { checkValueSet } from './checkValueSet.ts';
import { customFieldTypes, typedElements, type CustomFieldType } from './customFieldTypes.ts';

const LONGEST_LABEL = 40;

/**
 * What the platform refuses in a custom field as such, whatever else the org has; elements that no CustomField has are
 * `checkElement`'s matter, and what it names is for the check of references. A field without a suffix is a standard
 * one, of which only existence is to be checked, elsewhere.
 *
 * @param element a `<CustomField>`, or a `<fields>` inside a CustomObject
 */
export function checkCustomField(element: XmlElement): MetadataProblem[] {
    const name = textOf(element, 'fullName') ?? '';
    if (!name.includes('__')) return [];
    return [...checkFieldName(name), ...checkLabel(element), ...checkType(element)].map((message) =>
        problemAt(element, message)
    );
}

function checkLabel(element: XmlElement): string[] {
    const label = textOf(element, 'label');
    if (label === undefined) return ['Must specify a non-empty label for the CustomField'];
    return label.length > LONGEST_LABEL
        ? [`Value too long for field: MasterLabel maximum length is:${LONGEST_LABEL}`]
        : [];
}

function checkType(element: XmlElement): string[] {
    const typeName = textOf(element, 'type');
    if (typeName === undefined) return ['Required field is missing: type'];
    const type = customFieldTypes[typeName];
    if (!type) {
        return [`The local org does not emulate custom fields of type ${typeName}. See local-org/README.md.`];
    }
    const isFormula = childNamed(element, 'formula') !== undefined;
    return [
        ...(isFormula ? checkFormula(element, typeName, type) : checkElements(element, typeName, type)),
        ...checkFlags(element, typeName, type),
        ...checkNumbers(element, typeName, type),
        ...checkValueSet(element),
        ...checkSummary(element, typeName)
    ];
}

function checkElements(element: XmlElement, typeName: string, type: CustomFieldType): string[] {
    const missing = type.must.filter((name) => !hasContent(element, name));
    const superfluous = typedElements.filter(
        (name) => childNamed(element, name) && !type.may.includes(name) && !type.must.includes(name)
    );
    return [
        ...missing.map((name) => `Must specify '${name}' for a CustomField of type ${typeName}`),
        ...superfluous.map((name) => canNotSpecify(name, typeName))
    ];
}

/** A formula's digits are its own; how long its text may be is not for the field to say. */
function checkFormula(element: XmlElement, typeName: string, type: CustomFieldType): string[] {
    if (!type.formula) return [canNotSpecify('formula', typeName)];
    const digits = (['precision', 'scale'] as const).filter((name) => type.must.includes(name));
    return [
        ...(childNamed(element, 'length') ? ['Can not specify a length for CustomFields that have a formula'] : []),
        ...digits
            .filter((name) => !hasContent(element, name))
            .map((name) => `Must specify '${name}' for a CustomField of type ${typeName}`)
    ];
}

function checkFlags(element: XmlElement, typeName: string, type: CustomFieldType): string[] {
    const problems: string[] = [];
    if (flagOf(element, 'externalId') && !type.externalId) problems.push(canNotSpecify('externalId', typeName));
    const constraint = textOf(element, 'deleteConstraint') ?? 'SetNull';
    if (typeName === 'Lookup' && flagOf(element, 'required') && constraint === 'SetNull') {
        problems.push(
            'field integrity exception: unknown (must specify either cascade delete or restrict delete for required ' +
                'lookup foreign key)'
        );
    }
    return problems;
}

function hasContent(element: XmlElement, name: string): boolean {
    const child = childNamed(element, name);
    return child !== undefined && (child.text.trim() !== '' || child.children.length > 0);
}

function canNotSpecify(name: string, typeName: string): string {
    return `Can not specify '${name}' for a CustomField of type ${typeName}`;
}
