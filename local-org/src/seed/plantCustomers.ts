import { findUserByName } from '../auth/findUserByName.ts';
import type { GivenValues } from '../data/readBody.ts';
import type { Org } from '../org.ts';
import { findField } from '../schema/objectDefinition.ts';
import { seedAccounts } from './accounts.ts';
import { seedCases, type SeedCase } from './cases.ts';
import { seedContacts } from './contacts.ts';
import { seedLeads } from './leads.ts';
import { plantRecord } from './plantRecord.ts';
import { administratorContext } from './plantSetup.ts';

/** Companies, people, leads and what they called about before. */
export function plantCustomers(org: Org): void {
    const accountIds = plantAccounts(org);
    const contactIds = plantContacts(org, accountIds);
    for (const { firstName, lastName, company, phone, email } of seedLeads) {
        plant(org, 'Lead', { FirstName: firstName, LastName: lastName, Company: company, Phone: phone, Email: email });
    }
    for (const seedCase of seedCases) plantCase(org, seedCase, accountIds, contactIds);
}

function plant(org: Org, objectName: string, values: GivenValues): string {
    return plantRecord(org, administratorContext, objectName, values);
}

/** A custom field's value, where the org's metadata has the field. */
function customValue(org: Org, objectName: string, fieldName: string, value: string): GivenValues {
    const object = org.schema.find(objectName);
    return object && findField(object, fieldName) ? { [fieldName]: value } : {};
}

function plantAccounts(org: Org): Map<string, string> {
    return new Map(
        seedAccounts.map(({ key, name, cnpj, phone, city, state, industry }) => [
            key,
            plant(org, 'Account', {
                Name: name,
                Phone: phone,
                BillingCity: city,
                BillingState: state,
                BillingCountry: 'Brasil',
                Industry: industry,
                ...customValue(org, 'Account', 'Cnpj__c', cnpj)
            })
        ])
    );
}

function plantContacts(org: Org, accountIds: Map<string, string>): Map<string, string> {
    return new Map(
        seedContacts.map(({ key, firstName, lastName, account, cpf, phone, mobilePhone, email }) => [
            key,
            plant(org, 'Contact', {
                FirstName: firstName,
                LastName: lastName,
                AccountId: idOf(accountIds, account),
                Phone: phone,
                MobilePhone: mobilePhone,
                Email: email,
                ...customValue(org, 'Contact', 'Cpf__c', cpf)
            })
        ])
    );
}

function plantCase(
    org: Org,
    { contact, account, owner, subject, origin, status, createdDate }: SeedCase,
    accountIds: Map<string, string>,
    contactIds: Map<string, string>
): void {
    const accountId = idOf(accountIds, account);
    const isClosed = status === 'Closed';
    plant(org, 'Case', {
        ContactId: idOf(contactIds, contact),
        ...(accountId ? { AccountId: accountId } : {}),
        OwnerId: findUserByName(org, owner)?.Id ?? null,
        Subject: subject,
        Origin: origin,
        Status: status,
        CreatedDate: createdDate,
        ...(isClosed ? { ClosedDate: createdDate } : {})
    });
}

function idOf(ids: Map<string, string>, key: string | null): string | null {
    if (key === null) return null;
    const id = ids.get(key);
    if (!id) throw new Error(`The seed names ${key}, which it does not plant.`);
    return id;
}
