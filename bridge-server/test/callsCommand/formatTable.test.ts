import { formatInstant, formatTable } from '../../tools/calls/formatTable.ts';

test('columns begin below their headings, also after accents and emoji', () => {
    expect(
        formatTable(
            ['A', 'LONG', 'Z'],
            [
                ['ação 😀', 'x', 'last'],
                [null, 'yy', '']
            ]
        )
    ).toBe(['A       LONG  Z', 'ação 😀  x     last', '–       yy'].join('\n'));
});

test('what a stranger wrote neither colours nor moves anything', () => {
    const table = formatTable(['A'], [['\u001b[31mred\r\nnext\u202e']]);
    expect(table).toBe('A\n [31mred next');
});

test('instants are shown to the second', () => {
    expect(formatInstant('2026-11-23T12:00:05.123Z')).toBe('2026-11-23 12:00:05');
    expect(formatInstant(null)).toBeNull();
});
