import { compileTerm } from './compileTerm.ts';
import type { SearchExpression } from './searchExpression.ts';
import type { SearchedValue } from './searchedValue.ts';

export type SearchMatcher = (values: SearchedValue[]) => boolean;

/** The expression as a test of a record's searched values: every word may be found in another field. */
export function compileSearch(expression: SearchExpression): SearchMatcher {
    switch (expression.kind) {
        case 'term': {
            const matches = compileTerm(expression.pieces);
            return (values) => values.some(matches);
        }
        case 'and': {
            const operands = expression.operands.map(compileSearch);
            return (values) => operands.every((operand) => operand(values));
        }
        case 'or': {
            const operands = expression.operands.map(compileSearch);
            return (values) => operands.some((operand) => operand(values));
        }
        case 'andNot': {
            const operand = compileSearch(expression.operand);
            const excluded = compileSearch(expression.excluded);
            return (values) => operand(values) && !excluded(values);
        }
    }
}
