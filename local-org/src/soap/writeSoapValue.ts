import type { XmlElement } from '../metadata/xml/xmlElement.ts';
import { SoapElement, type SoapValue } from './soapValue.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#xD;' };
/** XML 1.0, production 2: what may stand nowhere in a document, not even as a reference. */
// eslint-disable-next-line no-control-regex -- these are the characters meant
const FORBIDDEN_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The value as elements of this name. */
export function writeSoapValue(name: string, value: SoapValue): string {
    if (value === undefined) return '';
    if (value === null) return `<${name} xsi:nil="true"/>`;
    if (Array.isArray(value)) return value.map((item) => writeSoapValue(name, item)).join('');
    if (value instanceof SoapElement) return writeElement(name, value.element, ` xsi:type="${escapeXml(value.type)}"`);
    return `<${name}>${writeContent(value)}</${name}>`;
}

/** Text that may stand between tags and inside quotes; characters that XML cannot carry are left out. */
export function escapeXml(text: string): string {
    return text.replace(FORBIDDEN_CHARACTERS, '').replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? character);
}

function writeContent(value: string | number | boolean | Date | { [member: string]: SoapValue }): string {
    if (value instanceof Date) return value.toISOString();
    if (typeof value !== 'object') return escapeXml(String(value));
    return Object.entries(value)
        .map(([name, member]) => writeSoapValue(name, member))
        .join('');
}

function writeElement(name: string, element: XmlElement, attributes: string): string {
    const content =
        element.children.length > 0
            ? element.children.map((child) => writeElement(child.name, child, instanceAttributes(child))).join('')
            : escapeXml(element.text);
    return `<${name}${attributes}>${content}</${name}>`;
}

/** The only attributes that metadata has are those of XML Schema itself, `xsi:nil` and `xsi:type`. */
function instanceAttributes({ attributes }: XmlElement): string {
    return Object.entries(attributes)
        .map(([name, value]) => ` xsi:${name}="${escapeXml(value)}"`)
        .join('');
}
