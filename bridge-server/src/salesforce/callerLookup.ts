import type { Connection } from 'jsforce';
import type { Caller } from '../calls/call.ts';
import { type PhoneNumber, readPhoneNumber } from '../calls/phoneNumber.ts';

const MAX_FOUND = 50;

interface FoundAccount {
    Id: string;
    Name: string;
    Phone?: string | null;
    Cnpj__c?: string | null;
}

interface FoundContact {
    Id: string;
    Name: string;
    Phone?: string | null;
    MobilePhone?: string | null;
    HomePhone?: string | null;
    OtherPhone?: string | null;
    Cpf__c?: string | null;
    AccountId?: string | null;
    Account?: { Name: string; Cnpj__c?: string | null } | null;
}

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
export async function findCaller(connection: Connection, spelling: string | null): Promise<Caller> {
    const number = readPhoneNumber(spelling);
    if (!number) return NOBODY;
    const found = await connection.search(searchFor(number));
    const records = found.searchRecords;
    const contacts = records.filter((record) => record.attributes?.type === 'Contact') as unknown as FoundContact[];
    const matching = contacts.filter((contact) => phonesOf(contact).some(isSame(number)));
    const contact = await chooseServedLast(connection, matching);
    if (contact) return callerFromContact(contact, number);
    const accounts = records.filter((record) => record.attributes?.type === 'Account') as unknown as FoundAccount[];
    const account = accounts.find(({ Phone }) => isSame(number)(Phone));
    return account ? callerFromAccount(account) : NOBODY;
}

const isSame = (number: PhoneNumber) => (typed: string | null | undefined) =>
    readPhoneNumber(typed ?? null)?.e164 === number.e164;

const phonesOf = ({ Phone, MobilePhone, HomePhone, OtherPhone }: FoundContact) => [
    Phone,
    MobilePhone,
    HomePhone,
    OtherPhone
];

function callerFromContact(contact: FoundContact, number: PhoneNumber): Caller {
    return {
        contactId: contact.Id,
        contactName: contact.Name,
        contactPhone: phonesOf(contact).find(isSame(number)) ?? null,
        accountId: contact.AccountId ?? null,
        accountName: contact.Account?.Name ?? null,
        taxId: contact.Cpf__c ?? contact.Account?.Cnpj__c ?? null
    };
}

const callerFromAccount = ({ Id, Name, Cnpj__c }: FoundAccount): Caller => ({
    ...NOBODY,
    accountId: Id,
    accountName: Name,
    taxId: Cnpj__c ?? null
});

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

/** Only digits of ours reach the search, so nothing of what a stranger announced can change its meaning. */
function searchFor(number: PhoneNumber): string {
    const terms = spellings(number.e164).join(' OR ');
    const contact =
        'Contact(Id, Name, Phone, MobilePhone, HomePhone, OtherPhone, Cpf__c, AccountId, Account.Name, Account.Cnpj__c)';
    const account = 'Account(Id, Name, Phone, Cnpj__c)';
    return `FIND {${terms}} IN PHONE FIELDS RETURNING ${contact}, ${account} LIMIT ${MAX_FOUND}`;
}

/** The number with and without +55, DDD and ninth digit, and with the dash that people type before the last four. */
export function spellings(e164: string): string[] {
    const digits = e164.slice(1);
    const national = digits.startsWith('55') ? digits.slice(2) : digits;
    const subscriber = national.length >= 10 ? national.slice(2) : national;
    const short = subscriber.length === 9 ? subscriber.slice(1) : subscriber;
    const dashed = [subscriber, short].map((each) => `${each.slice(0, -4)}\\-${each.slice(-4)}`);
    const shortNational = `${national.slice(0, national.length - subscriber.length)}${short}`;
    return [...new Set([digits, national, shortNational, subscriber, short, ...dashed])];
}
