import { hasWildcards, phoneDigits, termWords, withoutLeadingWildcards } from './compileTerm.ts';
import type { SearchExpression, TermPiece } from './searchExpression.ts';
import type { SearchIndex } from './searchIndex.ts';

/**
 * Ids among which all that the expression matches are; null when the index cannot tell, and every record must be looked
 * at.
 */
export function findCandidateIds(index: SearchIndex, expression: SearchExpression): Set<string> | null {
    switch (expression.kind) {
        case 'term':
            return withTerm(index, withoutLeadingWildcards(expression.pieces));
        case 'and': {
            const found = expression.operands.flatMap((operand) => findCandidateIds(index, operand) ?? []);
            return found.length === 0 ? null : found.reduce((least, each) => (each.size < least.size ? each : least));
        }
        case 'or':
            return unite(expression.operands.map((operand) => findCandidateIds(index, operand)));
        case 'andNot':
            return findCandidateIds(index, expression.operand);
    }
}

function withTerm(index: SearchIndex, pieces: TermPiece[]): Set<string> | null {
    return unite([withPhone(index, pieces), withWords(index, pieces)]);
}

function withPhone(index: SearchIndex, pieces: TermPiece[]): Set<string> | null {
    const digits = phoneDigits(pieces);
    if (digits === null) return new Set();
    return hasWildcards(pieces) ? null : new Set(index.withDigits(digits));
}

/** By the first word: what it stands in holds it whole, or begins with it when a wildcard follows at once. */
function withWords(index: SearchIndex, pieces: TermPiece[]): Set<string> | null {
    const words = termWords(pieces);
    if (words === null) return new Set();
    const [, word = '', rest = ''] = /^(\S*)([\s\S]*)$/.exec(words.beforeWildcard) ?? [];
    if (word === '') return null;
    const isWhole = rest !== '' || !words.isCut;
    return new Set(isWhole ? index.withWord(word) : index.withWordFrom(word));
}

function unite(found: (Set<string> | null)[]): Set<string> | null {
    const known = found.filter((each) => each !== null);
    return known.length < found.length ? null : new Set(known.flatMap((each) => [...each]));
}
