import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

export interface PhoneNumber {
    /** One spelling for all spellings of one number: E.164 with the ninth digit. */
    readonly e164: string;
    /** As Brazilians read it, such as `(11) 98765-4321`; abroad as `+1 212 555 0100`. */
    readonly display: string;
}

const LONGEST_SPELLING = 40;
/** What people type after the number of a company. */
const EXTENSION = /\s*\b(ramal|r\.|ext\.?)\s*\d{1,6}$/i;
/** A mobile of before 2016: DDD and eight digits that begin with 6 to 9. Landlines begin with 2 to 5. */
const EIGHT_DIGIT_MOBILE = /^\+55(\d{2})([6-9]\d{7})$/;

/** DDD (two digits without zero) and subscriber; 0800 and its kin; 4004-1234 and its kin, which have no DDD. */
const BRAZILIAN_SUBSCRIBER = /^\+55([1-9]{2}[2-9]\d{7,8}|[3589]0[03459]\d{6,7}|[34]00\d{5})$/;

/**
 * Reads a telephone number as telephony sides announce it and people type it: with or without +55, with 0 and a
 * carrier, with the old eight digits of a mobile. Null for what names no subscriber (an extension, a short code,
 * `anonymous`, a number without its DDD).
 *
 * Source of the rules: Anatel's numbering plan; the ninth digit is nationwide since November 2016.
 */
export function readPhoneNumber(spelling: string | null): PhoneNumber | null {
    if (!spelling || spelling.length > LONGEST_SPELLING) return null;
    const parsed = parsePhoneNumberFromString(withPlus(spelling.replace(EXTENSION, '')), 'BR');
    if (!parsed?.isPossible()) return null;
    const e164 = parsed.number.replace(EIGHT_DIGIT_MOBILE, '+55$19$2');
    if (e164.startsWith('+55') && !BRAZILIAN_SUBSCRIBER.test(e164)) return null;
    const complete = parsePhoneNumberFromString(e164) ?? parsed;
    return {
        e164,
        display: complete.countryCallingCode === '55' ? complete.formatNational() : complete.formatInternational()
    };
}

/** Telephony sides announce `5511987654321` without the plus; 12 or 13 digits from 55 on are never a national number. */
const withPlus = (spelling: string): string =>
    /^55\d{10,11}$/.test(spelling.replace(/[^\d+]/g, '')) ? `+${spelling.replace(/\D/g, '')}` : spelling;

/** For people: the number as read, or as it came when it is none; null when withheld. */
export const displayNumber = (spelling: string | null): string | null => readPhoneNumber(spelling)?.display ?? spelling;
