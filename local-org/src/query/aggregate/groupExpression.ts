import { textOfOperand, type Expression, type Operand } from '../expression.ts';
import type { QueryScope } from '../fieldPath.ts';
import { malformedAt } from '../queryErrors.ts';
import { argumentOf, nameOf, rowExpression } from '../rowFunctions.ts';
import { defineField } from '../../schema/fieldBuilders.ts';
import { aggregateExpression, isAggregateFunction } from './aggregateFunctions.ts';
import type { Grouping } from './grouping.ts';
import type { RecordGroup } from './recordGroup.ts';

/** Opens the refusal of a field that stands outside GROUP BY: `Field`, `Ordered field`. */
export type OperandRole = 'Field' | 'Ordered field' | 'Having field';

/**
 * What an aggregate query selects, filters or sorts its rows by: an aggregate function, GROUPING, or something that it
 * groups by.
 *
 * @throws SalesforceError MALFORMED_QUERY for anything else
 */
export function groupExpression(
    scope: QueryScope,
    grouping: Grouping,
    operand: Operand,
    role: OperandRole
): Expression<RecordGroup> {
    const name = typeof operand === 'string' ? '' : nameOf(operand);
    if (typeof operand !== 'string' && isAggregateFunction(name)) return aggregateExpression(scope, operand);
    if (typeof operand !== 'string' && name === 'GROUPING') {
        return subtotalMark(requireGrouped(scope, grouping, argumentOf(scope, operand).text, operand, role));
    }
    const expression = rowExpression(scope, operand);
    const key =
        argumentGroupedBy(scope, grouping, operand) ?? requireGrouped(scope, grouping, expression.text, operand, role);
    return {
        ...expression,
        read: ({ records: [first], groupedBy }) => (first && groupedBy.has(key) ? expression.read(first) : null)
    };
}

/** CALENDAR_YEAR(CloseDate) and toLabel(Status) may be selected when the field alone is grouped by. */
function argumentGroupedBy(scope: QueryScope, { expressions }: Grouping, operand: Operand): string | undefined {
    if (typeof operand === 'string' || typeof operand.parameters?.[0] !== 'string') return undefined;
    const argument = argumentOf(scope, operand);
    return expressions.find(({ text }) => text === argument.text)?.text;
}

function requireGrouped(
    { soql }: QueryScope,
    { expressions }: Grouping,
    text: string,
    operand: Operand,
    role: OperandRole
): string {
    if (expressions.some((each) => each.text === text)) return text;
    const written = textOfOperand(operand);
    throw malformedAt(soql, written, `${role} must be grouped or aggregated: ${written}`);
}

/** 1 in rows that are a subtotal over the field, 0 in others. */
function subtotalMark(groupedText: string): Expression<RecordGroup> {
    const text = `GROUPING(${groupedText})`;
    return {
        text,
        field: defineField('int', text, text),
        read: ({ groupedBy }) => (groupedBy.has(groupedText) ? 0 : 1)
    };
}
