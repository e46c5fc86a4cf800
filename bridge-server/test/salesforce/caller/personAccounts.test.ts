import { startTestOrg, type TestOrg } from '../../support/testOrg.ts';
import { lookupIn } from './testLookup.ts';

const CPF = '295.379.955-93';
const NUMBER = '5585988112000';

let org: TestOrg;

beforeAll(async () => {
    org = await startTestOrg({ features: ['PersonAccounts'] });
});
afterAll(() => org.close());

async function contactOf(accountId: string): Promise<string> {
    const [account] = await org.query<{ PersonContactId: string }>(
        `SELECT PersonContactId FROM Account WHERE Id = '${accountId}'`
    );
    return account?.PersonContactId ?? '';
}

test.each(['Phone', 'PersonMobilePhone', 'PersonHomePhone', 'PersonOtherPhone'])(
    'a person account is found by %s as the contact that it is',
    async (field) => {
        const phone = '(85) 98811-2000';
        const accountId = await org.create('Account', {
            FirstName: 'Dora',
            LastName: 'Siqueira',
            [field]: phone,
            Cpf__pc: CPF
        });
        expect(await lookupIn(org).find(NUMBER)).toEqual({
            who: {
                kind: 'personAccount',
                id: await contactOf(accountId),
                name: 'Dora Siqueira',
                phone,
                accountId,
                accountName: 'Dora Siqueira',
                taxId: CPF
            },
            reason: 'onlyContact',
            others: []
        });
        await org.update('Account', accountId, { [field]: null });
    }
);

test('a person account and a contact with one number: the one served last, and the other is offered', async () => {
    const accountId = await org.create('Account', { LastName: 'Telles', PersonMobilePhone: '(85) 98811-3000' });
    await org.create('Contact', { LastName: 'Uchoa', Phone: '85 98811 3000' });
    await org.create('Case', { ContactId: await contactOf(accountId), Origin: 'Phone', Subject: 'Ligação' });
    expect(await lookupIn(org).find('5585988113000')).toMatchObject({
        who: { kind: 'personAccount', name: 'Telles' },
        reason: 'servedLast',
        others: [{ kind: 'contact', name: 'Uchoa' }]
    });
});

test('companies are found as ever', async () => {
    expect(await lookupIn(org).find('554130264500')).toMatchObject({ reason: 'accountNumber' });
    expect(await lookupIn(org).find('5511987654321')).toMatchObject({ who: { name: 'Maria da Silva' } });
});
