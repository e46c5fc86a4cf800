import type { QueryScope } from './fieldPath.ts';
import { unexpectedToken } from './queryErrors.ts';

const OPERATORS = ['=', '!=', '<', '<=', '>', '>=', 'LIKE', 'IN', 'NOT IN', 'INCLUDES', 'EXCLUDES'] as const;

export type ComparisonOperator = (typeof OPERATORS)[number];

/** The operator that a query writes in any case, `<>` for `!=`. @throws SalesforceError MALFORMED_QUERY */
export function readOperator({ soql }: Pick<QueryScope, 'soql'>, written: string): ComparisonOperator {
    const spelt = written === '<>' ? '!=' : written.toUpperCase().replace(/\s+/g, ' ');
    const operator = OPERATORS.find((each) => each === spelt);
    if (!operator) throw unexpectedToken(soql, written);
    return operator;
}

export function takesList(operator: ComparisonOperator): boolean {
    return ['IN', 'NOT IN', 'INCLUDES', 'EXCLUDES'].includes(operator);
}
