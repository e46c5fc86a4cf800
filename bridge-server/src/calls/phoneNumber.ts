import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { readSpelling } from './phoneSpelling.ts';

export interface PhoneNumber {
    /** One spelling for all spellings of one number: E.164 with the ninth digit. */
    readonly e164: string;
    /** As Brazilians read it, such as `(11) 98765-4321`; abroad as `+1 212 555 0100`. */
    readonly display: string;
}

/**
 * Reads a telephone number as telephony sides announce it and people type it: any two spellings of one number give the
 * same e164, two different numbers never do. Null for what names no subscriber (an extension, a short code,
 * `anonymous`, a number without its DDD), or more than one.
 */
export function readPhoneNumber(spelling: string | null): PhoneNumber | null {
    const [number, another] = readPhoneNumbers(spelling);
    return number && !another ? number : null;
}

/** All the numbers in a telephone field, such as `11 98765-4321 / 11 2295-3040`; see readSpelling. */
export const readPhoneNumbers = (field: string | null): PhoneNumber[] =>
    readSpelling(field ?? '').map((e164) => ({ e164, display: displayOf(e164) }));

/** For people: the number as read, or as it came when it is none; null when withheld. */
export const displayNumber = (spelling: string | null): string | null => readPhoneNumber(spelling)?.display ?? spelling;

function displayOf(e164: string): string {
    const parsed = parsePhoneNumberFromString(e164);
    if (!parsed) return e164;
    return parsed.countryCallingCode === '55' ? parsed.formatNational() : parsed.formatInternational();
}
