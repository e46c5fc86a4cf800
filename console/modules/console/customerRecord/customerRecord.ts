import type { CaseRecord } from 'console/caseRecord';
import { listCases } from 'console/caseRecord';
import { fieldLabel } from 'console/fieldLabels';
import type { ShownField } from 'console/fieldGrid';
import { query, quote } from 'console/orgApi';
import { objectOfRecord } from 'console/recordObject';

/** The page layout of a Contact or an Account: what is known of a customer, and their Cases. */
export interface Customer {
    readonly kind: 'Contato' | 'Conta';
    readonly iconName: string;
    readonly name: string;
    readonly fields: readonly ShownField[];
    readonly cases: readonly CaseRecord[];
    readonly hasMoreCases: boolean;
}

interface ContactRow {
    readonly Name: string;
    readonly Phone: string | null;
    readonly MobilePhone: string | null;
    readonly Email: string | null;
    readonly Cpf__c: string | null;
    readonly AccountId: string | null;
    readonly Account: { readonly Name: string } | null;
}

interface AccountRow {
    readonly Name: string;
    readonly Phone: string | null;
    readonly Cnpj__c: string | null;
}

/** @throws when the org has no such record, or shows none to this user. */
export function loadCustomer(recordId: string): Promise<Customer> {
    return objectOfRecord(recordId) === 'Account' ? loadAccount(recordId) : loadContact(recordId);
}

async function loadContact(contactId: string): Promise<Customer> {
    const [[contact], { cases, hasMore }] = await Promise.all([
        query<ContactRow>(
            `SELECT Name, Phone, MobilePhone, Email, Cpf__c, AccountId, Account.Name FROM Contact WHERE Id = ${quote(contactId)}`
        ),
        listCases({ ContactId: contactId })
    ]);
    if (!contact) throw new Error('Este contato não existe ou você não tem acesso a ele.');
    return {
        kind: 'Contato',
        iconName: 'standard:contact',
        name: contact.Name,
        cases,
        hasMoreCases: hasMore,
        fields: [
            { label: 'Nome', value: contact.Name },
            { label: 'Telefone', value: contact.Phone ?? '' },
            { label: 'Nome da conta', value: contact.Account?.Name ?? '', recordId: contact.AccountId },
            { label: 'Celular', value: contact.MobilePhone ?? '' },
            { label: fieldLabel('Contact.Cpf__c'), value: contact.Cpf__c ?? '' },
            { label: 'E-mail', value: contact.Email ?? '' }
        ]
    };
}

async function loadAccount(accountId: string): Promise<Customer> {
    const [[account], { cases, hasMore }] = await Promise.all([
        query<AccountRow>(`SELECT Name, Phone, Cnpj__c FROM Account WHERE Id = ${quote(accountId)}`),
        listCases({ AccountId: accountId })
    ]);
    if (!account) throw new Error('Esta conta não existe ou você não tem acesso a ela.');
    return {
        kind: 'Conta',
        iconName: 'standard:account',
        name: account.Name,
        cases,
        hasMoreCases: hasMore,
        fields: [
            { label: 'Nome da conta', value: account.Name },
            { label: 'Telefone', value: account.Phone ?? '' },
            { label: fieldLabel('Account.Cnpj__c'), value: account.Cnpj__c ?? '' }
        ]
    };
}
