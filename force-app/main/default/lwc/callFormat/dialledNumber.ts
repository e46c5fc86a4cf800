/** DDD of two digits, then nine digits of a mobile, or eight of a landline (a mobile as written before 2016). */
const SUBSCRIBER = '([1-9]{2})(9\\d{4}|[2-9]\\d{3})(\\d{4})';

/** How Brazilians write what they dial; each takes all of a text's digits, and no two take the same. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
    [new RegExp(`^${SUBSCRIBER}$`), '($1) $2-$3'],
    [new RegExp(`^0${SUBSCRIBER}$`), '0 ($1) $2-$3'],
    // by a carrier of the agent's choice
    [new RegExp(`^0([1-9]\\d)${SUBSCRIBER}$`), '0 $1 ($2) $3-$4'],
    [new RegExp(`^(\\+?55)${SUBSCRIBER}$`), '$1 ($2) $3-$4'],
    [/^(0(?:30[03]|[589]00))(\d{3})(\d{4})$/, '$1 $2 $3'],
    [/^([34]00\d)(\d{4})$/, '$1-$2']
];

const PUNCTUATION = /[\s().\-/]/g;
const DASHES = /[\p{Pd}\u2212]/gu;
/** Soft hyphens and the direction marks that come with a number copied from a telephone's screen. */
const INVISIBLE = /\p{Cf}/gu;

/**
 * A number as it is being typed or as somebody wrote it down: grouped as soon as it is whole, otherwise as it is, but
 * without what nobody sees. Its digits, and a + in front, stay the same: no carrier, country or DDD is taken away.
 */
export function formatDialled(text: string): string {
    const cleaned = text
        .normalize('NFKC')
        .replace(INVISIBLE, '')
        .replace(DASHES, '-')
        .replace(/\s+/g, ' ')
        .replace(/^ /, '');
    const significant = cleaned.replace(PUNCTUATION, '');
    const [pattern, spelling] = SPELLINGS.find(([candidate]) => candidate.test(significant)) ?? [];
    return pattern && spelling ? significant.replace(pattern, spelling) : cleaned;
}

const MAX_NUMBER_LENGTH = 40;
/** No name has so many. */
const CERTAINLY_A_NUMBER = 8;

/**
 * Whether a text is a number to be dialled, such as `(11) 98765-4321`, `190`, `*60` or `Tel.: 11 98765-4321`, and not
 * (the beginning of) a name.
 */
export function isDialled(text: string): boolean {
    const digitCount = text.replace(/\D/g, '').length;
    if (text.length > MAX_NUMBER_LENGTH) return false;
    return digitCount >= CERTAINLY_A_NUMBER || (/[\d*#]/.test(text) && !/\p{L}/u.test(text));
}
