import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readPhoneNumber, readPhoneNumbers } from '../../../src/calls/phoneNumber.ts';
import { DEFAULT_MAPPING } from '../../../src/mapping/mapping.ts';
import { personAccountField } from '../../../src/salesforce/caller/candidateFields.ts';
import { MAX_NUMBERS_IN_SEARCH, phoneSearch } from '../../../src/salesforce/caller/phoneSearch.ts';
import { SalesforceConnection } from '../../../src/salesforce/salesforceConnection.ts';
import { startTestOrg, type TestOrg } from '../../support/testOrg.ts';

const CALLER = DEFAULT_MAPPING.caller;
const NO_PERSONS = { personAccounts: false };

/** How each number may stand on a record. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
    '+5585987651234': [
        '(85) 98765-1234',
        '85987651234',
        '085987651234',
        '+55 85 98765-1234',
        '+5585987651234',
        '5585987651234',
        '0 15 85 98765-1234',
        '01585987651234',
        '0055 85 98765 1234',
        '(0xx85) 98765-1234',
        '85 9 8765-1234',
        '85.98765.1234',
        '85/98765-1234',
        '85 98765 - 1234',
        '(85) 8765-1234',
        '8587651234',
        '558587651234',
        '+55 (85) 8765 1234',
        '0 85 8765-1234',
        '98765-1234 / 85 98765-1234',
        '(85) 98765-1234 ramal 12',
        '85 98765-1234 r. 12',
        '85987651234 ramal 12',
        '(85) 8765-1234 ramal 12',
        '+5585987651234 x12',
        '085 98765-1234, 12',
        '85 98765-1234 / 85 3244-9911',
        '85987651234/8532449911',
        'cel (85) 98765-1234 falar com Ana'
    ],
    '+558532445566': [
        '(85) 3244-5566',
        '558532445566',
        '0 21 85 32445566',
        '85 3244-5566 ramal 7',
        '85 3244-5500/3244-5566'
    ],
    '+558007229876': [
        '0800 722 9876',
        '08007229876',
        '0800-7229876',
        '800 722 9876',
        '+55 800 722 9876',
        '0800 722 9876 opção 2'
    ],
    '+55800481234': ['0800 481 234', '0800-48-1234', '0800481234'],
    '+5540049876': ['4004-9876', '40049876', '(85) 4004-9876', '4004 9876 ramal 3'],
    '+12125550177': ['+1 212 555 0177', '+1 (212) 555-0177 ext 4', '0021 1 212 555 0177', '0012125550177'],
    '+442079460958': ['+44 (0)20 7946 0958', '+442079460958', '+44 20 7946 0958 x9']
};

describe('a search in the org', () => {
    let org: TestOrg;
    let bridge: SalesforceConnection;
    /** May read leads and fields that the bridge's permission set leaves out. */
    let administrator: SalesforceConnection;

    function connect(username: string): SalesforceConnection {
        const { SALESFORCE_LOGIN_URL = '', SALESFORCE_PRIVATE_KEY_FILE = '' } = org.bridgeEnvironment;
        const privateKeyPem = readFileSync(SALESFORCE_PRIVATE_KEY_FILE, 'utf8');
        return new SalesforceConnection({
            loginUrl: SALESFORCE_LOGIN_URL,
            clientId: 'softphone-bridge',
            username,
            privateKeyPem
        });
    }

    beforeAll(async () => {
        org = await startTestOrg();
        bridge = connect('bridge@local.org');
        administrator = connect('admin@local.org');
        const spellings = Object.values(SPELLINGS).flat();
        await Promise.all(spellings.map((Phone) => org.create('Contact', { LastName: `Grafia ${Phone}`, Phone })));
    });
    afterAll(() => org.close());

    async function search(numbers: readonly string[], caller = CALLER, connection = bridge) {
        const { searchRecords } = await connection.search(phoneSearch(numbers, caller, NO_PERSONS));
        return searchRecords;
    }

    /** What is on the records that came back and names one of these numbers, sorted. */
    async function phonesFound(numbers: readonly string[]): Promise<unknown[]> {
        const phones = (await search(numbers)).map(({ Phone }) => String(Phone));
        return phones.filter((phone) => readPhoneNumbers(phone).some(({ e164 }) => numbers.includes(e164))).sort();
    }

    test.each(Object.keys(SPELLINGS))('finds %s in every spelling', async (number) => {
        expect(await phonesFound([number])).toEqual([...(SPELLINGS[number] ?? [])].sort());
    });

    test('finds all of several numbers at once', async () => {
        expect(await phonesFound(Object.keys(SPELLINGS))).toEqual(Object.values(SPELLINGS).flat().sort());
    });

    test('finds the last of as many numbers as fit', async () => {
        const others = Array.from({ length: MAX_NUMBERS_IN_SEARCH - 1 }, (_, index) => `+55119${87_000_000 + index}`);
        expect(await phonesFound([...others, '+558532445566'])).toEqual([...(SPELLINGS['+558532445566'] ?? [])].sort());
    });

    test('brings contacts with their account and documents', async () => {
        expect(await search(['+5511987654321'])).toContainEqual(
            expect.objectContaining({
                attributes: expect.objectContaining({ type: 'Contact' }),
                Name: 'Maria da Silva',
                Cpf__c: expect.stringMatching(/\d/),
                AccountId: expect.any(String),
                Account: expect.objectContaining({ Name: expect.any(String), Cnpj__c: expect.stringMatching(/\d/) })
            })
        );
    });

    test('brings companies by their number', async () => {
        expect(await search(['+554130264500'])).toMatchObject([
            { attributes: { type: 'Account' }, Name: 'Transportadora Rota Certa Ltda', Phone: '(41) 3026-4500' }
        ]);
    });

    test('brings leads when they are mapped', async () => {
        const number = readPhoneNumber('(27) 99876-1212')?.e164 ?? '';
        expect(await search([number])).toEqual([]);
        expect(await search([number], { ...CALLER, leads: true }, administrator)).toMatchObject([
            { attributes: { type: 'Lead' }, Name: 'Renata Siqueira', Company: 'Ateliê Siqueira', IsConverted: false }
        ]);
    });

    test('asks for the mapped fields alone', async () => {
        const caller = {
            ...CALLER,
            contactCpfField: null,
            accountCnpjField: null,
            contactPhoneFields: ['MobilePhone'],
            accountPhoneFields: ['Fax']
        };
        const [contact] = await search(['+5511987654321'], caller, administrator);
        expect(contact).not.toHaveProperty('Phone');
        expect(contact).not.toHaveProperty('Cpf__c');
        expect(contact).toHaveProperty('MobilePhone');
    });
});

