import fc from 'fast-check';
import { parseXml } from '../../src/metadata/xml/parseXml.ts';
import { writeXml } from '../../src/metadata/xml/writeXml.ts';
import type { XmlElement } from '../../src/metadata/xml/xmlElement.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

type Content = Pick<XmlElement, 'name' | 'attributes' | 'text'> & { children: Content[] };

function elementOf(content: Content): XmlElement {
    return { ...content, children: content.children.map(elementOf), line: 1, column: 1 };
}

/** An element without its positions; the white space between the children of an element is layout. */
function contentOf({ name, attributes, text, children }: XmlElement): Content {
    return { name, attributes, text: children.length > 0 ? '' : text, children: children.map(contentOf) };
}

describe('writing XML', () => {
    it('looks as a retrieve does', () => {
        const element = parseXml('<CustomField><label>Débito &amp; "crédito"</label><trackHistory/></CustomField>');
        expect(writeXml(element)).toBe(
            '<?xml version="1.0" encoding="UTF-8"?>\n' +
                `<CustomField ${NAMESPACE}>\n` +
                '    <label>Débito &amp; &quot;crédito&quot;</label>\n' +
                '    <trackHistory/>\n' +
                '</CustomField>\n'
        );
    });

    it('declares the schemas that typed values of custom metadata need', () => {
        const source =
            '<CustomMetadata xmlns:xsi="urn:i"><values><value xsi:type="xsd:string">x</value></values></CustomMetadata>';
        const written = writeXml(parseXml(source));
        expect(written).toContain(
            `<CustomMetadata ${NAMESPACE} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ` +
                'xmlns:xsd="http://www.w3.org/2001/XMLSchema">'
        );
        expect(written).toContain('<value xsi:type="xsd:string">x</value>');
    });

    it('leaves a type that is no type of a schema as it is', () => {
        expect(writeXml(parseXml('<a><property name="label" type="String"/></a>'))).toContain(
            '<property name="label" type="String"/>'
        );
    });

    it('can be read back to the same elements', () => {
        const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,8}$/).filter((each) => each !== 'xmlns');
        const character = fc.constantFrom(...'<>&"\'\r\n\t ];#-aé', '😀');
        const text = fc.string({ unit: character, maxLength: 12 });
        const attributes = fc.dictionary(name, text, { maxKeys: 3, noNullPrototype: true });
        const { content } = fc.letrec<{ content: Content }>((tie) => ({
            content: fc.oneof(
                { depthSize: 'small' },
                fc.record({ name, attributes, text, children: fc.constant<Content[]>([]) }),
                fc.record({
                    name,
                    attributes,
                    text: fc.constant(''),
                    children: fc.array(tie('content'), { minLength: 1, maxLength: 4 })
                })
            )
        }));
        fc.assert(
            fc.property(content, (original) => {
                expect(contentOf(parseXml(writeXml(elementOf(original))))).toEqual(original);
            })
        );
    });
});
