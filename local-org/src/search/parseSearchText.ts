import { malformedSearch, unexpectedSearchToken } from './searchErrors.ts';
import type { SearchExpression } from './searchExpression.ts';
import { textOfPieces, tokenizeSearchText, type SearchToken } from './tokenizeSearchText.ts';

/** Beyond this many characters Salesforce drops the operators and finds any of the words. */
const OPERATORS_UP_TO = 4000;
const SHORTEST_SEARCH = 2;

/**
 * The search text as a tree. Parentheses bind first, then AND NOT, AND (also where two words stand side by side)
 * and last OR.
 *
 * @throws SalesforceError MALFORMED_SEARCH
 */
export function parseSearchText(text: string): SearchExpression {
    const tokens = tokenizeSearchText(text);
    requireLength(tokens);
    if (text.length > OPERATORS_UP_TO) return { kind: 'or', operands: tokens.filter((token) => token.kind === 'term') };
    let position = 0;

    function takes(kind: SearchToken['kind']): boolean {
        if (tokens[position]?.kind !== kind) return false;
        position++;
        return true;
    }

    function readOperand(): SearchExpression {
        const token = tokens[position++];
        if (token?.kind === 'term') return token;
        if (token?.kind !== 'open') throw unexpectedSearchToken(token?.kind ?? '<EOF>');
        const inner = readAlternatives();
        if (!takes('close')) throw unexpectedSearchToken('<EOF>');
        return inner;
    }

    function readConjunction(): SearchExpression {
        let result = readOperand();
        while (tokens[position] && tokens[position]?.kind !== 'or' && tokens[position]?.kind !== 'close') {
            takes('and');
            result = takes('not')
                ? { kind: 'andNot', operand: result, excluded: readOperand() }
                : { kind: 'and', operands: [result, readOperand()] };
        }
        return result;
    }

    function readAlternatives(): SearchExpression {
        const operands = [readConjunction()];
        while (takes('or')) operands.push(readConjunction());
        return { kind: 'or', operands };
    }

    const expression = readAlternatives();
    if (position < tokens.length) throw unexpectedSearchToken(tokens[position]?.kind ?? '<EOF>');
    return expression;
}

function requireLength(tokens: SearchToken[]): void {
    if (tokens.length === 0) {
        throw malformedSearch('No search term found. The search term must be enclosed in braces.');
    }
    const text = tokens.map((token) => (token.kind === 'term' ? textOfPieces(token.pieces) : token.kind)).join('');
    if (text.length < SHORTEST_SEARCH) throw malformedSearch(`search term must be longer than one character: ${text}`);
}
