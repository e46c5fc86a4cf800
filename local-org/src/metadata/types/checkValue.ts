import { problemAt, type MetadataProblem } from '../metadataProblem.ts';
import { invalidElement } from '../xml/invalidElement.ts';
import type { XmlElement } from '../xml/xmlElement.ts';
import { doubleElements } from './doubleElements.ts';
import { typeCatalogue } from './typeCatalogue.ts';
import { hasFurtherValue } from './typeExceptions.ts';

type ValueType = 'boolean' | 'int' | 'double' | 'date' | 'dateTime' | 'time' | 'string';

const LARGEST_INT = 2 ** 31 - 1;
const DATE_PATTERN = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(Z|[+-]\d{2}:\d{2})?$/;
const TIME_PATTERN = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

/** The lexical forms of XML Schema, part 2; of flags the platform takes `True` and `False` too. */
const isOfType: Record<ValueType, (text: string) => boolean> = {
    boolean: (text) => /^(true|false|0|1)$/i.test(text),
    int: (text) => /^[+-]?\d+$/.test(text) && Math.abs(Number(text)) <= LARGEST_INT,
    double: (text) => /^([+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|-?INF|NaN)$/.test(text),
    date: (text) => DATE_PATTERN.test(text),
    dateTime: (text) => isDateTime(text),
    time: (text) => TIME_PATTERN.test(text),
    string: () => true
};

/**
 * What is wrong with an element that holds a value and no elements.
 *
 * An empty enumeration counts as none: translations that a retrieve gives have such elements.
 *
 * @param typeName an enumeration of the Metadata API, or one of the TypeScript types that stand for XML Schema's
 */
export function checkValue(element: XmlElement, typeName: string): MetadataProblem[] {
    const [child] = element.children;
    if (child) return [invalidElement(child, typeName)];
    const type = typeCatalogue().find(typeName);
    const text = element.text.trim();
    switch (type?.kind) {
        case 'enumeration':
            if (text === '' || type.values.has(text) || hasFurtherValue(typeName, text)) return [];
            return [
                problemAt(element, `Error parsing file: '${text}' is not a valid value for the enum '${typeName}'`)
            ];
        case 'text':
            return [];
        default:
            return checkSimpleValue(element, valueTypeOf(element, typeName), text);
    }
}

function checkSimpleValue(element: XmlElement, valueType: ValueType, text: string): MetadataProblem[] {
    if (isOfType[valueType](text)) return [];
    const message = `Error parsing file: '${text}' is not a valid value for the type xsd:${valueType}`;
    return [problemAt(element, message)];
}

/** The generated TypeScript has one number for `int` and `double`, one Date for dates, times and both; `xsi:type` tells what an `any` is meant to be. */
function valueTypeOf(element: XmlElement, typeName: string): ValueType {
    switch (typeName) {
        case 'boolean':
            return 'boolean';
        case 'number':
            return doubleElements.has(element.name) ? 'double' : 'int';
        case 'Date':
            return dateTypeOf(element.text.trim());
        case 'any':
            return namedValueType(element.attributes.type);
        default:
            return 'string';
    }
}

function dateTypeOf(text: string): ValueType {
    if (text.includes('T')) return 'dateTime';
    return TIME_PATTERN.test(text) ? 'time' : 'date';
}

function namedValueType(qualifiedName = 'xsd:string'): ValueType {
    const name = qualifiedName.slice(qualifiedName.indexOf(':') + 1);
    const isKnown = (candidate: string): candidate is ValueType => Object.hasOwn(isOfType, candidate);
    return isKnown(name) ? name : 'string';
}

function isDateTime(text: string): boolean {
    const [date = '', time = ''] = text.split('T');
    return DATE_PATTERN.test(date) && TIME_PATTERN.test(time);
}
