/** Where the org keeps CPF and CNPJ: API names of fields. */
export interface TaxIdFields {
    readonly contactCpf: string;
    readonly accountCnpj: string;
}

const MAX_FOUND = 50;

/**
 * The SOSL search for who has this number. Only digits of ours reach it, so nothing of what a stranger announced can
 * change its meaning.
 *
 * @param e164 such as `+5511987654321`
 */
export function phoneSearch(e164: string, { contactCpf, accountCnpj }: TaxIdFields): string {
    const contactFields = ['Id', 'Name', 'Phone', 'MobilePhone', 'HomePhone', 'OtherPhone', contactCpf, 'AccountId'];
    const contact = `Contact(${[...contactFields, 'Account.Name', `Account.${accountCnpj}`].join(', ')})`;
    const account = `Account(Id, Name, Phone, ${accountCnpj})`;
    const terms = spellings(e164).join(' OR ');
    return `FIND {${terms}} IN PHONE FIELDS RETURNING ${contact}, ${account} LIMIT ${MAX_FOUND}`;
}

/** The number with and without +55, DDD and ninth digit, and with the dash that people type before the last four. */
function spellings(e164: string): string[] {
    const digits = e164.slice(1);
    const national = digits.startsWith('55') ? digits.slice(2) : digits;
    const subscriber = national.length >= 10 ? national.slice(2) : national;
    const short = subscriber.length === 9 ? subscriber.slice(1) : subscriber;
    const dashed = [subscriber, short].map((each) => `${each.slice(0, -4)}\\-${each.slice(-4)}`);
    const shortNational = `${national.slice(0, national.length - subscriber.length)}${short}`;
    return [...new Set([digits, national, shortNational, subscriber, short, ...dashed])];
}
