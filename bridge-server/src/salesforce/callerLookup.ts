import type { Connection } from 'jsforce';
import type { Caller } from '../calls/call.ts';
import { type PhoneNumber, readPhoneNumber } from '../calls/phoneNumber.ts';
import { phoneSearch, type TaxIdFields } from './phoneSearch.ts';

/** A record as the search gives it; its CPF or CNPJ is in a field that the configuration names. */
type Found<Known> = Known & Readonly<Record<string, unknown>>;

type FoundAccount = Found<{ Id: string; Name: string; Phone?: string | null }>;

type FoundContact = Found<{
    Id: string;
    Name: string;
    Phone?: string | null;
    MobilePhone?: string | null;
    HomePhone?: string | null;
    OtherPhone?: string | null;
    AccountId?: string | null;
    Account?: Found<{ Name: string }> | null;
}>;

export const NOBODY: Caller = {
    contactId: null,
    contactName: null,
    contactPhone: null,
    accountId: null,
    accountName: null,
    taxId: null
};

/**
 * Who calls from this number. Salesforce keeps phones as they were typed, so the search asks for every usual
 * spelling and the answer is compared on the normalised number: what only looks similar never matches. Several
 * contacts: the one served most recently by telephone, otherwise the first found. No contact: an account with
 * that number.
 */
export async function findCaller(
    connection: Connection,
    fields: TaxIdFields,
    spelling: string | null
): Promise<Caller> {
    const number = readPhoneNumber(spelling);
    if (!number) return NOBODY;
    const found = await connection.search(phoneSearch(number.e164, fields));
    const records = found.searchRecords;
    const contacts = records.filter((record) => record.attributes?.type === 'Contact') as unknown as FoundContact[];
    const matching = contacts.filter((contact) => phonesOf(contact).some(isSame(number)));
    const contact = await chooseServedLast(connection, matching);
    if (contact) return callerFromContact(contact, number, fields);
    const accounts = records.filter((record) => record.attributes?.type === 'Account') as unknown as FoundAccount[];
    const account = accounts.find(({ Phone }) => isSame(number)(Phone));
    return account ? callerFromAccount(account, fields) : NOBODY;
}

const isSame = (number: PhoneNumber) => (typed: string | null | undefined) =>
    readPhoneNumber(typed ?? null)?.e164 === number.e164;

const phonesOf = ({ Phone, MobilePhone, HomePhone, OtherPhone }: FoundContact) => [
    Phone,
    MobilePhone,
    HomePhone,
    OtherPhone
];

function callerFromContact(contact: FoundContact, number: PhoneNumber, fields: TaxIdFields): Caller {
    return {
        contactId: contact.Id,
        contactName: contact.Name,
        contactPhone: phonesOf(contact).find(isSame(number)) ?? null,
        accountId: contact.AccountId ?? null,
        accountName: contact.Account?.Name ?? null,
        taxId: textOrNull(contact[fields.contactCpf]) ?? textOrNull(contact.Account?.[fields.accountCnpj])
    };
}

const callerFromAccount = (account: FoundAccount, { accountCnpj }: TaxIdFields): Caller => ({
    ...NOBODY,
    accountId: account.Id,
    accountName: account.Name,
    taxId: textOrNull(account[accountCnpj])
});

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

async function chooseServedLast(
    connection: Connection,
    contacts: readonly FoundContact[]
): Promise<FoundContact | null> {
    const [first, second] = contacts;
    if (!first || !second) return first ?? null;
    const ids = contacts.map(({ Id }) => `'${Id}'`).join(', ');
    const served = await connection.query<{ ContactId: string }>(
        `SELECT ContactId FROM Case WHERE ContactId IN (${ids}) AND Origin = 'Phone' ORDER BY CreatedDate DESC LIMIT 1`
    );
    return contacts.find(({ Id }) => Id === served.records[0]?.ContactId) ?? first;
}
