import type { FieldValue, SalesforceRecord } from '../../data/salesforceRecord.ts';
import { notEmulated } from '../../errors/refusals.ts';
import { defineField } from '../../schema/fieldBuilders.ts';
import type { FieldDefinition } from '../../schema/fieldDefinition.ts';
import { comparableValue, compareValues } from '../compareValues.ts';
import { textOfOperand, type Expression, type FunctionCall } from '../expression.ts';
import type { QueryScope } from '../fieldPath.ts';
import { malformedAt } from '../queryErrors.ts';
import { argumentOf, nameOf } from '../rowFunctions.ts';
import { typeTraits } from '../typeTraits.ts';
import type { RecordGroup } from './recordGroup.ts';

type Presence = Exclude<FieldValue, null>;

const FUNCTIONS = ['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX'] as const;
type AggregateFunction = (typeof FUNCTIONS)[number];

export function isAggregateFunction(name: string): name is AggregateFunction {
    return FUNCTIONS.some((each) => each === name);
}

/**
 * `SUM(Amount)` and the like over the records of a group; empty values do not count.
 *
 * @throws SalesforceError MALFORMED_QUERY when the field's type has no such function
 */
export function aggregateExpression(
    scope: QueryScope,
    call: FunctionCall
): Expression<RecordGroup> & { source: Expression<SalesforceRecord> } {
    const name = nameOf(call);
    if (!isAggregateFunction(name)) throw notEmulated(`the function ${call.functionName} of groups`);
    const source = argumentOf(scope, call);
    const { field } = source;
    if (!isSupported(name, field)) {
        throw malformedAt(
            scope.soql,
            textOfOperand(call),
            `field ${field.name} does not support aggregate operator ${name}`
        );
    }
    if (field.uncomputed) throw notEmulated(`the value of ${field.name}, which the platform computes`);
    const text = `${name}(${source.text})`;
    return {
        source,
        text,
        field: resultField(name, text, field),
        read({ records }) {
            const values = records.map((record) => source.read(record)).filter((value) => value !== null);
            return aggregate(name, field, values);
        }
    };
}

function isSupported(name: AggregateFunction, { type, filterable }: FieldDefinition): boolean {
    const { aggregates } = typeTraits(type);
    if (!filterable || aggregates === 'none') return false;
    return aggregates === 'all' || (name !== 'SUM' && name !== 'AVG');
}

function resultField(name: AggregateFunction, text: string, source: FieldDefinition): FieldDefinition {
    switch (name) {
        case 'COUNT':
        case 'COUNT_DISTINCT':
            return defineField('int', text, text);
        case 'SUM':
        case 'AVG':
            return defineField('double', text, text, { scale: source.scale });
        case 'MIN':
        case 'MAX':
            return source;
    }
}

function aggregate(name: AggregateFunction, field: FieldDefinition, values: Presence[]): FieldValue {
    switch (name) {
        case 'COUNT':
            return values.length;
        case 'COUNT_DISTINCT':
            return new Set(values.map((value) => comparableValue(field, value))).size;
        case 'SUM':
            return values.length === 0 ? null : sum(values);
        case 'AVG':
            return values.length === 0 ? null : sum(values) / values.length;
        case 'MIN':
            return extreme(values, (left, right) => compareValues(field, left, right) < 0);
        case 'MAX':
            return extreme(values, (left, right) => compareValues(field, left, right) > 0);
    }
}

function sum(values: Presence[]): number {
    return values.reduce<number>((total, value) => total + Number(value), 0);
}

function extreme(values: Presence[], comesFirst: (left: Presence, right: Presence) => boolean): FieldValue {
    return values.reduce<FieldValue>(
        (found, value) => (found === null || comesFirst(value, found) ? value : found),
        null
    );
}
