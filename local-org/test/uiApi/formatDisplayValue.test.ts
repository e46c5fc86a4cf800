import { UserCalendar } from '../../src/query/userCalendar.ts';
import { defineField, picklistField } from '../../src/schema/fieldBuilders.ts';
import { formatDisplayValue } from '../../src/uiApi/formatDisplayValue.ts';

const brazilian = new UserCalendar('America/Sao_Paulo', 'pt-BR');
const american = new UserCalendar('America/New_York', 'en-US');
const entry = { value: 'High', label: 'Alta', active: true, isDefault: false };
/** Without the narrow and no-break spaces that stand before a currency's amount or after a time. */
const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? null;

describe('what a person reads in a field', () => {
    it.each([
        [defineField('date', 'D', 'D'), '2026-11-23', '23/11/2026', '11/23/2026'],
        [defineField('datetime', 'T', 'T'), '2026-11-23T12:05:00.000+0000', '23/11/2026, 09:05', '11/23/2026, 7:05 AM'],
        [defineField('time', 'H', 'H'), '14:30:00.000Z', '14:30', '2:30 PM'],
        [defineField('int', 'I', 'I'), 9000, '9.000', '9,000'],
        [defineField('double', 'N', 'N', { scale: 2 }), 1234.5, '1.234,50', '1,234.50'],
        [defineField('currency', 'C', 'C', { scale: 2 }), 1234.5, 'R$ 1.234,50', 'R$1,234.50'],
        [defineField('percent', 'P', 'P', { scale: 1 }), 12.5, '12,5%', '12.5%']
    ])('is written as in their country: %#', (field, value, inBrazil, inAmerica) => {
        expect(plain(formatDisplayValue(field, value, brazilian))).toBe(inBrazil);
        expect(plain(formatDisplayValue(field, value, american))).toBe(inAmerica);
    });

    it('is the label of a picklist value, or the value when it has none', () => {
        const field = picklistField('Priority', 'Priority', [], { picklist: [entry] });
        expect(formatDisplayValue(field, 'High', brazilian)).toBe('Alta');
        expect(formatDisplayValue(field, 'Odd', brazilian)).toBe('Odd');
        expect(formatDisplayValue({ ...field, type: 'multipicklist' }, 'High;Odd', brazilian)).toBe('Alta;Odd');
    });

    it.each([
        [defineField('string', 'S', 'S'), 'text'],
        [defineField('boolean', 'B', 'B'), true],
        [defineField('date', 'D', 'D'), null]
    ])('is nothing beyond the value: %#', (field, value) => {
        expect(formatDisplayValue(field, value, brazilian)).toBeNull();
    });
});
