import { formatBytes, formatInstant, formatTable } from '../../tools/calls/formatTable.ts';

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

test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [9_400_000, '9.4 MB'],
    [2_147_483_648, '2.1 GB'],
    [5e15, '5000.0 TB']
])('%d bytes are %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
});
