import { defineField, readOnly } from '../../../schema/fieldBuilders.ts';
import type { FieldDefinition, FieldType } from '../../../schema/fieldDefinition.ts';
import { numberOf, textOf } from '../../xml/xmlElement.ts';
import type { CustomFieldSource } from './customFieldSource.ts';

const TEXT_FORMULA_LENGTH = 1300;
const SUMMARY_PRECISION = 18;
const SUMMARY_SCALE = 2;

const RESULT_TYPES: Readonly<Record<string, FieldType>> = {
    Checkbox: 'boolean',
    Currency: 'currency',
    Date: 'date',
    DateTime: 'datetime',
    Number: 'double',
    Percent: 'percent',
    Text: 'string',
    Time: 'time'
};

/** A formula, which this org describes and does not compute. */
export function formulaField({ element, name, label, details }: CustomFieldSource): FieldDefinition {
    const type = RESULT_TYPES[textOf(element, 'type') ?? ''] ?? 'string';
    return defineField(type, name, label, {
        ...details,
        ...neverWritten,
        length: type === 'string' ? TEXT_FORMULA_LENGTH : 0,
        precision: numberOf(element, 'precision'),
        scale: numberOf(element, 'scale'),
        uncomputed: { kind: 'formula', formula: textOf(element, 'formula') ?? '' }
    });
}

/** A roll-up summary, described as a number whatever it sums, and not computed. */
export function summaryField({ element, name, label, details }: CustomFieldSource): FieldDefinition {
    return defineField('double', name, label, {
        ...details,
        ...neverWritten,
        precision: SUMMARY_PRECISION,
        scale: textOf(element, 'summaryOperation') === 'count' ? 0 : SUMMARY_SCALE,
        uncomputed: { kind: 'summary' }
    });
}

const neverWritten = { ...readOnly, required: false, permissionable: true, unique: false, externalId: false };
