import { textOf, type XmlElement } from '../../xml/xmlElement.ts';
import type { Bounds, CustomFieldType } from './customFieldTypes.ts';

const PRECISION: Bounds = { least: 1, most: 18 };
const LOCATION_SCALE: Bounds = { least: 0, most: 15 };
const VISIBLE_LINES: Readonly<Record<string, Bounds>> = {
    Html: { least: 10, most: 50 },
    LongTextArea: { least: 2, most: 50 },
    MultiselectPicklist: { least: 3, most: 10 }
};

/**
 * Numbers of a field's definition out of their bounds (Salesforce Help, "Custom Field Attributes"). The platform's
 * words for it are not documented.
 */
export function checkNumbers(element: XmlElement, typeName: string, type: CustomFieldType): string[] {
    const precision = numberIn(element, 'precision');
    const scale = typeName === 'Location' ? LOCATION_SCALE : { least: 0, most: precision ?? PRECISION.most };
    return [
        ...checkBounds(element, 'length', type.length),
        ...checkBounds(element, 'precision', PRECISION),
        ...checkBounds(element, 'scale', scale),
        ...checkBounds(element, 'visibleLines', VISIBLE_LINES[typeName])
    ];
}

function checkBounds(element: XmlElement, name: string, bounds: Bounds | undefined): string[] {
    const typeName = textOf(element, 'type') ?? '';
    const value = numberIn(element, name);
    if (!bounds || value === null || (value >= bounds.least && value <= bounds.most)) return [];
    return [`${name} must be between ${bounds.least} and ${bounds.most} for a CustomField of type ${typeName}`];
}

function numberIn(element: XmlElement, name: string): number | null {
    const text = textOf(element, name);
    return text === undefined || Number.isNaN(Number(text)) ? null : Number(text);
}