describe('the search text', () => {
    const textOf = (numbers: readonly string[]) =>
        /^FIND \{(.*)\} IN PHONE FIELDS/.exec(phoneSearch(numbers, CALLER, NO_PERSONS))?.[1] ?? '';

    test('holds nothing but digits, dashes and OR, whatever was announced', () => {
        fc.assert(
            fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 20 }), (numbers) => {
                expect(textOf(numbers)).toMatch(/^(\d|\\-| OR )*$/);
            })
        );
    });

    test('is short enough with as many numbers as fit', () => {
        const digits = fc.integer({ min: 1_000_000_000_000, max: 9_999_999_999_999 }).map((n) => `+${n}`);
        const mobile = fc.integer({ min: 60_000_000, max: 99_999_999 }).map((n) => `+55119${n}`);
        const many = { minLength: MAX_NUMBERS_IN_SEARCH, maxLength: MAX_NUMBERS_IN_SEARCH };
        fc.assert(
            fc.property(fc.uniqueArray(fc.oneof(digits, mobile), many), (numbers) => {
                expect(textOf(numbers).length).toBeLessThanOrEqual(10_000);
                expect(encodeURIComponent(phoneSearch(numbers, CALLER, NO_PERSONS)).length).toBeLessThan(14_000);
            }),
            { numRuns: 30 }
        );
    });
});

test('asks an org with person accounts for their fields of contacts too', () => {
    expect(phoneSearch(['+5511987654321'], CALLER, { personAccounts: true })).toContain(
        'Account(Id, Name, Phone, Cnpj__c, IsPersonAccount, PersonContactId, ' +
            'PersonMobilePhone, PersonHomePhone, PersonOtherPhone, Cpf__pc)'
    );
});

test.each([
    ['Cpf__c', 'Cpf__pc'],
    ['vendas__Cpf__c', 'vendas__Cpf__pc'],
    ['MobilePhone', 'PersonMobilePhone'],
    ['Phone', 'Phone']
])('%s of a contact is %s of a person account', (ofContact, ofAccount) => {
    expect(personAccountField(ofContact)).toBe(ofAccount);
});
