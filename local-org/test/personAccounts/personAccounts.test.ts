import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

const CPF = '295.379.955-93';

let org: TestOrg;
let admin: Connection;

beforeAll(async () => {
    org = await startTestOrg({ features: ['PersonAccounts'] });
    admin = await org.connect('admin@local.org');
});
afterAll(() => org.close());

async function createPerson(values: Record<string, unknown>): Promise<{ accountId: string; contactId: string }> {
    const saved = await admin.sobject('Account').create(values);
    if (!saved.success) throw new Error('The account was refused.');
    const [account] = await select(`SELECT PersonContactId FROM Account WHERE Id = '${saved.id}'`);
    return { accountId: saved.id, contactId: String(account?.PersonContactId) };
}

async function select(soql: string): Promise<Record<string, unknown>[]> {
    const { records } = await admin.query<Record<string, unknown>>(soql);
    return records.map(({ attributes: _, ...record }) => record);
}

async function search(sosl: string): Promise<{ type: string; id: string }[]> {
    const { searchRecords } = await admin.search(sosl);
    return searchRecords.map((record) => ({ type: String(record.attributes?.type), id: String(record.Id) }));
}

describe('an account created with a last name', () => {
    it('is a person, with a contact of its own', async () => {
        const { accountId, contactId } = await createPerson({
            FirstName: 'Dora',
            LastName: 'Siqueira',
            Phone: '(11) 3322-1000',
            PersonMobilePhone: '(11) 98811-1000',
            PersonEmail: 'dora@example.com',
            Cpf__pc: CPF
        });
        expect(
            await select(`SELECT Name, IsPersonAccount, LastName, Cpf__pc FROM Account WHERE Id = '${accountId}'`)
        ).toEqual([{ Name: 'Dora Siqueira', IsPersonAccount: true, LastName: 'Siqueira', Cpf__pc: CPF }]);
        const fields = 'Name, IsPersonAccount, AccountId, Phone, MobilePhone, Email, Cpf__c, Account.Name';
        expect(await select(`SELECT ${fields} FROM Contact WHERE Id = '${contactId}'`)).toEqual([
            {
                Name: 'Dora Siqueira',
                IsPersonAccount: true,
                AccountId: accountId,
                Phone: '(11) 3322-1000',
                MobilePhone: '(11) 98811-1000',
                Email: 'dora@example.com',
                Cpf__c: CPF,
                Account: expect.objectContaining({ Name: 'Dora Siqueira' })
            }
        ]);
    });

    it('keeps both in step, whichever of them is written', async () => {
        const { accountId, contactId } = await createPerson({ FirstName: 'Elza', LastName: 'Prado' });
        await admin.sobject('Account').update({ Id: accountId, LastName: 'Prado Lima', PersonHomePhone: '1133220001' });
        await admin.sobject('Contact').update({ Id: contactId, FirstName: 'Elsa', OtherPhone: '1133220002' });
        expect(
            await select(`SELECT Name, PersonHomePhone, PersonOtherPhone FROM Account WHERE Id = '${accountId}'`)
        ).toEqual([{ Name: 'Elsa Prado Lima', PersonHomePhone: '1133220001', PersonOtherPhone: '1133220002' }]);
        expect(await select(`SELECT Name, HomePhone, OtherPhone FROM Contact WHERE Id = '${contactId}'`)).toEqual([
            { Name: 'Elsa Prado Lima', HomePhone: '1133220001', OtherPhone: '1133220002' }
        ]);
    });

    it('takes its contact along to the recycle bin', async () => {
        const { accountId, contactId } = await createPerson({ LastName: 'Passageira' });
        await admin.sobject('Account').destroy(accountId);
        expect(await select(`SELECT Id FROM Contact WHERE Id = '${contactId}'`)).toEqual([]);
    });

    it('is found by a search as an account, and not as a contact', async () => {
        const { accountId } = await createPerson({ LastName: 'Telles', PersonMobilePhone: '(11) 98811-2000' });
        const sosl = 'FIND {11988112000} IN PHONE FIELDS RETURNING Contact(Id), Account(Id)';
        expect(await search(sosl)).toEqual([{ type: 'Account', id: accountId }]);
    });
});

describe('what does not go together is refused', () => {
    it.each([
        [{ LastName: 'Reis', Name: 'Reis Ltda' }, 'Account: bad field names on insert/update call: Name'],
        [
            { Name: 'Reis Ltda', PersonEmail: 'reis@example.com', Cpf__pc: CPF },
            'Account: bad field names on insert/update call: PersonEmail, Cpf__pc'
        ]
    ])('%j', async (values, message) => {
        const refusal = await refusalOf(admin.sobject('Account').create(values));
        expect(refusal).toEqual({ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', message });
    });

    it('a person without a last name', async () => {
        const { accountId } = await createPerson({ LastName: 'Vaz' });
        const refusal = await refusalOf(admin.sobject('Account').update({ Id: accountId, LastName: null }));
        expect(refusal.errorCode).toBe('REQUIRED_FIELD_MISSING');
    });

    it('a second contact of a person, and a person’s contact elsewhere', async () => {
        const { accountId, contactId } = await createPerson({ LastName: 'Xavier' });
        const second = await refusalOf(admin.sobject('Contact').create({ LastName: 'Outra', AccountId: accountId }));
        const moved = await refusalOf(admin.sobject('Contact').update({ Id: contactId, AccountId: null }));
        expect([second.errorCode, moved.errorCode]).toEqual(['FIELD_INTEGRITY_EXCEPTION', 'FIELD_INTEGRITY_EXCEPTION']);
    });
});

it('leaves companies and their contacts what they are', async () => {
    const [company] = await select(
        "SELECT Id, IsPersonAccount, PersonContactId FROM Account WHERE Name LIKE 'Padaria%'"
    );
    expect(company).toMatchObject({ IsPersonAccount: false, PersonContactId: null });
    const [person] = await select("SELECT IsPersonAccount FROM Contact WHERE Name = 'Maria da Silva'");
    expect(person).toEqual({ IsPersonAccount: false });
    expect(await search('FIND {11987654321} IN PHONE FIELDS RETURNING Contact(Id)')).toHaveLength(1);
});

it('shows the bridge of a person what it may see of contacts', async () => {
    await createPerson({ LastName: 'Yamada', PersonMobilePhone: '(11) 98811-3000', PersonTitle: 'Dra.', Cpf__pc: CPF });
    const bridge = await org.connect('bridge@local.org');
    const readable = await bridge.query("SELECT PersonMobilePhone, Cpf__pc FROM Account WHERE Name = 'Yamada'");
    expect(readable.records).toMatchObject([{ PersonMobilePhone: '(11) 98811-3000', Cpf__pc: CPF }]);
    const hidden = await refusalOf(bridge.query("SELECT PersonTitle FROM Account WHERE Name = 'Yamada'"));
    expect(hidden.errorCode).toBe('INVALID_FIELD');
});

it('is described only where the feature is', async () => {
    const without = await startTestOrg();
    const plain = await (await without.connect('admin@local.org')).sobject('Account').describe();
    await without.close();
    const described = await admin.sobject('Account').describe();
    const person = ({ fields }: { fields: { name: string }[] }) =>
        fields.map(({ name }) => name).filter((name) => /^(IsPersonAccount|PersonMobilePhone|Cpf__pc)$/.test(name));
    expect(person(plain)).toEqual([]);
    expect(person(described)).toEqual(['IsPersonAccount', 'PersonMobilePhone', 'Cpf__pc']);
});
