import type { SearchedValue } from './compileSearch.ts';
import type { TermPiece } from './searchExpression.ts';

const NOT_A_WORD_CHARACTER = /[^\p{L}\p{N}]+/gu;
const PHONE_CHARACTERS = /^[\d\s().+/-]*$/;
/** The end of a number is found from so many digits on; a shorter one only when it is the whole number. */
const DIGITS_OF_A_SUBSCRIBER = 7;

/** Whether a value contains the term: as words, or as the digits of a phone whatever its punctuation. */
export function compileTerm(pieces: TermPiece[]): (value: SearchedValue) => boolean {
    const withoutLeadingWildcard = pieces.slice(pieces.findIndex((piece) => piece.kind === 'text'));
    const matchesWords = compileWords(withoutLeadingWildcard);
    const matchesPhone = compilePhone(withoutLeadingWildcard);
    return ({ type, text }) => matchesWords(text) || (type === 'phone' && matchesPhone(text));
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

/** Words in order, without case, accents or what stands between them. */
function toWords(text: string): string {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(NOT_A_WORD_CHARACTER, ' ');
}

function compileWords(pieces: TermPiece[]): (text: string) => boolean {
    const source = joinPieces(pieces, '[\\p{L}\\p{N}]', toWords).trim();
    if (source === '') return () => false;
    const pattern = new RegExp(`(?<![^ ])${source}(?![^ ])`, 'u');
    return (text) => pattern.test(toWords(text));
}

function compilePhone(pieces: TermPiece[]): (text: string) => boolean {
    const typed = pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
    const digitCount = typed.replace(/\D/g, '').length;
    if (digitCount === 0 || !PHONE_CHARACTERS.test(typed)) return () => false;
    const source = joinPieces(pieces, '\\d', (text) => text.replace(/\D/g, ''));
    const pattern = new RegExp(digitCount >= DIGITS_OF_A_SUBSCRIBER ? `${source}$` : `^${source}$`);
    return (text) => pattern.test(text.replace(/\D/g, ''));
}
