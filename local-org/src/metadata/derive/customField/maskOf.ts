import type { FieldMask } from '../../../schema/fieldDefinition.ts';
import { textOf, type XmlElement } from '../../xml/xmlElement.ts';

export function maskOf(element: XmlElement): FieldMask {
    return {
        character: textOf(element, 'maskChar') === 'X' ? 'X' : '*',
        kind: textOf(element, 'maskType') ?? 'all'
    };
}
