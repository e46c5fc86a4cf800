import { SoapElement } from '../../src/soap/soapValue.ts';
import { escapeXml, writeSoapValue } from '../../src/soap/writeSoapValue.ts';

describe('a value in a SOAP answer', () => {
    it.each([
        ['text', 'a < b & "c"\r', '<v>a &lt; b &amp; &quot;c&quot;&#xD;</v>'],
        ['a number', 1.5, '<v>1.5</v>'],
        ['a truth', false, '<v>false</v>'],
        ['an instant', new Date(0), '<v>1970-01-01T00:00:00.000Z</v>'],
        ['null', null, '<v xsi:nil="true"/>'],
        ['nothing', undefined, ''],
        ['several', ['a', 'b'], '<v>a</v><v>b</v>'],
        ['members', { a: 1, b: undefined, c: [] }, '<v><a>1</a></v>']
    ])('of %s', (_, value, xml) => {
        expect(writeSoapValue('v', value)).toBe(xml);
    });

    it('of metadata, with the types of its values', () => {
        const place = { line: 1, column: 1 };
        const value = { name: 'value', attributes: { type: 'xsd:string' }, text: 'a&b', children: [], ...place };
        const element = { name: 'CustomMetadata', attributes: {}, text: '', children: [value], ...place };
        expect(writeSoapValue('records', new SoapElement('CustomMetadata', element))).toBe(
            '<records xsi:type="CustomMetadata"><value xsi:type="xsd:string">a&amp;b</value></records>'
        );
    });

    it('leaves out characters that XML cannot carry', () => {
        expect(escapeXml('a\u0000b\u001fc\uffffd\te')).toBe('abcd\te');
    });
});
