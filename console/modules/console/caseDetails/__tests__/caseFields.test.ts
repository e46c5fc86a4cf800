import type { CaseRecord } from 'console/caseRecord';
import { EDITABLE_FIELDS } from 'console/caseRecord';
import deployedLabels from 'force-app/fieldLabels';
import { caseLayout, isEditable, readValue } from '../caseFields';

const record: CaseRecord = {
    Id: '500000000000001AAA',
    CaseNumber: '00001001',
    Subject: 'Ligação de (11) 98765-4321',
    Status: 'New',
    Priority: 'Medium',
    Origin: 'Phone',
    Description: null,
    SuppliedPhone: null,
    ContactPhone: '(11) 98765-4321',
    CallProtocol__c: '2026112300000001',
    CallerTaxId__c: '529.982.247-25',
    CallingNumber__c: '5511987654321',
    CreatedDate: '2026-11-23T15:00:00.000+0000',
    LastModifiedDate: '2026-11-23T15:00:00.000+0000',
    ContactId: '003000000000001AAA',
    AccountId: null,
    Owner: { Name: 'Ana Souza' },
    Contact: { Name: 'Maria da Silva' },
    Account: null
};

const fields = caseLayout.flatMap((section) => section.fields);
const shown = new Map(fields.map((field) => [field.label, readValue(field, record)]));

describe('the fields of a Case', () => {
    it('show the call and the caller', () => {
        expect(Object.fromEntries(shown)).toMatchObject({
            'Nome do contato': 'Maria da Silva',
            'Telefone do contato': '(11) 98765-4321',
            'Proprietário do caso': 'Ana Souza'
        });
    });

    it.each([
        ['Case.CallProtocol__c', '2026112300000001'],
        ['Case.CallerTaxId__c', '529.982.247-25'],
        ['Case.CallingNumber__c', '5511987654321']
    ])('carry the label that is deployed with %s', (name, value) => {
        expect(shown.get(deployedLabels[name] ?? 'no label')).toBe(value);
    });

    it('show picklist values as Portuguese orgs name them, and nothing for what is empty', () => {
        expect(Object.fromEntries(shown)).toMatchObject({
            Status: 'Novo',
            Prioridade: 'Média',
            'Origem do caso': 'Telefone',
            'Nome da conta': '',
            'Telefone informado': '',
            Descrição: ''
        });
    });

    it('lead from the contact to its record', () => {
        const contact = fields.find(({ label }) => label === 'Nome do contato');

        expect(contact && !isEditable(contact) && contact.link?.(record)).toBe('003000000000001AAA');
    });

    it('offer each editable field once', () => {
        const names = fields.filter(isEditable).map(({ name }) => name);

        expect([...names].sort()).toEqual([...EDITABLE_FIELDS].sort());
    });
});
