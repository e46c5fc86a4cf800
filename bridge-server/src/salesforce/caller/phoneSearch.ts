import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { areaOf } from '../../calls/phoneDialling.ts';
import type { Mapping } from '../../mapping/mapping.ts';
import { type CandidateOptions, returningCandidates } from './candidateFields.ts';

/**
 * The SOSL search for who has any of these numbers, in one API call.
 *
 *     connection.search(phoneSearch(['+5511987654321', '+551122953040'], mapping.caller, { personAccounts: false }))
 *
 * What comes back (`searchRecords`, told apart by `attributes.type`):
 * - Contact: Id, Name, AccountId, Account.Name, the mapped phones, CPF and `Account.` + CNPJ
 * - Account: Id, Name, the mapped phones and CNPJ; with person accounts also IsPersonAccount, PersonContactId, and the
 *   contact's phones and CPF in the spelling of personAccountField()
 * - Lead, when mapped: Id, Name, Company, Phone, MobilePhone, IsConverted; converted ones are left out
 *
 * Salesforce keeps phones as they were typed and finds by words and by last digits, so the search asks for every usual
 * spelling and finds more than was asked for: compare each phone with readPhoneNumbers() of calls/phoneNumber.ts. A
 * search that comes back with MAX_ROWS_FOUND rows may have left some out: ask again with half of the numbers.
 *
 * Only digits reach the search text, so nothing of what a stranger announced can change its meaning.
 *
 * Source of the limits: Salesforce Developer Limits, "SOQL and SOSL Limits for Search Queries": 10,000 characters of
 * search text, beyond which nothing is found, and 2,000 rows.
 *
 * @param numbers E.164, at least one, at most MAX_NUMBERS_IN_SEARCH
 */
export function phoneSearch(numbers: readonly string[], caller: Mapping['caller'], options: CandidateOptions): string {
    const text = phoneTerms(numbers).join(' OR ');
    return `FIND {${text}} IN PHONE FIELDS RETURNING ${returningCandidates(caller, options)} LIMIT ${MAX_ROWS_FOUND}`;
}

/** What to search for, of any of these numbers: terms of SOSL. */
export const phoneTerms = (numbers: readonly string[]): string[] => [...new Set(numbers.flatMap(searchTerms))];

/** So many fit into the search text whichever they are, and into the 16,384 bytes of a request's address and headers. */
export const MAX_NUMBERS_IN_SEARCH = 50;

export const MAX_ROWS_FOUND = 2000;

/**
 * What the usual spellings of this number hold as words and as last digits: with and without country, DDD, the zero of
 * long distance and the ninth digit, and with the dash that stands before an extension's words too.
 */
function searchTerms(e164: string): string[] {
    const digits = e164.replace(/\D/g, '');
    if (!digits.startsWith('55')) return abroadTerms(digits);
    const area = areaOf(e164);
    return area === null ? nonGeographicTerms(digits.slice(2)) : geographicTerms(area, digits.slice(2 + area.length));
}

const MOBILE_OF_BEFORE_2016 = /^9([6-9]\d{7})$/;

function geographicTerms(area: string, subscriber: string): string[] {
    const [, old] = MOBILE_OF_BEFORE_2016.exec(subscriber) ?? [];
    return [subscriber, ...(old ? [old] : [])].flatMap((each) => [
        `55${area}${each}`,
        `0${area}${each}`,
        `${area}${each}`,
        ...withoutArea(each)
    ]);
}

const withoutArea = (subscriber: string): string[] => [
    subscriber,
    dashed(subscriber.slice(0, -4), subscriber.slice(-4))
];

/** The same of a number without its DDD: eight digits, or nine of a mobile. */
export function subscriberTerms(subscriber: string): string[] {
    const [, old] = MOBILE_OF_BEFORE_2016.exec(subscriber) ?? [];
    return [subscriber, ...(old ? [old] : [])].flatMap(withoutArea);
}

/** `40041234`, `8007221234` or, of the elder ones, `800480196`. */
function nonGeographicTerms(national: string): string[] {
    const whole = [`55${national}`, `0${national}`, national];
    if (national.length === 8) return [...whole, dashed(national.slice(0, 4), national.slice(4))];
    const prefix = `0${national.slice(0, 3)}`;
    const subscriber = national.slice(3);
    return [
        ...whole,
        dashed(prefix, subscriber),
        dashed(prefix, subscriber.slice(0, 3), subscriber.slice(3)),
        dashed(prefix, subscriber.slice(0, -4), subscriber.slice(-4))
    ];
}

function abroadTerms(digits: string): string[] {
    const parsed = parsePhoneNumberFromString(`+${digits}`);
    if (!parsed) return [digits];
    const [, ...groups] = parsed.formatInternational().split(/\D+/).filter(Boolean);
    return [digits, parsed.nationalNumber, dashed(...groups)];
}

/** The groups as a phrase, whatever stands between them on the record; a bare dash is reserved in SOSL. */
export const dashed = (...groups: readonly string[]): string => groups.join('\\-');
