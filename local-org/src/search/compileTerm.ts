import type { TermPiece } from './searchExpression.ts';
import { toDigits, toWords, type SearchedValue } from './searchedValue.ts';
import { textOfPieces } from './tokenizeSearchText.ts';

const PHONE_CHARACTERS = /^[\d\s().+/-]*$/;
/** The end of a number is found from so many digits on; a shorter one only when it is the whole number. */
const DIGITS_OF_A_SUBSCRIBER = 7;

/** Whether a value contains the term: as words, or as the digits of a phone whatever its punctuation. */
export function compileTerm(pieces: TermPiece[]): (value: SearchedValue) => boolean {
    const withoutLeadingWildcard = pieces.slice(pieces.findIndex((piece) => piece.kind === 'text'));
    const matchesWords = compileWords(withoutLeadingWildcard);
    const matchesPhone = compilePhone(withoutLeadingWildcard);
    return ({ words, digits }) => (digits !== null && matchesPhone(digits)) || matchesWords(words);
}

function joinPieces(pieces: TermPiece[], wildcardClass: string, clean: (text: string) => string): string {
    return groupText(pieces)
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
    if (toWords(textOfPieces(pieces)).trim() === '') return () => false;
    const source = joinPieces(pieces, '[\\p{L}\\p{N}]', toWords).trim();
    const pattern = new RegExp(`(?<![^ ])${source}(?![^ ])`, 'u');
    return (words) => pattern.test(words);
}

function compilePhone(pieces: TermPiece[]): (indexed: string) => boolean {
    const typed = textOfPieces(pieces);
    const digitCount = toDigits(typed).length;
    if (digitCount === 0 || !PHONE_CHARACTERS.test(typed)) return () => false;
    const source = joinPieces(pieces, '\\d', toDigits);
    const pattern = new RegExp(digitCount >= DIGITS_OF_A_SUBSCRIBER ? `${source}$` : `^${source}$`);
    return (digits) => pattern.test(digits);
}
