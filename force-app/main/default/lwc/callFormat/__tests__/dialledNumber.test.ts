import { formatDialled, isDialled } from 'c/callFormat';
import fc from 'fast-check';

const digitsOf = (text: string): string => text.replace(/[^\d+*#]/g, '');

describe('a number as it is dialled', () => {
    it.each([
        ['11987654321', '(11) 98765-4321'],
        ['11-98765.4321', '(11) 98765-4321'],
        ['1122953040', '(11) 2295-3040'],
        ['+55 (11) 98765-4321', '+55 (11) 98765-4321'],
        ['5511987654321', '55 (11) 98765-4321'],
        ['0 15 11 98765 4321', '0 15 (11) 98765-4321'],
        ['01122953040', '0 (11) 2295-3040'],
        ['0 11 98765\u20114321', '0 (11) 98765-4321'],
        ['08007221234', '0800 722 1234'],
        ['0303 7221234', '0303 722 1234'],
        ['40041234', '4004-1234'],
        ['\u202a+55\u00a011\u00a098765\u20134321\u202c', '+55 (11) 98765-4321'],
        ['５５９８７６５４３２１', '(55) 98765-4321']
    ])('is grouped once it is whole: %p', (text, written) => {
        expect(formatDialled(text)).toBe(written);
    });

    it.each([
        '',
        '1',
        '190',
        '*60',
        '1001',
        '119876',
        '(11) 98765-43',
        '98765-4321',
        '+1 212 555 0100',
        'Tel.: 11 9876'
    ])('stays as it is until then, or when it is of another kind: %p', (text) => {
        expect(formatDialled(text)).toBe(text);
    });

    it('keeps every digit, and stays as it is when it is written again', () => {
        fc.assert(
            fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+*#()-. /') }), (text) => {
                const written = formatDialled(text);

                expect(digitsOf(written)).toBe(digitsOf(text));
                expect(formatDialled(written)).toBe(written);
            })
        );
    });
});

describe('what can be dialled', () => {
    it.each(['1', '190', '*60', '#31#', '(11) 98765-4321', '+1 212 555 0100', 'Tel.: (11) 98765-4321'])(
        'is %p',
        (text) => {
            expect(isDialled(text)).toBe(true);
        }
    );

    it.each(['', ' ', '(', '+', 'maria', 'Loja 24', '1'.repeat(41)])('is not %p', (text) => {
        expect(isDialled(text)).toBe(false);
    });
});
