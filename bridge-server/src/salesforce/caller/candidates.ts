import { readPhoneNumbers } from '../../calls/phoneNumber.ts';
import type { Candidate } from '../../contract/agentApi.ts';
import type { Mapping } from '../../mapping/mapping.ts';
import { LEAD_PHONES, personAccountField } from './candidateFields.ts';
import { readTaxId } from './taxId.ts';

/** A row of a search: its fields are those that the configuration names. */
export type FoundRecord = Readonly<Record<string, unknown>>;

/** A candidate with all phones of the record, as they were typed. */
export interface Found {
    readonly candidate: Omit<Candidate, 'phone'>;
    readonly phones: readonly string[];
}

/** People come first, then companies, then leads. */
export const KIND_RANK: Readonly<Record<Candidate['kind'], number>> = {
    contact: 0,
    personAccount: 0,
    account: 1,
    lead: 2
};

/**
 * Who has which number (E.164), by the numbers themselves: what only looks similar to one never matches it. People
 * come first, then companies, then leads; within these the lowest record id, which Salesforce gives in the order of
 * creation, so that the same number always gives the same order (a search orders by relevance, which changes).
 */
export function candidatesByNumber(
    records: readonly FoundRecord[],
    mapping: Mapping['caller']
): Map<string, readonly Candidate[]> {
    const byNumber = new Map<string, Map<string, Candidate>>();
    // persons first: where a search gives a person account's contact too, it is the same candidate
    const found = records.flatMap((record) => readCandidate(record, mapping) ?? []).toSorted(personAccountsFirst);
    for (const { candidate, phones } of found) {
        for (const phone of phones) {
            for (const { e164 } of readPhoneNumbers(phone)) {
                const known = byNumber.get(e164) ?? new Map<string, Candidate>();
                if (!known.has(candidate.id)) known.set(candidate.id, { ...candidate, phone });
                byNumber.set(e164, known);
            }
        }
    }
    return new Map([...byNumber].map(([number, known]) => [number, [...known.values()].toSorted(inOrder)]));
}

export const personAccountsFirst = (a: Found, b: Found): number =>
    Number(b.candidate.kind === 'personAccount') - Number(a.candidate.kind === 'personAccount');

const inOrder = (a: Candidate, b: Candidate): number => KIND_RANK[a.kind] - KIND_RANK[b.kind] || (a.id < b.id ? -1 : 1);

/** Null for an object that is none of ours. */
export function readCandidate(record: FoundRecord, mapping: Mapping['caller']): Found | null {
    switch (nested(record, 'attributes')?.['type']) {
        case 'Contact':
            return readContact(record, mapping);
        case 'Account':
            return record['IsPersonAccount'] === true
                ? readPersonAccount(record, mapping)
                : readAccount(record, mapping);
        case 'Lead':
            return readLead(record);
        default:
            return null;
    }
}

function readContact(record: FoundRecord, mapping: Mapping['caller']): Found {
    const account = nested(record, 'Account');
    const candidate = {
        kind: record['IsPersonAccount'] === true ? ('personAccount' as const) : ('contact' as const),
        ...identity(record),
        accountId: text(record, 'AccountId'),
        accountName: text(account, 'Name'),
        taxId: taxIdOf([record, mapping.contactCpfField], [account, mapping.accountCnpjField])
    };
    return { candidate, phones: texts(record, mapping.contactPhoneFields) };
}

function readPersonAccount(record: FoundRecord, mapping: Mapping['caller']): Found {
    const { id: accountId, name } = identity(record);
    const cpfField = mapping.contactCpfField && personAccountField(mapping.contactCpfField);
    const candidate = {
        kind: 'personAccount' as const,
        id: text(record, 'PersonContactId') ?? '',
        name,
        accountId,
        accountName: name,
        taxId: taxIdOf([record, cpfField], [record, mapping.accountCnpjField])
    };
    const phoneFields = [...mapping.contactPhoneFields.map(personAccountField), ...mapping.accountPhoneFields];
    return { candidate, phones: texts(record, phoneFields) };
}

function readAccount(record: FoundRecord, mapping: Mapping['caller']): Found {
    const { id, name } = identity(record);
    const taxId = taxIdOf([record, mapping.accountCnpjField]);
    return {
        candidate: { kind: 'account', id, name, accountId: id, accountName: name, taxId },
        phones: texts(record, mapping.accountPhoneFields)
    };
}

/** The company that a lead is of is a name, and no account yet. */
function readLead(record: FoundRecord): Found {
    const candidate = {
        kind: 'lead' as const,
        ...identity(record),
        accountId: null,
        accountName: text(record, 'Company'),
        taxId: null
    };
    return { candidate, phones: texts(record, LEAD_PHONES) };
}

const identity = (record: FoundRecord) => ({ id: text(record, 'Id') ?? '', name: text(record, 'Name') ?? '' });

function taxIdOf(...places: (readonly [FoundRecord | null, string | null])[]): string | null {
    const values = places.map(([record, field]) => (field === null ? null : readTaxId(record?.[field])));
    return values.find((value) => value !== null) ?? null;
}

function nested(record: FoundRecord, field: string): FoundRecord | null {
    const value = record[field];
    return typeof value === 'object' && value !== null ? (value as FoundRecord) : null;
}

function text(record: FoundRecord | null, field: string): string | null {
    const value = record?.[field];
    return typeof value === 'string' && value !== '' ? value : null;
}

const texts = (record: FoundRecord, fields: readonly string[]): string[] =>
    fields.flatMap((field) => text(record, field) ?? []);
