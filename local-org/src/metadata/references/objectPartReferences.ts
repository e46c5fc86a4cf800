import { childrenNamed, type XmlElement } from '../xml/xmlElement.ts';
import { formulaReferences } from './formulaReferences.ts';
import { fieldsNamed } from './layoutReferences.ts';
import { refer, type Reference } from './reference.ts';

/** Of list views of custom objects the names are those of fields; those of standard objects have names of their own. */
const CUSTOM_FIELD = /__c$/i;

function objectOf(fullName: string): string {
    return fullName.slice(0, fullName.indexOf('.'));
}

export function validationRuleReferences(element: XmlElement, fullName: string): Reference[] {
    const objectName = objectOf(fullName);
    return [
        ...childrenNamed(element, 'errorConditionFormula').flatMap((formula) => formulaReferences(formula, objectName)),
        ...fieldsNamed(element, 'errorDisplayField', objectName)
    ];
}

export function listViewReferences(element: XmlElement, fullName: string): Reference[] {
    const columns = childrenNamed(element, 'columns').map((column) => ({ column, part: column }));
    const filters = childrenNamed(element, 'filters').flatMap((part) =>
        childrenNamed(part, 'field').map((column) => ({ column, part }))
    );
    return [...columns, ...filters]
        .filter(({ column }) => CUSTOM_FIELD.test(column.text.trim()))
        .map(({ column, part }) => {
            const name = column.text.trim();
            const field = name.includes('.') ? name : `${objectOf(fullName)}.${name}`;
            const message = `Could not resolve list view column: ${name}`;
            return refer('columns', { type: 'CustomField', fullName: field, element: column, part, message });
        });
}

export function compactLayoutReferences(element: XmlElement, fullName: string): Reference[] {
    return fieldsNamed(element, 'fields', objectOf(fullName)).map((reference) => ({
        ...reference,
        part: reference.element
    }));
}

/** @see https://github.com/tiaanswart/lightning-fieldset/issues/1 for the wording */
export function fieldSetReferences(element: XmlElement, fullName: string): Reference[] {
    const items = [...childrenNamed(element, 'availableFields'), ...childrenNamed(element, 'displayedFields')];
    return items
        .flatMap((item) => childrenNamed(item, 'field').map((field) => ({ item, field, name: field.text.trim() })))
        .filter(({ name }) => !name.includes('.'))
        .map(({ item, field, name }) =>
            refer(name, { type: 'CustomField', fullName: `${objectOf(fullName)}.${name}`, element: field, part: item })
        );
}

export function recordTypeReferences(element: XmlElement, fullName: string): Reference[] {
    const objectName = objectOf(fullName);
    const named = (fieldName: string, type: string) =>
        childrenNamed(element, fieldName).map((child) =>
            refer(fieldName, { type, fullName: `${objectName}.${child.text.trim()}`, element: child })
        );
    return [
        ...named('businessProcess', 'BusinessProcess'),
        ...named('compactLayoutAssignment', 'CompactLayout'),
        ...childrenNamed(element, 'picklistValues').flatMap((part) => fieldsNamed(part, 'picklist', objectName))
    ];
}
