import type { TermPiece } from './searchExpression.ts';
import { toDigits, toWords, type SearchedValue } from './searchedValue.ts';
import { textOfPieces } from './tokenizeSearchText.ts';

const PHONE_CHARACTERS = /^[\d\s().+/-]*$/;
/** The end of a number is found from so many digits on; a shorter one only when it is the whole number. */
export const DIGITS_OF_A_SUBSCRIBER = 7;

/** Whether a value contains the term: as words, or as the digits of a phone whatever its punctuation. */
export function compileTerm(pieces: TermPiece[]): (value: SearchedValue) => boolean {
    const searched = withoutLeadingWildcards(pieces);
    const matchesWords = compileWords(searched);
    const matchesPhone = compilePhone(searched);
    return ({ words, digits }) => (digits !== null && matchesPhone(digits)) || matchesWords(words);
}

/** A wildcard in front means nothing (SOSL, "FIND {SearchQuery}"). */
export function withoutLeadingWildcards(pieces: TermPiece[]): TermPiece[] {
    const start = pieces.findIndex((piece) => piece.kind === 'text');
    return start < 0 ? [] : groupText(pieces.slice(start));
}

export function hasWildcards(pieces: TermPiece[]): boolean {
    return pieces.some((piece) => piece.kind !== 'text');
}

/** The digits of a term that may be a phone, null of any other. */
export function phoneDigits(pieces: TermPiece[]): string | null {
    const typed = textOfPieces(pieces);
    const digits = toDigits(typed);
    return digits !== '' && PHONE_CHARACTERS.test(typed) ? digits : null;
}

/** The words of a term as far as its first wildcard, and whether that cuts them; null of a term without words. */
export function termWords(pieces: TermPiece[]): { beforeWildcard: string; isCut: boolean } | null {
    if (toWords(textOfPieces(pieces)).trim() === '') return null;
    const [first] = pieces;
    const beforeWildcard = first?.kind === 'text' ? toWords(first.text).trimStart() : '';
    return { beforeWildcard, isCut: pieces.length > 1 };
}

function joinPieces(pieces: TermPiece[], wildcardClass: string, clean: (text: string) => string): string {
    return pieces
        .map((piece) => {
            switch (piece.kind) {
                case 'text':
                    return clean(piece.text);
                case 'anyText':
                    return `${wildcardClass}*`;
                case 'anyCharacter':
                    return wildcardClass;
            }
        })
        .join('');
}

function groupText(pieces: TermPiece[]): TermPiece[] {
    return pieces.reduce<TermPiece[]>((groups, piece) => {
        const last = groups.at(-1);
        if (piece.kind === 'text' && last?.kind === 'text') {
            return [...groups.slice(0, -1), { kind: 'text', text: last.text + piece.text }];
        }
        return [...groups, piece];
    }, []);
}

function compileWords(pieces: TermPiece[]): (indexed: string) => boolean {
    if (termWords(pieces) === null) return () => false;
    const source = joinPieces(pieces, '[\\p{L}\\p{N}]', toWords).trim();
    const pattern = new RegExp(`(?<![^ ])${source}(?![^ ])`, 'u');
    return (words) => pattern.test(words);
}

function compilePhone(pieces: TermPiece[]): (indexed: string) => boolean {
    const digits = phoneDigits(pieces);
    if (digits === null) return () => false;
    const source = joinPieces(pieces, '\\d', toDigits);
    const pattern = new RegExp(digits.length >= DIGITS_OF_A_SUBSCRIBER ? `${source}$` : `^${source}$`);
    return (indexed) => pattern.test(indexed);
}
