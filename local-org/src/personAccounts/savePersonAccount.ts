import { checkRecord } from '../data/checkRecord.ts';
import type { GivenValues } from '../data/readBody.ts';
import type { Save } from '../data/rules/saveRule.ts';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { startRecord } from '../data/startRecord.ts';
import { refuse } from '../errors/refusals.ts';
import type { SalesforceError } from '../errors/salesforceError.ts';
import { findRecord, type Org } from '../org.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { ownPersonFields, personFields } from './personFields.ts';

/**
 * An account that is created with a last name is a person and gets a contact; what is written of one is written of the
 * other (SOAP API Developer Guide, "Person Account Record Types"; Apex Developer Guide, "Accessing sObject Fields").
 */
export function saveAccount(save: Save): void {
    const { org, record, previous, given } = save;
    if (!org.features.includes('PersonAccounts')) return;
    const contactObject = contactOf(org);
    const isPerson = previous ? hasValue(previous.PersonContactId) : hasValue(given.LastName);
    const strange = isPerson ? ['Name'] : ownPersonFields(contactObject).map(({ onAccount }) => onAccount);
    refuseFields(strange.filter((name) => hasValue(given[name])));
    if (!isPerson) return;
    if (!hasValue(record.LastName)) {
        throw refuse('REQUIRED_FIELD_MISSING', 'Required fields are missing: [LastName]', ['LastName']);
    }
    record.Name = fullName(record);
    record.PersonContactId = saveContactOf(save, contactObject);
}

/** The contact of a person account takes its account along, and stays with it. */
export function saveContact({ org, record, previous, given }: Save): void {
    if (!org.features.includes('PersonAccounts')) return;
    const account = findRecord(org, previous?.AccountId);
    const isPerson = account?.PersonContactId === record.Id;
    const target = isPerson ? undefined : findRecord(org, record.AccountId);
    if (hasValue(target?.PersonContactId) || (isPerson && record.AccountId !== account.Id)) {
        // the code and the words are a guess
        const message = 'A person account has one contact, which the platform keeps';
        throw refuse('FIELD_INTEGRITY_EXCEPTION', message, ['AccountId']);
    }
    if (!isPerson) return;
    const values = personFields(contactOf(org))
        .filter(({ onContact }) => onContact in given)
        .map(({ onContact, onAccount }) => [onAccount, given[onContact]]);
    const person = { ...account, ...Object.fromEntries(values), ...stampOf(record) };
    org.records.put('Account', { ...person, Name: fullName(record) });
}

/** Returns the contact's id. */
function saveContactOf({ org, context, record, previous, given }: Save, object: ObjectDefinition): string {
    const known = findRecord(org, previous?.PersonContactId);
    const written = known ? given : record;
    const values: GivenValues = Object.fromEntries(
        personFields(object)
            .filter(({ onAccount }) => onAccount in written)
            .map(({ onContact, onAccount }) => [onContact, written[onAccount] ?? null])
    );
    const contact = known
        ? { ...known, ...values, ...stampOf(record) }
        : startRecord(org, object, { ...values, AccountId: record.Id }, context.access.userId);
    checkRecord(org, object, contact, known ?? null);
    org.records.put(object.name, contact);
    return contact.Id;
}

function contactOf(org: Org): ObjectDefinition {
    const contact = org.schema.find('Contact');
    if (!contact) throw new Error('The org has no contacts.');
    return contact;
}

const hasValue = (value: unknown): boolean => value !== null && value !== undefined;

const fullName = ({ FirstName, LastName }: SalesforceRecord): string => [FirstName, LastName].filter(Boolean).join(' ');

const stampOf = ({ LastModifiedDate, LastModifiedById, SystemModstamp }: SalesforceRecord) => ({
    LastModifiedDate: LastModifiedDate ?? null,
    LastModifiedById: LastModifiedById ?? null,
    SystemModstamp: SystemModstamp ?? null
});

function refuseFields(names: string[]): void {
    if (names.length > 0) throw badFieldNames(names);
}

const badFieldNames = (names: string[]): SalesforceError =>
    refuse(
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        `Account: bad field names on insert/update call: ${names.join(', ')}`,
        names
    );
