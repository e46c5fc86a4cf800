import { unexpectedSearchToken } from './searchErrors.ts';
import type { TermPiece } from './searchExpression.ts';

export type SearchToken = { kind: 'open' | 'close' | 'and' | 'or' | 'not' } | { kind: 'term'; pieces: TermPiece[] };

/**
 * Reserved by SOSL, an error unless a backslash precedes them, even inside quotation marks (SOSL and SOQL
 * Reference, "FIND {SearchQuery}"). Quotes, parentheses and wildcards are reserved too and mean something.
 */
const RESERVED = new Set("&|!{}[]^~:'+-");
const KEYWORDS: Partial<Record<string, 'and' | 'or' | 'not'>> = { AND: 'and', OR: 'or', NOT: 'not' };

/** The text with a backslash before every reserved character that has none. */
export function escapeReserved(text: string): string {
    return text.replace(/\\[\s\S]|[\s\S]/gu, (piece) => (RESERVED.has(piece) ? `\\${piece}` : piece));
}

/** The words, phrases and operators between the braces of FIND. @throws SalesforceError MALFORMED_SEARCH */
export function tokenizeSearchText(text: string): SearchToken[] {
    const tokens: SearchToken[] = [];
    let pieces: TermPiece[] = [];
    let isQuoted = false;

    function endWord(): void {
        if (pieces.length > 0) tokens.push(wordToken(pieces));
        pieces = [];
    }

    function endPhrase(): void {
        tokens.push({ kind: 'term', pieces });
        pieces = [];
    }

    const characters = [...text];
    for (let index = 0; index < characters.length; index++) {
        const character = characters[index] ?? '';
        if (character === '\\') {
            const escaped = characters[++index];
            if (escaped === undefined) throw unexpectedSearchToken('\\');
            pieces.push({ kind: 'text', text: escaped });
        } else if (character === '"') {
            if (isQuoted) endPhrase();
            else endWord();
            isQuoted = !isQuoted;
        } else if (character === '*') pieces.push({ kind: 'anyText' });
        else if (character === '?') pieces.push({ kind: 'anyCharacter' });
        else if (RESERVED.has(character)) throw unexpectedSearchToken(character);
        else if (isQuoted) pieces.push({ kind: 'text', text: character });
        else if (character === '(' || character === ')') {
            endWord();
            tokens.push({ kind: character === '(' ? 'open' : 'close' });
        } else if (/\s/.test(character)) endWord();
        else pieces.push({ kind: 'text', text: character });
    }
    if (isQuoted) throw unexpectedSearchToken('<EOF>');
    endWord();
    return tokens;
}

function wordToken(pieces: TermPiece[]): SearchToken {
    const keyword = KEYWORDS[textOfPieces(pieces).toUpperCase()];
    return keyword ? { kind: keyword } : { kind: 'term', pieces };
}

/** The letters of a term, wildcards left out. */
export function textOfPieces(pieces: TermPiece[]): string {
    return pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
}
