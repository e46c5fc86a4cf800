import { areaOf, isSubscriber, readDialled } from './phoneDialling.ts';

/** Longer than any telephone field (40) and than the address of a SIP header. */
const LONGEST_SPELLING = 256;
/** With all its punctuation: what is longer begins no number. */
const LONGEST_NUMBER = 40;
/** The whole name that a telephony side gives to who does not want to be known. */
const WITHHELD =
    /^[\s"']*(?:n[uú]mero )?(?:anonymous|an[oô]nim[oa]|restricted|restrit[oa]|withheld|private|privad[oa]|ocult[oa])[\s"']*$/i;
const SIP_HOST = /@[^\s>]*/g;
const URI_PARAMETER = /;[a-z][\w-]*=[^;,>\s]*/gi;
const DASHES = /[\p{Pd}\u2212\u2043_]/gu;
/** Soft hyphens and the direction marks that come with a number copied from a telephone's screen. */
const INVISIBLE = /\p{Cf}/gu;

/**
 * The numbers in a text, in E.164 and in its order, each once: `11 98765-4321 / 2295-3040 ramal 12` has two.
 * Understands what telephony sides announce (`5511987654321`, `sip:+5511987654321@pbx`, `"Maria" <5511987654321>`,
 * `tel:` addresses) and what people type into a telephone field: any punctuation, words before and behind, an extension
 * behind, several numbers of which the later ones lack the DDD. Never throws.
 */
export function readSpelling(text: string): string[] {
    if (text.length > LONGEST_SPELLING) return [];
    const numbers = segments(addressIn(text.normalize('NFKC').replace(INVISIBLE, ''))).flatMap(readSegment);
    return [...new Set(numbers)];
}

/** What is between < and >, or all of it, without the host and the parameters of an URI. */
function addressIn(text: string): string {
    const [bracketed, address = text] = /<([^<>]*)>/.exec(text) ?? [];
    if (bracketed !== undefined && WITHHELD.test(text.replace(bracketed, ''))) return '';
    return address
        .replace(SIP_HOST, ' ')
        .replace(URI_PARAMETER, ' ')
        .replace(/%2b/gi, '+')
        .replace(/%[0-9a-f]{2}/gi, ' ');
}

/** Stretches of digits and punctuation; words and signs end one, so that an extension stands apart. */
function segments(text: string): string[] {
    return text
        .replace(DASHES, '-')
        .replace(/00[\s-]*(?:xx|\*\*)/gi, '00')
        .replace(/\s(?:e|ou)\s|[,;|&\r\n]/gi, '/')
        .split(/[^\d\s().+/-]+/);
}

/** The parts of a segment that may be numbers of their own. */
const parts = (segment: string): string[] =>
    segment
        .replace(/\+/g, '/+')
        .replace(/(\d(?:[\s.-]*\d){7,})\s*\(/g, '$1/(')
        .split(/\/|\s-+\s/)
        .map((part) => part.trim());

/**
 * A part is a number by itself, or together with what stands before it (`11 / 98765-4321`, `11 98765 - 4321`), or with
 * the DDD of the number before it.
 */
function readSegment(segment: string): string[] {
    const numbers: string[] = [];
    let begun = '';
    for (const part of parts(segment)) {
        const area = areaOf(numbers.at(-1) ?? '');
        const number = readPart(`${begun} ${part}`) ?? readAlone(begun, part) ?? (area && readLocal(area, part));
        if (number) numbers.push(number);
        begun = number || isLocal(part) || begun.length > LONGEST_NUMBER ? '' : `${begun} ${part}`;
    }
    return numbers;
}

const IS_INTERNATIONAL = /^\D*(?:\+|00)/;

/** What follows the country of a number abroad is no number at home. */
const readAlone = (begun: string, part: string): string | null =>
    IS_INTERNATIONAL.test(begun) ? null : readPart(part);

/** `2295-3040`, `98765 4321`, `9.8765.4321`; but `55 11 2295` is the beginning of a number. */
const LOCAL = /^\(?(?:9\D?\d{4}|\d{4,5})\D?\d{4}\D*$/;

const isLocal = (part: string): boolean => LOCAL.test(part) && isSubscriber(digitsOf(part));

const readLocal = (area: string, part: string): string | null =>
    isLocal(part) ? readDialled(area + digitsOf(part)) : null;

/** As Brazilians group a number, what stands behind the last four digits is an extension: `(11) 2066-8090 214`. */
const EXTENSION_BEHIND = /(?<=\d{4}-\d{4})[\s-]+\d{1,5}$/;
const IS_ABROAD = /^\D*(?:\+|00)(?!\D*55)/;

/** `3456-7890 91` is a local number with its extension and no `34 5678-9091`. */
function readPart(part: string): string | null {
    const grouped = IS_ABROAD.test(part) ? part : part.trim().replace(EXTENSION_BEHIND, '');
    return readDialled(grouped) ?? (isLocal(grouped) ? null : readDialled(part));
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
