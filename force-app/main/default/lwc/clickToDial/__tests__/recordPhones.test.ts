import '../../../../../../test/jest-mocks/projectLabels';
import fc from 'fast-check';
import type { RecordData } from 'lightning/uiRecordApi';
import { personOf, phoneFieldsOf, phonesOf } from '../recordPhones';

const CONTACT = '003000000000001AAA';

const record = (id: string, values: Record<string, unknown>): RecordData => ({
    id,
    fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]))
});

const numbersOf = (of: RecordData) => phonesOf(of).map(({ label, number }) => `${label}: ${number}`);

describe('the numbers of a record', () => {
    it.each([
        [CONTACT, 'Contact.MobilePhone'],
        ['001000000000001AAA', 'Account.Phone'],
        ['00Q000000000001AAA', 'Lead.Phone'],
        ['500000000000001AAA', 'Case.SuppliedPhone']
    ])('are read from the fields of its object: %s', (recordId, field) => {
        const objects = phoneFieldsOf(recordId).map((name) => name.split('.')[0]);

        expect(phoneFieldsOf(recordId)).toContain(field);
        expect(new Set(objects)).toEqual(new Set([field.split('.')[0]]));
    });

    it('of any other object are none', () => {
        expect(phoneFieldsOf('00T000000000001AAA')).toEqual([]);
        expect(phonesOf(record('00T000000000001AAA', { Phone: '1' }))).toEqual([]);
    });

    it('are listed with what they are called, the mobile first', () => {
        const contact = record(CONTACT, { Phone: '(11) 2295-3040', MobilePhone: '(11) 98765-4321', HomePhone: null });

        expect(numbersOf(contact)).toEqual(['Celular: (11) 98765-4321', 'Telefone: (11) 2295-3040']);
    });

    it('are each listed once, in whatever spelling they are there', () => {
        const spellings = { MobilePhone: '(11) 98765-4321', Phone: '+55 11 98765-4321', HomePhone: '011987654321' };

        expect(numbersOf(record(CONTACT, spellings))).toEqual(['Celular: (11) 98765-4321']);
    });

    it('of a Case are who called, the contact and who was named', () => {
        const ofCase = record('500000000000001AAA', {
            CallingNumber__c: '+5511912345678',
            SuppliedPhone: '',
            ContactId: CONTACT,
            Contact: record(CONTACT, { Phone: '(11) 2295-3040' })
        });

        expect(numbersOf(ofCase)).toEqual(['Número chamador: +5511912345678', 'Telefone do contato: (11) 2295-3040']);
        expect(personOf(ofCase)).toBe(CONTACT);
    });

    it('belong to the record, and of a Case without a contact to nobody known', () => {
        expect(personOf(record(CONTACT, {}))).toBe(CONTACT);
        expect(personOf(record('500000000000001AAA', { ContactId: null }))).toBeNull();
    });

    it('are never listed twice, never empty, and never made up', () => {
        const spelling = fc.oneof(fc.constant(null), fc.stringMatching(/^[-+() 0-9a-z]{0,16}$/));
        fc.assert(
            fc.property(spelling, spelling, spelling, (Phone, MobilePhone, HomePhone) => {
                const numbers = phonesOf(record(CONTACT, { Phone, MobilePhone, HomePhone })).map(
                    ({ number }) => number
                );
                const digits = numbers.map((number) => number.replace(/\D/g, ''));
                const written = [Phone, MobilePhone, HomePhone].map((each) => each?.trim());

                expect(new Set(digits).size).toBe(digits.length);
                expect(digits).not.toContain('');
                expect(numbers.filter((number) => !written.includes(number))).toEqual([]);
            })
        );
    });
});
