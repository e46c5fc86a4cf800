import type { FieldValue } from '../../../data/salesforceRecord.ts';
import { textOf, type XmlElement } from '../../xml/xmlElement.ts';

/**
 * The default value of a field that is neither checkbox nor picklist. On the platform it is a formula; here a text in
 * quotes, a number, TRUE or FALSE count, and a formula that computes something gives no default.
 */
export function defaultValueOf(field: XmlElement): FieldValue {
    const formula = textOf(field, 'defaultValue') ?? '';
    const quoted = /^(["'])(.*)\1$/s.exec(formula)?.[2];
    if (quoted !== undefined) return /(?<!\\)["']/.test(quoted) ? null : quoted.replace(/\\(.)/gs, '$1');
    return /^[+-]?\d+(\.\d+)?$/.test(formula) ? Number(formula) : null;
}
