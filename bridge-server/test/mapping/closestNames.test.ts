import { closestNames } from '../../src/mapping/closestNames.ts';

const FIELDS = [
    { name: 'CallerTaxId__c', label: 'CPF/CNPJ' },
    { name: 'CallProtocol__c', label: 'Protocolo de atendimento' },
    { name: 'CallingNumber__c', label: 'Número chamador' },
    { name: 'Subject', label: 'Assunto' },
    { name: 'Status', label: 'Status' }
];

test.each([
    ['CallerTaxID', 'CallerTaxId__c'],
    ['CalerTaxId__c', 'CallerTaxId__c'],
    ['Caller_Tax_Id__c', 'CallerTaxId__c'],
    ['CPF_CNPJ__c', 'CallerTaxId__c'],
    ['Protocolo__c', 'CallProtocol__c'],
    ['Numero_Chamador__c', 'CallingNumber__c'],
    ['subjct', 'Subject'],
    ['Stats', 'Status']
])('%s is closest to %s', (wanted, name) => {
    expect(closestNames(wanted, FIELDS)[0]).toBe(name);
});

test('what is like nothing gets no suggestion', () => {
    expect(closestNames('Xyzw', FIELDS)).toEqual([]);
    expect(closestNames('', FIELDS)).toEqual([]);
    expect(closestNames('__c', FIELDS)).toEqual([]);
});

test('three at most, the closest first', () => {
    const names = ['Phone1', 'Phone', 'Phones', 'Phone22', 'Fax'].map((name) => ({ name }));
    expect(closestNames('Phone', names)).toEqual(['Phone', 'Phone1', 'Phones']);
});
