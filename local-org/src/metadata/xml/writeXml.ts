import { METADATA_NAMESPACE } from './metadataNamespace.ts';
import type { XmlElement } from './xmlElement.ts';

const INSTANCE_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';
const SCHEMA_NAMESPACE = 'http://www.w3.org/2001/XMLSchema';
const INDENTATION = '    ';
const ESCAPES: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
    '\r': '&#xD;'
};

/**
 * The document as a retrieve gives it: the Metadata API's namespace on the root, four spaces a level. An element
 * that has children loses its own text, which metadata never means.
 */
export function writeXml(root: XmlElement): string {
    const namespaces = [` xmlns="${METADATA_NAMESPACE}"`];
    if (usesSchemaInstance(root)) {
        namespaces.push(` xmlns:xsi="${INSTANCE_NAMESPACE}"`, ` xmlns:xsd="${SCHEMA_NAMESPACE}"`);
    }
    return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, '', namespaces.join(''))}\n`;
}

function writeElement(element: XmlElement, indentation: string, namespaces: string): string {
    const attributes = Object.entries(element.attributes).map(
        ([name, value]) => ` ${prefixed(name, value)}="${escapeAttribute(value)}"`
    );
    const opening = `${indentation}<${element.name}${namespaces}${attributes.join('')}`;
    if (element.children.length > 0) {
        const children = element.children.map((child) => writeElement(child, indentation + INDENTATION, ''));
        return `${opening}>\n${children.join('\n')}\n${indentation}</${element.name}>`;
    }
    return element.text === '' ? `${opening}/>` : `${opening}>${escapeText(element.text)}</${element.name}>`;
}

function usesSchemaInstance(element: XmlElement): boolean {
    const attributes = Object.entries(element.attributes);
    return (
        attributes.some(([name, value]) => prefixed(name, value) !== name) || element.children.some(usesSchemaInstance)
    );
}

/** `nil`, and a `type` that names a type of a schema (`xsd:string`), are XML Schema's own. */
function prefixed(name: string, value: string): string {
    return name === 'nil' || (name === 'type' && value.includes(':')) ? `xsi:${name}` : name;
}

function escapeText(text: string): string {
    return text.replace(/[&<>"'\r]/g, (character) => ESCAPES[character] ?? character);
}

/** Line ends and tabs in an attribute would come back as spaces. */
function escapeAttribute(value: string): string {
    return escapeText(value).replace(
        /[\n\t]/g,
        (character) => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`
    );
}
