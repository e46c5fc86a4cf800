import fc from 'fast-check';
import { locateJsonError } from '../../src/mapping/locateJsonError.ts';

test.each([
    ['', 1, 1, 'the end of the file', 'a value'],
    ['{\n  "case": {\n    "origin": Phone\n  }\n}', 3, 15, 'Phone', 'a value'],
    ['{\n  "case": {},\n}', 3, 1, '}', 'a name in double quotes'],
    ['{"a": [1, 2,]}', 1, 13, ']', 'a value'],
    ['{"a": 1', 1, 8, 'the end of the file', 'a comma or the closing bracket'],
    ['{"a" 1}', 1, 6, '1', 'a colon'],
    ["{'a': 1}", 1, 2, "'", 'a name in double quotes or }'],
    ['{"a": 1]', 1, 8, ']', 'a comma or the closing bracket'],
    ['{"a": "Ligação\n"}', 1, 7, 'a text that is not closed or has a bad character', 'a value'],
    ['{}\r\n\r\n// end', 3, 1, '/', 'the end of the file'],
    ['{"a": 01}', 1, 8, '1', 'a comma or the closing bracket']
])('%j', (text, line, column, found, expected) => {
    expect(locateJsonError(text)).toEqual({ line, column, found, expected });
});

const isJson = (text: string): boolean => {
    try {
        JSON.parse(text);
        return true;
    } catch {
        return false;
    }
};

test('finds an error exactly where JSON.parse does', () => {
    const brokenJson = fc
        .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', '\\', 'x', '1', '\n', '\u0001', ':', '['))
        .map(([json, at, insert]) => {
            const place = at % (json.length + 1);
            return `${json.slice(0, place)}${insert}${json.slice(place + (at % 2))}`;
        });
    const soup = fc.string({
        unit: fc.constantFrom(
            '{',
            '}',
            '[',
            ']',
            ',',
            ':',
            '"',
            '1',
            '-',
            '.',
            'e',
            ' ',
            'null',
            '"a"',
            '\\u12aF',
            '\u2028'
        )
    });
    fc.assert(
        fc.property(fc.oneof(fc.json(), brokenJson, soup), (text) => {
            expect(locateJsonError(text) === null).toBe(isJson(text));
        }),
        { numRuns: 2_000 }
    );
});
