import { seedAccounts } from '../../src/seed/accounts.ts';
import { seedCases } from '../../src/seed/cases.ts';
import { seedContacts } from '../../src/seed/contacts.ts';
import { startTestOrg } from '../startTestOrg.ts';
import { isCnpj, isCpf } from './taxIds.ts';

const digitsOf = (phone: string | null) => (phone ?? '').replace(/\D/g, '');

describe('the seed', () => {
    it('knows a valid CNPJ and CPF from a wrong one', () => {
        expect(isCnpj('12.ABC.345/01DE-35')).toBe(true);
        expect(isCnpj('12.ABC.345/01DE-36')).toBe(false);
        expect(isCnpj('11222333000181')).toBe(true);
        expect(isCpf('529.982.247-25')).toBe(true);
        expect(isCpf('529.982.247-26')).toBe(false);
        expect(isCpf('111.111.111-11')).toBe(false);
    });

    it.each(seedAccounts)('gives $name the valid CNPJ $cnpj', ({ cnpj }) => {
        expect(isCnpj(cnpj)).toBe(true);
    });

    it.each(seedContacts)('gives $firstName $lastName the valid CPF $cpf', ({ cpf }) => {
        expect(isCpf(cpf)).toBe(true);
    });

    it('has companies of both kinds of CNPJ, and no number of a person twice', () => {
        expect(seedAccounts.length).toBeGreaterThanOrEqual(12);
        expect(seedContacts.length).toBeGreaterThanOrEqual(25);
        expect(seedAccounts.filter(({ cnpj }) => /[A-Z]/.test(cnpj)).length).toBeGreaterThanOrEqual(3);
        expect(new Set(seedContacts.map(({ cpf }) => digitsOf(cpf))).size).toBe(seedContacts.length);
    });

    it('has two people on one number, of whom one was served later', () => {
        const sharing = seedContacts.filter(({ phone }) => digitsOf(phone) === '1122953040').map(({ key }) => key);
        expect(sharing).toEqual(['joao', 'helena']);
        const lastServed = seedCases
            .filter(({ contact, origin }) => sharing.includes(contact ?? '') && origin === 'Phone')
            .toSorted((one, other) => other.createdDate.localeCompare(one.createdDate));
        expect(lastServed[0]?.contact).toBe('helena');
    });

    it('has a company whose main number is nobody’s', () => {
        const company = seedAccounts.find(({ key }) => key === 'transportadora');
        const people = seedContacts.flatMap(({ phone, mobilePhone }) => [digitsOf(phone), digitsOf(mobilePhone)]);
        expect(people).not.toContain(digitsOf(company?.phone ?? null));
    });

    it('is the same in every org', async () => {
        const read = async () => {
            const org = await startTestOrg();
            const admin = await org.connect('admin@local.org');
            const { records } = await admin.query('SELECT FIELDS(ALL) FROM Case LIMIT 200');
            await org.close();
            return records;
        };
        expect(await read()).toEqual(await read());
    });
});
