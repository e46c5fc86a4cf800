import fc from 'fast-check';
import { type FieldText, eraseBefore, groupDigits, insertDigit } from '../fieldText';

const marked = ({ text, cursor }: FieldText): string => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

/** `ab|c` is the text `abc` with its cursor behind `ab`. */
function read(text: string): FieldText {
    const cursor = text.indexOf('|');
    return { text: text.replace('|', ''), cursor };
}

describe('the cursor', () => {
    it.each([
        ['11987654321|', '(11) 98765-4321|'],
        ['119|87654321', '(11) 9|8765-4321'],
        ['|11987654321', '|(11) 98765-4321'],
        ['(11) 98765|4321', '(11) 98765|-4321'],
        ['+5511|987654321', '+55 (11|) 98765-4321'],
        ['maria 1|', 'maria 1|']
    ])('stays behind its digit: %s', (before, after) => {
        expect(marked(groupDigits(read(before)))).toBe(after);
    });
});

describe('a pressed digit', () => {
    it.each([
        ['', 0, 0, '1|'],
        ['1198765432', 10, 10, '(11) 98765-4321|'],
        ['(11) 98765-432', 0, 14, '1|'],
        ['19', 1, 1, '11|9']
    ])('takes the place of what is selected in %p', (text, start, end, after) => {
        expect(marked(insertDigit(text, start, end, '1'))).toBe(after);
    });
});

describe('erasing', () => {
    it.each([
        ['(11) 98765-4321|', '(11) 9876-5432|'],
        ['(11) 98765-|4321', '(11) 9876|-4321'],
        ['(1|', '|'],
        ['190|', '19|'],
        ['|190', '|190'],
        ['maria |', 'maria|'],
        ['|', '|']
    ])('takes the last digit before the cursor, whatever stands between: %s', (before, after) => {
        const { text, cursor } = read(before);
        expect(marked(eraseBefore(text, cursor, cursor))).toBe(after);
    });

    it('takes what is selected', () => {
        expect(marked(eraseBefore('11987654321', 2, 7))).toBe('11|4321');
    });

    it('undoes what was pressed at the end, digit by digit', () => {
        fc.assert(
            fc.property(fc.array(fc.constantFrom(...'0123456789*#'), { maxLength: 16 }), (digits) => {
                let field: FieldText = { text: '', cursor: 0 };
                for (const digit of digits) field = insertDigit(field.text, field.cursor, field.cursor, digit);
                expect(field.text.replace(/[^\d*#]/g, '')).toBe(digits.join(''));

                for (const _digit of digits) field = eraseBefore(field.text, field.cursor, field.cursor);
                expect(field).toEqual({ text: '', cursor: 0 });
            })
        );
    });
});
