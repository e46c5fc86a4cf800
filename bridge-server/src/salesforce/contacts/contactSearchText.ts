import type { Mapping } from '../../mapping/mapping.ts';
import { type CandidateOptions, returningCandidates } from '../caller/candidateFields.ts';
import { dashed, phoneTerms, subscriberTerms } from '../caller/phoneSearch.ts';
import type { Wanted } from './searchText.ts';

/** So many of each object are ranked: Salesforce gives what it finds most fitting first. */
const MAX_ROWS_OF_OBJECT = 200;

/**
 * The SOSL search for whom an agent looks for, in one API request; null when there is nothing to look for. What comes
 * back is more than was asked for: only a name is matched by Salesforce alone, numbers are compared by who reads it.
 *
 * Accents and case are Salesforce's own matter: its index has neither.
 */
export function contactSearchText(
    wanted: Wanted,
    mapping: Mapping['caller'],
    options: CandidateOptions
): string | null {
    const terms = [
        ...(wanted.taxId ? taxIdTerms(wanted.taxId) : []),
        ...phoneTerms(wanted.numbers),
        ...(wanted.subscriber ? subscriberTerms(wanted.subscriber) : [])
    ];
    const text =
        terms.length > 0 ? terms.join(' OR ') : wanted.words.filter(isLongEnough).map(beginningWith).join(' AND ');
    if (text === '') return null;
    const returning = returningCandidates(mapping, { ...options, limit: MAX_ROWS_OF_OBJECT });
    return `FIND {${text}} IN ${fieldsOf(wanted)} FIELDS RETURNING ${returning}`;
}

/** SOSL knows no group of fields that has the CPF. */
function fieldsOf({ taxId, numbers, subscriber }: Wanted): 'ALL' | 'PHONE' | 'NAME' {
    if (taxId !== null) return 'ALL';
    return numbers.length > 0 || subscriber !== null ? 'PHONE' : 'NAME';
}

const GROUPS_OF_CPF = /^(...)(...)(...)(..)$/;
const GROUPS_OF_CNPJ = /^(..)(...)(...)(....)(..)$/;

/** Without punctuation, and as the groups that punctuation makes words of. */
function taxIdTerms(taxId: string): string[] {
    const [, ...groups] = GROUPS_OF_CPF.exec(taxId) ?? GROUPS_OF_CNPJ.exec(taxId) ?? [];
    return [taxId, dashed(...groups)];
}

/** A letter begins half of the org's names, and by itself Salesforce refuses it: it counts when they are ranked. */
const isLongEnough = (word: string): boolean => (word.match(/[\p{L}\p{N}]/gu)?.length ?? 0) > 1;

const beginningWith = (word: string): string => `${escapeReserved(word)}*`;

/** Source: SOSL and SOQL Reference, "FIND {SearchQuery}", Reserved Characters. */
export const escapeReserved = (text: string): string => text.replace(/[?&|!{}[\]()^~*:\\"'+-]/g, '\\$&');
