import { notEmulated } from '../errors/refusals.ts';
import type { FieldValue, SalesforceRecord } from '../data/salesforceRecord.ts';
import { defineField } from '../schema/fieldBuilders.ts';
import { toMilliseconds } from './compareValues.ts';
import { CLOCK_FUNCTIONS, isDateFunction, numericDateFunctions } from './dateFunctions.ts';
import {
    pathExpression,
    textOfOperand,
    type Expression,
    type FunctionCall,
    type Operand,
    type PathExpression
} from './expression.ts';
import type { QueryScope } from './fieldPath.ts';
import { formatValue } from './formatValue.ts';
import { invalidField, malformedAt } from './queryErrors.ts';
import { calendarOf } from './userCalendar.ts';

const ISO_DAY_LENGTH = 10;
const CONVERT_TIME_ZONE = 'CONVERTTIMEZONE';

/**
 * A field, a date function, toLabel or FORMAT of one record.
 *
 * @throws SalesforceError INVALID_FIELD, MALFORMED_QUERY, or NOT_EMULATED for other functions
 */
export function rowExpression(scope: QueryScope, operand: Operand): Expression<SalesforceRecord> {
    if (typeof operand === 'string') return pathExpression(scope, operand);
    const name = nameOf(operand);
    if (isDateFunction(name)) return dateExpression(scope, name, operand);
    switch (name) {
        case 'TOLABEL':
            return labelExpression(scope, operand);
        case 'FORMAT':
            return formatExpression(scope, operand);
        case CONVERT_TIME_ZONE:
            throw malformedAt(scope.soql, textOfOperand(operand), 'convertTimezone is allowed in date functions only');
        default:
            throw notEmulated(`the function ${operand.functionName} in SOQL`);
    }
}

export function nameOf(call: FunctionCall): string {
    return (call.functionName ?? '').toUpperCase();
}

/** The field that a function with one parameter is given. */
export function argumentOf(scope: QueryScope, call: FunctionCall): PathExpression {
    const [argument, ...others] = call.parameters ?? [];
    if (typeof argument === 'string' && others.length === 0) return pathExpression(scope, argument);
    throw notEmulated(`the parameters of ${textOfOperand(call)}`);
}

/** Counted in UTC, or in the user's time zone inside convertTimezone. */
function dateExpression(scope: QueryScope, name: string, call: FunctionCall): Expression<SalesforceRecord> {
    const [argument] = call.parameters ?? [];
    const isConverted = typeof argument === 'object' && nameOf(argument) === CONVERT_TIME_ZONE;
    const source = argumentOf(scope, isConverted ? argument : call);
    const { type } = source.field;
    if (type !== 'datetime' && (type !== 'date' || isConverted || CLOCK_FUNCTIONS.has(name))) {
        const message = `field ${source.field.name} does not support the date function ${name}`;
        throw malformedAt(scope.soql, textOfOperand(call), message);
    }
    const text = `${name}(${isConverted ? `convertTimezone(${source.text})` : source.text})`;
    const calendar = isConverted ? calendarOf(scope.org, scope.context) : null;
    const readNumber = numericDateFunctions[name];
    return {
        text,
        field: defineField(readNumber ? 'int' : 'date', text, text),
        read(record) {
            const value = source.read(record);
            if (value === null) return null;
            const instantMs = toMilliseconds(value);
            const date = new Date(calendar ? calendar.toLocalMs(instantMs) : instantMs);
            return readNumber ? readNumber(date) : date.toISOString().slice(0, ISO_DAY_LENGTH);
        }
    };
}

function labelExpression(scope: QueryScope, call: FunctionCall): PathExpression {
    const source = argumentOf(scope, call);
    const { field } = source;
    if (field.picklist.length === 0 && field.type !== 'picklist') {
        throw invalidField(scope.soql, textOfOperand(call), `field '${field.name}' has no labels to translate`);
    }
    const labels = new Map<FieldValue, string>(field.picklist.map(({ value, label }) => [value, label]));
    return { ...source, text: `toLabel(${source.text})`, read: (record) => translate(labels, source.read(record)) };
}

/** Several values of a multi-select picklist stand between semicolons. */
function translate(labels: Map<FieldValue, string>, value: FieldValue): FieldValue {
    if (typeof value !== 'string') return value;
    return value
        .split(';')
        .map((each) => labels.get(each) ?? each)
        .join(';');
}

function formatExpression(scope: QueryScope, call: FunctionCall): PathExpression {
    const source = argumentOf(scope, call);
    const format = formatValue(source.field, calendarOf(scope.org, scope.context));
    return {
        ...source,
        text: `FORMAT(${source.text})`,
        field: defineField('string', source.field.name, source.field.label),
        read(record) {
            const value = source.read(record);
            return value === null ? null : format(value);
        }
    };
}
