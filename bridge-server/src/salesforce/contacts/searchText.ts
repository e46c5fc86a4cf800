import { isSubscriber } from '../../calls/phoneDialling.ts';
import { readPhoneNumbers } from '../../calls/phoneNumber.ts';
import { readTaxId } from '../caller/taxId.ts';

/** What an agent's search text asks for. */
export interface Wanted {
    /** CPF or CNPJ without punctuation, in capitals; null when the text is none. Eleven digits may be a number as well. */
    readonly taxId: string | null;
    /** E.164. */
    readonly numbers: readonly string[];
    /** Eight or nine digits of a number without its DDD. */
    readonly subscriber: string | null;
    /** Words of a name; empty when the text is one of the others. */
    readonly words: readonly string[];
}

const MAX_NUMBERS = 5;
const MAX_WORDS = 8;
const LETTER = /\p{L}/u;
const WORD = /[\p{L}\p{N}]/u;
/** Operators of SOSL in whatever case; as words of a name they tell nobody apart. */
const OPERATOR = /^(and|or|not)$/i;

/** Any text gives something to look for, or nothing at all. Never throws. */
export function readSearchText(text: string): Wanted {
    const typed = text.toWellFormed().normalize('NFC');
    const taxId = canonicalTaxId(typed);
    const numbers = readPhoneNumbers(typed)
        .map(({ e164 }) => e164)
        .slice(0, MAX_NUMBERS);
    const digits = typed.replace(/\D/g, '');
    const subscriber = numbers.length === 0 && !LETTER.test(typed) && isSubscriber(digits) ? digits : null;
    const isNumber = taxId !== null || numbers.length > 0 || subscriber !== null;
    return { taxId, numbers, subscriber, words: isNumber ? [] : wordsOf(typed) };
}

/** The same for `972.281.866-05` and `97228186605`; null for what is no valid CPF or CNPJ. */
export function canonicalTaxId(value: string | null): string | null {
    return (
        readTaxId(value)
            ?.replace(/[^\dA-Za-z]/g, '')
            .toUpperCase() ?? null
    );
}

const wordsOf = (text: string): string[] =>
    text
        .split(/[\s,;/]+/)
        .filter((word) => WORD.test(word) && !OPERATOR.test(word))
        .slice(0, MAX_WORDS);
