import type { FieldName, Mapping } from '../../mapping/mapping.ts';

export interface CandidateOptions {
    /** Whether the org has person accounts: their fields are known to no other org. */
    readonly personAccounts: boolean;
}

/** What Account calls a field of Contact on a person account: `Cpf__pc`, `PersonMobilePhone`; they share `Phone`. */
export function personAccountField(contactField: FieldName): FieldName {
    if (contactField.endsWith('__c')) return contactField.replace(/__c$/, '__pc');
    return contactField === 'Phone' || contactField === 'Fax' ? contactField : `Person${contactField}`;
}

/** Where a lead keeps its numbers: these have no mapping. */
export const LEAD_PHONES = ['Phone', 'MobilePhone'];

/** What readCandidate() reads of a lead. */
export const LEAD_FIELDS = ['Id', 'Name', 'Company', ...LEAD_PHONES, 'IsConverted'];
/** A converted one is a contact by now. */
export const LIVE_LEAD = 'IsConverted = false';

/** What readCandidate() reads of a contact. */
export function contactFields({
    contactPhoneFields,
    contactCpfField,
    accountCnpjField
}: Mapping['caller']): FieldName[] {
    const account = ['Account.Name', ...(accountCnpjField ? [`Account.${accountCnpjField}`] : [])];
    return distinct(['Id', 'Name', ...contactPhoneFields, contactCpfField, 'AccountId', ...account]);
}

/** What readCandidate() reads of an account, a person's or a company's. */
export function accountFields(caller: Mapping['caller'], { personAccounts }: CandidateOptions): FieldName[] {
    const { accountPhoneFields, accountCnpjField, contactPhoneFields, contactCpfField } = caller;
    const ofContact = [...contactPhoneFields, ...(contactCpfField ? [contactCpfField] : [])].map(personAccountField);
    const ofPerson = personAccounts ? ['IsPersonAccount', 'PersonContactId', ...ofContact] : [];
    return distinct(['Id', 'Name', ...accountPhoneFields, accountCnpjField, ...ofPerson]);
}

/**
 * The objects of a SOSL search's RETURNING: contacts, accounts and, when mapped, leads.
 *
 * @param options.limit the most of each; without it, what the search as a whole allows
 */
export function returningCandidates(
    caller: Mapping['caller'],
    options: CandidateOptions & { readonly limit?: number }
): string {
    const limit = options.limit === undefined ? '' : ` LIMIT ${options.limit}`;
    const lead = `Lead(${LEAD_FIELDS.join(', ')} WHERE ${LIVE_LEAD}${limit})`;
    return [
        `Contact(${contactFields(caller).join(', ')}${limit})`,
        `Account(${accountFields(caller, options).join(', ')}${limit})`,
        ...(caller.leads ? [lead] : [])
    ].join(', ');
}

const distinct = (fields: readonly (FieldName | null)[]): FieldName[] => [
    ...new Set(fields.filter((field) => field !== null))
];
