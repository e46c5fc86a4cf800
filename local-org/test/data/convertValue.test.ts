import fc from 'fast-check';
import { convertValue } from '../../src/data/convertValue.ts';
import { formatAutoNumber } from '../../src/data/formatAutoNumber.ts';
import { maskText } from '../../src/data/maskText.ts';
import { SalesforceError } from '../../src/errors/salesforceError.ts';
import { defineField } from '../../src/schema/fieldBuilders.ts';
import type { FieldDefinition } from '../../src/schema/fieldDefinition.ts';

const entry = (value: string, active = true) => ({ value, label: value, active, isDefault: false });
const picklist = [entry('Mon'), entry('Tue'), entry('Old', false)];
const days = defineField('multipicklist', 'Days__c', 'Days', { length: 4099, picklist, restrictedPicklist: true });
const openDays = { ...days, restrictedPicklist: false };
const price = defineField('currency', 'Price__c', 'Price', { precision: 5, scale: 2 });
const share = defineField('percent', 'Share__c', 'Share', { precision: 3, scale: 0 });
const opening = defineField('time', 'Opening__c', 'Opening');
const latitude = defineField('double', 'L__Latitude__s', 'L', { precision: 9, scale: 6, furthestFromZero: 90 });
const birthday = defineField('date', 'Birthday__c', 'Birthday');
const moment = defineField('datetime', 'Moment__c', 'Moment');
const count = defineField('int', 'Count__c', 'Count');
const secret = defineField('encryptedstring', 'Secret__c', 'Secret', { length: 4 });

function refusalCodeOf(field: FieldDefinition, value: unknown): string | undefined {
    try {
        convertValue(field, value);
    } catch (error) {
        if (error instanceof SalesforceError) return error.items[0]?.errorCode;
        throw error;
    }
    return undefined;
}

describe('values as fields store them', () => {
    it.each([
        [price, 12.345, 12.35],
        [price, '7', 7],
        [share, 50, 50],
        [latitude, -23.5505199, -23.55052],
        [opening, '17:30', '17:30:00.000Z'],
        [opening, '09:05:07.5Z', '09:05:07.500Z'],
        [birthday, '2024-02-29', '2024-02-29'],
        [moment, '2026-11-23T10:00:00', '2026-11-23T10:00:00.000+0000'],
        [moment, '2026-11-23T10:00:00.123-0300', '2026-11-23T13:00:00.000+0000'],
        [moment, '2026-11-23T22:00:00-03:00', '2026-11-24T01:00:00.000+0000'],
        [count, ' -12 ', -12],
        [days, 'tue; Mon;Tue', 'Mon;Tue'],
        [days, ' ; ', null],
        [openDays, 'Sun;Mon', 'Mon;Sun'],
        [secret, ' abcd ', 'abcd'],
        [secret, null, null]
    ])('%#: %j', (field, given, stored) => {
        expect(convertValue(field, given)).toBe(stored);
    });

    it.each([
        [price, 1000, 'NUMBER_OUTSIDE_VALID_RANGE'],
        [price, 'much', 'JSON_PARSER_ERROR'],
        [share, {}, 'JSON_PARSER_ERROR'],
        [latitude, 90.1, 'NUMBER_OUTSIDE_VALID_RANGE'],
        [opening, '24:00:00', 'JSON_PARSER_ERROR'],
        [opening, 1730, 'JSON_PARSER_ERROR'],
        [birthday, '2026-02-29', 'JSON_PARSER_ERROR'],
        [birthday, '2026-13-01', 'JSON_PARSER_ERROR'],
        [moment, '2026-02-30T10:00:00Z', 'JSON_PARSER_ERROR'],
        [moment, '2026-11-23T25:00:00Z', 'JSON_PARSER_ERROR'],
        [count, '0x10', 'JSON_PARSER_ERROR'],
        [count, 'Infinity', 'JSON_PARSER_ERROR'],
        [count, 1.5, 'JSON_PARSER_ERROR'],
        [days, 'Mon;Sun', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
        [days, 'Old', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
        [days, ['Mon'], 'JSON_PARSER_ERROR'],
        [openDays, 'x'.repeat(5000), 'STRING_TOO_LONG'],
        [secret, 'abcde', 'STRING_TOO_LONG']
    ])('%#: %j is refused as %s', (field, value, code) => {
        expect(refusalCodeOf(field, value)).toBe(code);
    });

    it.each([
        [12, 'VALUE_NUMBER_INT value 12'],
        [1.5, 'VALUE_NUMBER_FLOAT value 1.5'],
        [true, 'VALUE_TRUE value true'],
        [[1], 'START_ARRAY value [1]'],
        [{ a: 1 }, 'START_OBJECT value {"a":1}']
    ])('are refused by the name of their token: %j', (value, token) => {
        expect(() => convertValue(secret, value)).toThrow(
            `Cannot deserialize instance of string from ${token} or request may be missing a required field`
        );
    });

    it('keep what they already hold', () => {
        const chosen = fc.subarray(['Mon', 'Tue', 'Sun', 'Sat']).map((values) => values.join(';'));
        fc.assert(
            fc.property(chosen, (values) => {
                const stored = convertValue(openDays, values);
                expect(convertValue(openDays, stored)).toBe(stored);
            })
        );
    });
});

describe('encrypted text', () => {
    it.each([
        ['all', '529.982.247-25', '***.***.***-**'],
        ['lastFour', '4111111111111111', '************1111'],
        ['ssn', '123-45-6789', '***-**-6789'],
        ['sin', '123-456-789', '***-***-789'],
        ['lastFour', '1234', '****'],
        ['unheardOf', 'ção', '***']
    ])('hides by mask %s %s as %s', (kind, text, shown) => {
        expect(maskText({ character: '*', kind }, text)).toBe(shown);
    });
});

describe('auto numbers', () => {
    it.each([
        ['{0}', 7, '7'],
        ['P-{0000}', 7, 'P-0007'],
        ['P-{0000}', 12345, 'P-12345'],
        ['{YYYY}{MM}{DD}-{YY}-{000}', 1, '20260504-26-001'],
        ['plain', 1, 'plain']
    ])('%s with %d is %s', (format, number, text) => {
        expect(formatAutoNumber(format, number, new Date('2026-05-04T12:00:00Z'))).toBe(text);
    });
});
