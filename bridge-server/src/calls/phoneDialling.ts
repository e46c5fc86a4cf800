import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

const COUNTRY = '55';
/** The 67 national codes (DDD); none has a zero. */
const AREA = '(?:1[1-9]|2[12478]|3[1-578]|4[1-9]|5[1345]|6[1-9]|7[134579]|8[1-9]|9[1-9])';
/** Nine digits of a mobile; eight of a landline (2 to 5) or of a mobile as written before 2016 (6 to 9). */
const SUBSCRIBER = '(?:9\\d{8}|[2-9]\\d{7})';
const WHOLE_SUBSCRIBER = new RegExp(`^${SUBSCRIBER}$`);
const CARRIER = '[1-9]\\d';
/** Those that carry calls abroad; a code of two digits there could be a country's beginning as well. */
const CARRIER_ABROAD = /^(?:1[245]|2[135]|31|4[13]|65|99)/;

/** `11 2295-3040`, `0 11 2295-3040`, `0 15 11 2295-3040` or, collect, `90 15 11 2295-3040`. */
const GEOGRAPHIC = new RegExp(`^(?:0(?:${CARRIER})?|90${CARRIER})?(${AREA})(${SUBSCRIBER})$`);
/** `0800 722 1234`, its six-digit elders, and its kin 0300, 0303, 0500, 0900. */
const NON_GEOGRAPHIC = /^0?((?:30\d|[589]00)\d{7}|[58]00\d{6})$/;
/** `4004-1234` and its kin, dialled without DDD. */
const NATIONWIDE = /^0?([34]00\d{5}|4020\d{4})$/;
/** Series that are the same number in every area, so that a DDD typed in front says nothing. */
const NATIONWIDE_SERIES = /^[34]00\d/;
const OLD_MOBILE = /^[6-9]\d{7}$/;

/**
 * The number in E.164 that somebody in Brazil would reach by these digits, however much of `+`, country, carrier and
 * DDD they hold; null when they reach no subscriber, or when they could be two numbers.
 *
 * No two readings of the Brazilian plan have the same length and beginning, so none has to win over another. Source:
 * Anatel, Regulamento de Numeração dos Serviços de Telecomunicações (Resolução 749/2022); the ninth digit is nationwide
 * since November 2016.
 *
 * @param typed digits with any punctuation among them, and `+` in front or not
 */
export function readDialled(typed: string): string | null {
    const digits = typed.replace(/\D/g, '');
    if (/^\D*\+/.test(typed)) return readInternational(digits);
    if (digits.startsWith('00')) return readAfterInternationalPrefix(digits.slice(2));
    return readNational(digits) ?? (digits.startsWith(COUNTRY) ? readNational(digits.slice(COUNTRY.length)) : null);
}

/** The DDD of a number that has one. */
export const areaOf = (e164: string): string | null =>
    e164.startsWith(`+${COUNTRY}`) ? (GEOGRAPHIC.exec(e164.slice(1 + COUNTRY.length))?.[1] ?? null) : null;

/** Whether these digits are all of a subscriber's number, without its DDD. */
export const isSubscriber = (digits: string): boolean => WHOLE_SUBSCRIBER.test(digits);

function readNational(digits: string): string | null {
    const [, area = '', subscriber = ''] = GEOGRAPHIC.exec(digits) ?? [];
    if (area !== '' && !NATIONWIDE_SERIES.test(subscriber)) {
        return `+${COUNTRY}${area}${OLD_MOBILE.test(subscriber) ? '9' : ''}${subscriber}`;
    }
    const withoutArea = area === '' ? (NON_GEOGRAPHIC.exec(digits) ?? NATIONWIDE.exec(digits))?.[1] : subscriber;
    return withoutArea ? `+${COUNTRY}${withoutArea}` : null;
}

/** After `00`: the country, as people write, or a carrier and the country, as Brazilians dial. Null when it may be both. */
function readAfterInternationalPrefix(digits: string): string | null {
    const withoutCarrier = readInternational(digits);
    const withCarrier = CARRIER_ABROAD.test(digits) ? readInternational(digits.slice(2)) : null;
    return withoutCarrier && withCarrier ? null : (withoutCarrier ?? withCarrier);
}

function readInternational(digits: string): string | null {
    if (digits.startsWith(COUNTRY)) return readNational(digits.slice(COUNTRY.length));
    const read = readAbroad(`+${digits}`);
    return read !== null && readAbroad(read) === read ? read : null;
}

function readAbroad(e164: string): string | null {
    const parsed = parsePhoneNumberFromString(e164);
    return parsed?.isValid() ? parsed.number : null;
}
