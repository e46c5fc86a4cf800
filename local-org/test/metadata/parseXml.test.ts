import { parseXml } from '../../src/metadata/xml/parseXml.ts';
import { parseXmlFile } from '../../src/metadata/xml/parseXmlFile.ts';
import { XmlSyntaxError } from '../../src/metadata/xml/xmlSyntaxError.ts';

function refusalOf(source: string | Buffer): XmlSyntaxError {
    try {
        if (typeof source === 'string') parseXml(source);
        else parseXmlFile(source);
    } catch (error) {
        if (error instanceof XmlSyntaxError) return error;
        throw error;
    }
    throw new Error('The text was expected to be refused.');
}

describe('reading XML', () => {
    it('gives names, text and where opening tags end', () => {
        const source = '<?xml version="1.0"?>\n<CustomField>\n    <label>Protocolo</label>\n</CustomField>\n';
        expect(parseXml(source)).toMatchObject({
            name: 'CustomField',
            line: 2,
            column: 14,
            children: [{ name: 'label', text: 'Protocolo', line: 3, column: 12 }]
        });
    });

    it('drops prefixes, namespace declarations and comments', () => {
        const source =
            '<m:values xmlns:m="urn:m" xmlns:xsi="urn:i"><!-- no --><m:value xsi:type="xsd:string" xsi:nil="true"/></m:values>';
        expect(parseXml(source)).toMatchObject({
            name: 'values',
            attributes: {},
            children: [{ name: 'value', attributes: { type: 'xsd:string', nil: 'true' } }]
        });
    });

    it.each([
        ['CDATA', '<a><![CDATA[1 < 2 && ]]>3</a>', '1 < 2 && 3'],
        ['entities', '<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;</a>', '<>&"\'A😀'],
        ['line ends of Windows', '<a>one\r\ntwo\rthree</a>', 'one\ntwo\nthree'],
        ['a byte order mark', '\ufeff<a>x</a>', 'x'],
        ['text longer than a buffer', `<a>${'x'.repeat(200_000)}</a>`, 'x'.repeat(200_000)]
    ])('takes %s', (_, source, text) => {
        expect(parseXml(source).text).toBe(text);
    });

    it.each([
        ['nothing', '  \n', 'Premature end of file.', 1, 1],
        ['only a comment', '<!-- x -->', 'Premature end of file.', 1, 11],
        ['text before the root', 'adas<a/>', 'Content is not allowed in prolog.', 1, 2],
        ['text after the root', '<a/>\nx', 'Content is not allowed in trailing section.', 2, 2],
        [
            'a second root',
            '<a/>\n<b/>',
            'The markup in the document following the root element must be well-formed.',
            2,
            5
        ],
        [
            'a mismatched end tag',
            '<a>\n  <label>x</lable>\n</a>',
            'The element type "label" must be terminated by the matching end-tag "</label>".',
            2,
            19
        ],
        ['a missing end tag', '<a><b>', 'XML document structures must start and end within the same entity.', 1, 7],
        [
            'an attribute without value',
            '<a b>x</a>',
            'An attribute of the element type "a" must be followed by the \' = \' character and a quoted value.',
            1,
            6
        ],
        [
            'a stray <',
            '<a>1 < 2</a>',
            'The content of elements must consist of well-formed character data or markup.',
            1,
            9
        ],
        [
            'a control character',
            '<a>\n\u0001</a>',
            'An invalid XML character (Unicode: 0x1) was found in the element content of the document.',
            2,
            1
        ],
        ['an entity of HTML', '<a>&nbsp;</a>', 'The entity "nbsp" was referenced, but not declared.', 1, 10],
        [
            'a lone ampersand',
            '<a>A & B</a>',
            "The entity name must immediately follow the '&' in the entity reference.",
            1,
            8
        ],
        [
            'an unfinished entity',
            '<a>&amp B</a>',
            `The reference to entity "amp" must end with the ';' delimiter.`,
            1,
            9
        ],
        ['a reference to no character', '<a>&#0;</a>', 'Character reference "&#0" is an invalid XML character.', 1, 8],
        ['an unbound prefix', '<a><b xsi:nil="true"/></a>', expect.stringContaining('The prefix "xsi" for'), 1, 23],
        ['a late XML declaration', '\n<?xml version="1.0"?><a/>', expect.stringContaining('"[xX][mM][lL]"'), 2, 22]
    ])('refuses %s', (_, source, reason, line, column) => {
        const { message, ...position } = refusalOf(source);
        expect(message.replace('Error parsing file: ', '')).toEqual(reason);
        expect(position).toMatchObject({ line, column });
    });

    it.each([
        ['a document type', '<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><a/>'],
        ['entities that grow', '<!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y "&x;&x;">]><a>&y;</a>'],
        ['an entity named like a property of objects', '<a>&constructor;</a>'],
        ['elements nested without end', '<a>'.repeat(100_000)]
    ])('refuses %s before it does harm', (_, source) => {
        expect(refusalOf(source).message).toMatch(/^Error parsing file: /);
    });

    it.each([
        ['as its declaration says', `<?xml version="1.0" encoding="ISO-8859-1"?><a>ação</a>`, 'latin1', ''],
        ['as UTF-8 without a word', '<a>ação</a>', 'utf8', ''],
        ['as its byte order mark says', '<?xml version="1.0" encoding="UTF-16"?><a>ação</a>', 'utf16le', 'fffe']
    ] as const)('reads a file %s', (_, text, encoding, mark) => {
        const content = Buffer.concat([Buffer.from(mark, 'hex'), Buffer.from(text, encoding)]);
        expect(parseXmlFile(content)).toMatchObject({ name: 'a', text: 'ação' });
    });

    it.each([
        ['Latin-1 that says nothing', '<a>\n <b>\xe7\xe3o</b>', 'Invalid byte 2 of 3-byte UTF-8 sequence.', 2, 5],
        ['a byte that begins nothing', '<a>\xc3\xa7\x80</a>', 'Invalid byte 1 of 1-byte UTF-8 sequence.', 1, 5],
        ['a character cut short', '<a>\xc3', 'Invalid byte 1 of 1-byte UTF-8 sequence.', 1, 4],
        [
            'an unknown encoding',
            '<?xml version="1.0" encoding="klingon"?><a/>',
            'The encoding "KLINGON" is not supported.',
            1,
            1
        ]
    ])('refuses a file of %s', (_, bytes, reason, line, column) => {
        const refusal = refusalOf(Buffer.from(bytes, 'latin1'));
        expect(refusal).toMatchObject({ message: `Error parsing file: ${reason}`, line, column });
    });
});
