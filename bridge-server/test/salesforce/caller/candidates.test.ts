import { DEFAULT_MAPPING, type Mapping } from '../../../src/mapping/mapping.ts';
import { candidatesByNumber, type FoundRecord } from '../../../src/salesforce/caller/candidates.ts';

const NUMBER = '+551122953040';
const CPF = '295.379.955-93';
const CNPJ = '12.ABC.345/01DE-35';

const record = (type: string, fields: Record<string, unknown>): FoundRecord => ({ attributes: { type }, ...fields });
const contact = (Id: string, fields: Record<string, unknown> = {}): FoundRecord =>
    record('Contact', {
        Id,
        Name: `Contato ${Id}`,
        Phone: '(11) 2295-3040',
        AccountId: null,
        Account: null,
        ...fields
    });
const company = (Id: string, fields: Record<string, unknown> = {}): FoundRecord =>
    record('Account', { Id, Name: `Empresa ${Id}`, Phone: '11 2295-3040', ...fields });
const person = (Id: string, PersonContactId: string, fields: Record<string, unknown> = {}): FoundRecord =>
    company(Id, { IsPersonAccount: true, PersonContactId, Phone: null, ...fields });

const candidates = (records: FoundRecord[], mapping: Partial<Mapping['caller']> = {}) =>
    candidatesByNumber(records, { ...DEFAULT_MAPPING.caller, ...mapping }).get(NUMBER) ?? [];

test('a contact brings their account, and the number as it stands on the record', () => {
    const Account = { Name: 'Padaria', Cnpj__c: CNPJ };
    const found = contact('003A', { Phone: null, OtherPhone: '11 2295-3040 ramal 7', AccountId: '001A', Account });
    expect(candidates([found])).toEqual([
        {
            kind: 'contact',
            id: '003A',
            name: 'Contato 003A',
            phone: '11 2295-3040 ramal 7',
            accountId: '001A',
            accountName: 'Padaria',
            taxId: CNPJ
        }
    ]);
});

test('a person account is its contact', () => {
    const found = person('001P', '003P', { PersonHomePhone: '01511 2295 3040', Cpf__pc: CPF, Cnpj__c: CNPJ });
    expect(candidates([found])).toEqual([
        {
            kind: 'personAccount',
            id: '003P',
            name: 'Empresa 001P',
            phone: '01511 2295 3040',
            accountId: '001P',
            accountName: 'Empresa 001P',
            taxId: CPF
        }
    ]);
});

test('a lead brings the name of their company, which is no account', () => {
    const found = record('Lead', {
        Id: '00QA',
        Name: 'Lia',
        Company: 'Mercado',
        Phone: null,
        MobilePhone: '1122953040'
    });
    expect(candidates([found])).toEqual([
        {
            kind: 'lead',
            id: '00QA',
            name: 'Lia',
            phone: '1122953040',
            accountId: null,
            accountName: 'Mercado',
            taxId: null
        }
    ]);
});

test('people come before companies, companies before leads, and the lowest id first, however they were found', () => {
    const lead = record('Lead', { Id: '00QA', Name: 'Lia', Phone: '1122953040' });
    const found = [
        lead,
        company('001B'),
        contact('003b'),
        contact('003Z'),
        company('001A'),
        person('001C', '003C', { Phone: '1122953040' })
    ];
    const order = ['003C', '003Z', '003b', '001A', '001B', '00QA'];
    expect(candidates(found).map(({ id }) => id)).toEqual(order);
    expect(candidates(found.toReversed()).map(({ id }) => id)).toEqual(order);
});

test('a person account whose contact was found too is one candidate', () => {
    const found = [contact('003P', { AccountId: '001P' }), person('001P', '003P', { Phone: '1122953040' })];
    expect(candidates(found).map(({ kind }) => kind)).toEqual(['personAccount']);
});

test('a record with the number twice is one candidate', () => {
    expect(candidates([contact('003A', { MobilePhone: '+55 11 2295 3040' })])).toHaveLength(1);
});

test('what only looks similar does not match', () => {
    expect(candidates([contact('003A', { Phone: '(21) 2295-3040' }), company('001A', { Phone: '2295-3040' })])).toEqual(
        []
    );
});

test.each<[string, Record<string, unknown>, string | null]>([
    ['the person’s comes first', { Cpf__c: CPF, Account: { Name: 'A', Cnpj__c: CNPJ } }, CPF],
    ['the account’s when the person’s is invalid', { Cpf__c: '111', Account: { Name: 'A', Cnpj__c: CNPJ } }, CNPJ],
    ['none when neither is valid', { Cpf__c: '111', Account: { Name: 'A', Cnpj__c: 'isento' } }, null]
])('CPF or CNPJ: %s', (_, fields, taxId) => {
    expect(candidates([contact('003A', fields)])).toMatchObject([{ taxId }]);
});

test('fields are those of the configuration', () => {
    const mapping = { contactPhoneFields: ['WhatsApp__c'], contactCpfField: 'Documento__c', accountCnpjField: null };
    const found = [
        contact('003A', { WhatsApp__c: '1122953040', Documento__c: CPF, Account: { Name: 'A', Cnpj__c: CNPJ } }),
        contact('003B'),
        person('001C', '003C', { WhatsApp__pc: '1122953040', Documento__pc: CPF })
    ];
    expect(candidates(found, mapping).map(({ id, taxId }) => [id, taxId])).toEqual([
        ['003A', CPF],
        ['003C', CPF]
    ]);
});
