import { defineField } from '../../../schema/fieldBuilders.ts';
import type { FieldDefinition } from '../../../schema/fieldDefinition.ts';
import { numberOf } from '../../xml/xmlElement.ts';
import type { CustomFieldSource } from './customFieldSource.ts';

const FURTHEST_LATITUDE = 90;
const FURTHEST_LONGITUDE = 180;
const DIGITS_BEFORE_POINT = 3;

/** `Place__Latitude__s` and `Place__Longitude__s`; the compound `Place__c` that joins them is not emulated. */
export function locationFields({ element, name, label, details }: CustomFieldSource): FieldDefinition[] {
    const scale = numberOf(element, 'scale');
    const stem = name.replace(/__c$/i, '');
    const coordinate = (part: string, furthestFromZero: number) =>
        defineField('double', `${stem}__${part}__s`, `${label} (${part})`, {
            ...details,
            precision: DIGITS_BEFORE_POINT + scale,
            scale,
            furthestFromZero
        });
    return [coordinate('Latitude', FURTHEST_LATITUDE), coordinate('Longitude', FURTHEST_LONGITUDE)];
}
