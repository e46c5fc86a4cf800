import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';

/** One value that a person account and its contact both show, under the name that each has for it. */
export interface PersonField {
    readonly onContact: string;
    readonly onAccount: string;
}

/** The parts of a person's name, which business accounts do not have. */
const NAME_PARTS = ['LastName', 'FirstName', 'Salutation'];
/** What every account has, and the contact of a person account shares. */
const SHARED = ['Phone', 'Fax', 'OwnerId'];
/** Named `Person…` on the account (Object Reference, Account, "IsPersonAccount Fields"). */
const PREFIXED = [
    'MobilePhone',
    'HomePhone',
    'OtherPhone',
    'AssistantPhone',
    'Email',
    'Title',
    'Department',
    'Birthdate',
    'MailingStreet',
    'MailingCity',
    'MailingState',
    'MailingPostalCode',
    'MailingCountry'
];
const CUSTOM = /__c$/i;

/** All that a person account has in common with its contact. */
export const personFields = (contact: ObjectDefinition): PersonField[] => [
    ...SHARED.map((name) => ({ onContact: name, onAccount: name })),
    ...ownPersonFields(contact)
];

/** Those of them that stand on no business account. */
export const ownPersonFields = (contact: ObjectDefinition): PersonField[] => [
    ...NAME_PARTS.map((name) => ({ onContact: name, onAccount: name })),
    ...PREFIXED.map((name) => ({ onContact: name, onAccount: `Person${name}` })),
    ...[...contact.fields.values()]
        .filter(isCopied)
        .map(({ name }) => ({ onContact: name, onAccount: name.replace(CUSTOM, '__pc') }))
];

/** A custom field of contacts appears on accounts with the ending `__pc`; here only those that hold a value of their own. */
const isCopied = (field: FieldDefinition): boolean =>
    field.custom && CUSTOM.test(field.name) && field.createable && field.type !== 'reference' && !field.derive;
