import type { ComparisonOperator } from '../../src/query/comparisonOperator.ts';
import { compileComparison } from '../../src/query/compileComparison.ts';
import { likePattern } from '../../src/query/likePattern.ts';
import { defineField } from '../../src/schema/fieldBuilders.ts';

describe('a multi-select picklist', () => {
    const field = defineField('multipicklist', 'Channels__c', 'Channels');
    const test = (operator: ComparisonOperator, ...texts: string[]) =>
        compileComparison(
            operator,
            field,
            texts.map((value) => ({ kind: 'value', value }))
        );

    it.each<[ComparisonOperator, string[], string | null, boolean]>([
        ['INCLUDES', ['Phone'], 'Email;Phone', true],
        ['INCLUDES', ['phone;email'], 'Email;Phone', true],
        ['INCLUDES', ['Phone;Chat'], 'Email;Phone', false],
        ['INCLUDES', ['Phone;Chat', 'Email'], 'Email;Phone', true],
        ['INCLUDES', ['Phon'], 'Email;Phone', false],
        ['INCLUDES', ['Phone'], null, false],
        ['EXCLUDES', ['Phone'], 'Email;Phone', false],
        ['EXCLUDES', ['Phone;Chat'], 'Email;Phone', true],
        ['EXCLUDES', ['Phone'], null, true],
        ['=', ['Email;Phone'], 'Email;Phone', true],
        ['=', ['Phone'], 'Email;Phone', false]
    ])('%s %j of %s: %s', (operator, texts, value, expected) => {
        expect(test(operator, ...texts)(value)).toBe(expected);
    });
});

describe('LIKE', () => {
    it.each([
        ['ab%', 'ABC', true],
        ['%c', 'abc', true],
        ['a_c', 'abc', true],
        ['a_c', 'abbc', false],
        ['100\\%', '100%', true],
        ['100\\%', '1000', false],
        ['a.c', 'abc', false],
        ['(%', '(11) 2222', true],
        ['a%', 'a\nb', true]
    ])('%s against %j: %s', (pattern, text, expected) => {
        expect(likePattern(pattern).test(text)).toBe(expected);
    });
});
