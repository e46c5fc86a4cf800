import fc from 'fast-check';
import {
    constantLength,
    PLACEHOLDERS,
    renderSubject,
    renderTemplate,
    templateProblems,
    type TemplateValues
} from '../../src/mapping/template.ts';

const NOTHING = Object.fromEntries(PLACEHOLDERS.map((name) => [name, null])) as TemplateValues;
const CALL: TemplateValues = {
    ...NOTHING,
    number: '(11) 98765-4321',
    protocol: '20261123000001',
    queue: 'vendas',
    direction: 'inbound'
};

describe('rendering', () => {
    test.each([
        ['Ligação de {number}', 'Ligação de (11) 98765-4321'],
        ['{protocol}: {queue}', '20261123000001: vendas'],
        ['{queue}{queue}', 'vendasvendas'],
        ['Sem nada', 'Sem nada'],
        ['{{number}}', '{number}'],
        ['{{{number}}}', '{(11) 98765-4321}'],
        ['a }} b {{ c', 'a } b { c'],
        ['Fila {queue}, {callerName}', 'Fila vendas,']
    ])('%s becomes %s', (template, text) => {
        expect(renderTemplate(template, CALL, 255)).toBe(text);
    });

    test.each(['{callerName}', '{callerName} {taxId}', 'Cliente {callerName}', '{callerName}{{}}'])(
        '%s is not sent when nothing of it is known',
        (template) => {
            expect(renderTemplate(template, CALL, 255)).toBeNull();
        }
    );

    test('what a stranger announced is one line that reads as it was written', () => {
        const announcedName = ' Ana\r\n\u0000Souza\u202Egnp.exe\u2028 ';
        expect(renderTemplate('De {announcedName}', { ...NOTHING, announcedName }, 255)).toBe('De AnaSouzagnp.exe');
    });

    test('a name that looks like a placeholder stays a name', () => {
        expect(renderTemplate('{announcedName}', { ...CALL, announcedName: '{protocol}' }, 255)).toBe('{protocol}');
    });

    test('a name of nothing but control characters is none', () => {
        expect(renderTemplate('De {announcedName}', { ...NOTHING, announcedName: '\u0007\n' }, 255)).toBeNull();
    });

    test('a text that is too long is cut, and never within a character', () => {
        expect(renderTemplate('{queue}', { ...NOTHING, queue: 'abc😀' }, 4)).toBe('abc');
        expect(renderTemplate('{queue}', { ...NOTHING, queue: 'abc😀' }, 5)).toBe('abc😀');
    });
});

describe('a subject', () => {
    test('says that the number was withheld', () => {
        expect(renderSubject('Ligação de {number}', NOTHING)).toBe('Ligação de número não identificado');
        expect(renderSubject('Ligação de {number}', { ...NOTHING, number: '' })).toBe(
            'Ligação de número não identificado'
        );
    });

    test('takes 255 characters', () => {
        expect(renderSubject('{queue}', { ...NOTHING, queue: 'x'.repeat(300) })).toHaveLength(255);
    });
});

describe('laws', () => {
    // any UTF-16 units, half characters among them
    const value = fc.option(
        fc.array(fc.nat(0xffff), { maxLength: 300 }).map((units) => String.fromCharCode(...units)),
        { nil: null }
    );
    const values: fc.Arbitrary<TemplateValues> = fc.record(
        Object.fromEntries(PLACEHOLDERS.map((name) => [name, value]))
    ) as fc.Arbitrary<TemplateValues>;
    const placeholder = fc.constantFrom(...PLACEHOLDERS).map((name) => `{${name}}`);
    const literal = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll(/[{}]/g, '$&$&'));
    const goodTemplate = fc.array(fc.oneof(placeholder, literal), { maxLength: 12 }).map((parts) => parts.join(''));
    const anyTemplate = fc.oneof(
        goodTemplate,
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('{', '}', 'number', 'x') })
    );
    const maxLength = fc.integer({ min: 0, max: 400 });

    test('never throws, never is longer than the field, never is empty, never is ill-formed', () => {
        fc.assert(
            fc.property(anyTemplate, values, maxLength, (template, call, longest) => {
                const text = renderTemplate(template, call, longest);
                if (text === null) return;
                expect(text.length).toBeGreaterThan(0);
                expect(text.length).toBeLessThanOrEqual(longest);
                expect(text.isWellFormed()).toBe(true);
            })
        );
    });

    test('leaves no placeholder', () => {
        const plain = fc.option(
            fc.string({ unit: 'grapheme-ascii' }).map((text) => text.replaceAll(/[{}]/g, '')),
            { nil: null }
        );
        const plainValues = fc.record(
            Object.fromEntries(PLACEHOLDERS.map((name) => [name, plain]))
        ) as fc.Arbitrary<TemplateValues>;
        const noBraces = fc.string({ unit: 'grapheme-ascii' }).map((text) => text.replaceAll(/[{}]/g, ''));
        const template = fc.array(fc.oneof(placeholder, noBraces), { maxLength: 12 }).map((parts) => parts.join(''));
        fc.assert(
            fc.property(template, plainValues, (each, call) => {
                expect(renderTemplate(each, call, 32_000) ?? '').not.toMatch(/[{}]/);
            })
        );
    });

    test('a template that is made of placeholders and doubled braces has no problem', () => {
        fc.assert(
            fc.property(goodTemplate, (template) => {
                expect(templateProblems(template)).toEqual([]);
            })
        );
    });

    test('what has no problem and no placeholder says its own text, braces halved', () => {
        fc.assert(
            fc.property(literal, (template) => {
                const text = template.replaceAll('{{', '{').replaceAll('}}', '}');
                expect(constantLength(template)).toBe(text.length);
                expect(renderTemplate(template, NOTHING, 1000) ?? '').toBe(text.toWellFormed().trim());
            })
        );
    });
});

describe('problems', () => {
    test.each([
        ['{numer}', 'has the unknown placeholder {numer}: did you mean {number}?'],
        ['{recording}', 'has the unknown placeholder {recording}: did you mean {recordingUrl}?'],
        ['{}', expect.stringContaining('there are {number} {protocol}')],
        ['{ number }', 'has the unknown placeholder { number }: did you mean {number}?'],
        ['10 { 5', 'has a single {: write {{ for the character itself'],
        ['a} b', 'has a single }: write }} for the character itself']
    ])('%s', (template, problem) => {
        expect(templateProblems(template)).toEqual([problem]);
    });

    test('what is not known yet is not offered', () => {
        const problems = templateProblems('{recordingUrl} {numbr}', ['number', 'protocol']);
        expect(problems).toEqual([
            'cannot say {recordingUrl}: it is not known yet when this is written',
            'has the unknown placeholder {numbr}: did you mean {number}?'
        ]);
    });
});
