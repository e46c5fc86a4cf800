import { readFileSync } from 'node:fs';
import { findCaller } from '../../src/salesforce/callerLookup.ts';
import { SalesforceConnection } from '../../src/salesforce/salesforceConnection.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';

const FIELDS = { contactCpf: 'Cpf__c', accountCnpj: 'Cnpj__c' };
/** The number that João and Helena Pereira share. */
const SHARED = '551122953040';

let org: TestOrg;
let connection: SalesforceConnection;

beforeEach(async () => {
    org = await startTestOrg();
    const { SALESFORCE_LOGIN_URL = '', SALESFORCE_PRIVATE_KEY_FILE = '' } = org.bridgeEnvironment;
    connection = new SalesforceConnection({
        loginUrl: SALESFORCE_LOGIN_URL,
        clientId: 'softphone-bridge',
        username: 'bridge@local.org',
        privateKeyPem: readFileSync(SALESFORCE_PRIVATE_KEY_FILE, 'utf8')
    });
});
afterEach(() => org.close());

const find = (number: string | null) => findCaller(connection, FIELDS, number);

async function contactNamed(name: string): Promise<string> {
    const [contact] = await org.query<{ Id: string }>(`SELECT Id FROM Contact WHERE Name = '${name}'`);
    if (!contact) throw new Error(`Nobody is called ${name}`);
    return contact.Id;
}

describe('two contacts with one number', () => {
    test('the one served most recently is who calls', async () => {
        expect(await find(SHARED)).toMatchObject({
            contactName: 'Helena Pereira',
            contactPhone: '11 2295-3040',
            taxId: '575.004.079-80',
            accountName: null
        });
    });

    test('it is the other one as soon as they are served', async () => {
        const ContactId = await contactNamed('João Pereira');
        await org.create('Case', { ContactId, Origin: 'Phone', Subject: 'Ligação' });
        expect(await find(SHARED)).toMatchObject({ contactName: 'João Pereira' });
    });

    test('what came by e-mail or the web does not count as having called', async () => {
        const ContactId = await contactNamed('João Pereira');
        await org.create('Case', { ContactId, Origin: 'Web', Subject: 'Pedido' });
        await org.create('Case', { ContactId, Origin: 'Email', Subject: 'Pedido' });
        expect(await find(SHARED)).toMatchObject({ contactName: 'Helena Pereira' });
    });

    test('it is one of them when none was ever served', async () => {
        await org.create('Contact', { LastName: 'Primeira', Phone: '(85) 3244-1000' });
        await org.create('Contact', { LastName: 'Segunda', Phone: '85 3244-1000' });
        expect((await find('558532441000')).contactName).toMatch(/^(Primeira|Segunda)$/);
    });
});

test.each([
    ['5511987654321', 'Maria da Silva', 'Padaria Estrela da Manhã Ltda'],
    ['11987654321', 'Maria da Silva', 'Padaria Estrela da Manhã Ltda'],
    ['+55 11 98765-4321', 'Maria da Silva', 'Padaria Estrela da Manhã Ltda'],
    ['5521987654321', 'Marcos Andrade', 'Construtora Horizonte Azul S.A.'],
    // stored without the ninth digit
    ['5581987659012', 'Severino Gomes', null],
    // stored with the extension behind it
    ['551120668090', 'Patrícia Lemos', expect.any(String)],
    // stored with a carrier code, with a leading zero
    ['5511976540012', 'Rafael Moreira', expect.any(String)],
    ['5541984445577', 'Priscila Fontes', expect.any(String)],
    ['5592991518080', 'Yara Potiguara', null]
])('%s is %s of %s', async (number, contactName, accountName) => {
    expect(await find(number)).toMatchObject({ contactName, accountName });
});

test('a number that only its company has gives the company, and nobody', async () => {
    expect(await find('554130264500')).toMatchObject({
        contactId: null,
        contactName: null,
        accountName: 'Transportadora Rota Certa Ltda',
        taxId: expect.stringMatching(/\d/)
    });
});

test.each([null, 'anonymous', '1001', '5531987654321', '987654321'])('%s is nobody', async (number) => {
    expect(new Set(Object.values(await find(number)))).toEqual(new Set([null]));
});
