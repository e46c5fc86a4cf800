import fc from 'fast-check';
import { findJsonFault } from '../../src/json/findJsonFault.ts';
import { placeInJson } from '../../src/json/placeInJson.ts';

function isJson(text: string): boolean {
    try {
        JSON.parse(text);
        return true;
    } catch {
        return false;
    }
}

describe('a body that is no JSON', () => {
    it.each([
        [
            'request',
            "Unexpected character ('r' (code 114)): expected a valid value (number, String, array, object, 'true', 'false' or 'null')",
            2
        ],
        ['{ a: 1 }', "Unexpected character ('a' (code 97)): was expecting double-quote to start field name", 4],
        ['{"a" 1}', "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value", 7],
        ['{"a":1 "b":2}', "Unexpected character ('\"' (code 34)): was expecting comma to separate OBJECT entries", 9],
        ['[1 2]', "Unexpected character ('2' (code 50)): was expecting comma to separate ARRAY entries", 5],
        [
            '{"a":NULL}',
            "Unexpected character ('N' (code 78)): expected a valid value (number, String, array, object, 'true', 'false' or 'null')",
            7
        ],
        ['{"a":nul}', "Unrecognized token 'nul': was expecting 'true', 'false' or 'null'", 9],
        ['{"a":1', 'Unexpected end-of-input: expected close marker for OBJECT', 7],
        ['{"a":', 'Unexpected end-of-input within/between OBJECT entries', 6],
        ['"a', 'Unexpected end-of-input: was expecting closing quote for a string value', 3],
        ['"\\q"', "Unrecognized character escape ('q' (code 113))", 4],
        [
            '"\t"',
            'Illegal unquoted character ((CTRL-CHAR, code 9)): has to be escaped using backslash to be included in string value',
            3
        ]
    ])('%s is refused in the words of the platform’s parser', (text, message, column) => {
        const fault = findJsonFault(text);
        expect(fault?.message).toBe(message);
        expect(placeInJson(text, fault?.end ?? 0)).toBe(`[line:1, column:${column}]`);
    });

    it('is placed in its line', () => {
        const text = '{\n  "a": x\n}';
        expect(placeInJson(text, findJsonFault(text)?.end ?? 0)).toBe('[line:2, column:9]');
    });

    it('has a fault, and JSON has none', () => {
        const cut = fc
            .json()
            .chain((text) =>
                fc
                    .tuple(
                        fc.nat(text.length),
                        fc.nat(3),
                        fc.constantFrom('', ',', '}', ']', '"', ':', '\\', '1', 'x', '\n', '-', 'null')
                    )
                    .map(([at, dropped, piece]) => text.slice(0, at) + piece + text.slice(at + dropped))
            );
        fc.assert(
            fc.property(fc.oneof(fc.json(), cut, fc.string()), (text) =>
                expect(findJsonFault(text) === null).toBe(isJson(text))
            ),
            { numRuns: 2000 }
        );
    });

    it('may nest however deep', () => {
        expect(findJsonFault('['.repeat(1_000_000))?.end).toBe(1_000_000);
    });
});
