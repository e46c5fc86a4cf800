import { DEFAULT_MAPPING } from '../../../src/mapping/mapping.ts';
import { createContactDirectory } from '../../../src/salesforce/contacts/contactDirectory.ts';
import { connectTo } from '../../support/orgConnection.ts';
import { startTestOrg, type TestOrg } from '../../support/testOrg.ts';

const CPF = '295.379.955-93';

let org: TestOrg;
let accountId: string;
let contactId: string;

beforeAll(async () => {
    org = await startTestOrg({ features: ['PersonAccounts'] });
    accountId = await org.create('Account', {
        FirstName: 'Dora',
        LastName: 'Siqueira',
        PersonMobilePhone: '(85) 98811-2000',
        Cpf__pc: CPF
    });
    const [account] = await org.query<{ PersonContactId: string }>(
        `SELECT PersonContactId FROM Account WHERE Id = '${accountId}'`
    );
    contactId = account?.PersonContactId ?? '';
});
afterAll(() => org.close());

const directory = () =>
    createContactDirectory({
        connection: connectTo(org),
        mapping: DEFAULT_MAPPING.caller,
        hasPersonAccounts: () => Promise.resolve(true)
    });

const dora = () => ({
    kind: 'personAccount',
    id: contactId,
    name: 'Dora Siqueira',
    phone: '(85) 98811-2000',
    accountId,
    accountName: 'Dora Siqueira',
    taxId: CPF
});

test.each(['dora siq', '85 98811-2000', '98811-2000', CPF, '29537995593'])(
    'a person account is found once by %s, as the contact that it is',
    async (text) => {
        expect(await directory().search(text)).toEqual([dora()]);
    }
);

test('is the same by the id of its account and of its contact', async () => {
    expect(await directory().candidateById(accountId)).toEqual(dora());
    expect(await directory().candidateById(contactId)).toEqual(dora());
});

test('companies are found as ever', async () => {
    expect(await directory().search('rota certa')).toMatchObject([{ kind: 'account' }]);
});
