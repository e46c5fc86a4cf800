import type { ConditionWithValueQuery, HavingClause, WhereClause } from '@jetstreamapp/soql-parser-js';
import { malformedQuery, unexpectedEnd, unexpectedToken } from './queryErrors.ts';
import type { QueryText } from './queryText.ts';

export type ConditionTree<Condition> =
    | { kind: 'condition'; condition: Condition }
    | { kind: 'not'; operand: ConditionTree<Condition> }
    | { kind: 'and' | 'or'; operands: ConditionTree<Condition>[] };

/** One comparison of a WHERE or HAVING clause, as the parser gives it. */
export type WhereCondition = Exclude<ConditionWithValueQuery, { openParen: number; field?: never }>;

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | { condition: WhereCondition };

/**
 * The clause as a tree. The parser hands over a chain with counts of parentheses; here it becomes words again and is
 * read once more, because Salesforce wants parentheses wherever AND, OR and NOT are mixed (SOQL and SOSL Reference,
 * "Logical Operators") and the parser does not.
 *
 * @throws SalesforceError MALFORMED_QUERY
 */
export function buildConditionTree(soql: QueryText, where: WhereClause | HavingClause): ConditionTree<WhereCondition> {
    const tokens = [...listTokens(where)];
    let position = 0;

    function unexpectedAt(at: number, word: 'AND' | 'OR' | 'NOT') {
        return unexpectedToken(soql, word, tokens.slice(0, at).filter((token) => token === word).length);
    }

    function readOperand(): ConditionTree<WhereCondition> {
        const token = tokens[position++];
        if (token === 'NOT') return { kind: 'not', operand: readOperand() };
        if (token === '(') {
            const inner = readExpression();
            if (tokens[position++] !== ')') throw unexpectedEnd();
            return inner;
        }
        if (typeof token === 'object') return { kind: 'condition', condition: token.condition };
        throw malformedQuery(`unexpected token: '${token ?? '<EOF>'}'`);
    }

    function readExpression(): ConditionTree<WhereCondition> {
        const isNegation = tokens[position] === 'NOT';
        const first = readOperand();
        const operator = tokens[position];
        if (operator !== 'AND' && operator !== 'OR') return first;
        const operands = [first];
        if (isNegation) throw unexpectedAt(position, operator);
        while (tokens[position] === operator) {
            position++;
            if (tokens[position] === 'NOT') throw unexpectedAt(position, 'NOT');
            operands.push(readOperand());
        }
        const next = tokens[position];
        if (next === 'AND' || next === 'OR') throw unexpectedAt(position, next);
        return { kind: operator === 'AND' ? 'and' : 'or', operands };
    }

    const tree = readExpression();
    if (position < tokens.length) throw malformedQuery(`unexpected token: '${tokens[position]}'`);
    return tree;
}

function* listTokens(clause: WhereClause | HavingClause): Generator<Token> {
    const { left } = clause;
    for (let open = 0; open < (left?.openParen ?? 0); open++) yield '(';
    if (left && isCondition(left)) {
        yield { condition: left };
        for (let close = 0; close < (left.closeParen ?? 0); close++) yield ')';
    }
    if (!('operator' in clause)) return;
    yield clause.operator;
    yield* listTokens(clause.right);
}

function isCondition(left: ConditionWithValueQuery): left is WhereCondition {
    return 'operator' in left;
}

export function mapConditions<From, To>(tree: ConditionTree<From>, map: (condition: From) => To): ConditionTree<To> {
    switch (tree.kind) {
        case 'condition':
            return { kind: 'condition', condition: map(tree.condition) };
        case 'not':
            return { kind: 'not', operand: mapConditions(tree.operand, map) };
        case 'and':
        case 'or':
            return { kind: tree.kind, operands: tree.operands.map((operand) => mapConditions(operand, map)) };
    }
}
