import { DocumentReader } from './documentReader.ts';
import type { XmlElement } from './xmlElement.ts';
import { XmlSyntaxError } from './xmlSyntaxError.ts';

/** What is no `Char` of XML 1.0 (production 2) may stand nowhere in a document. */
const FORBIDDEN_CHARACTER = /[^\t\n -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * The root element of a document, with positions, CDATA as text, and without prefixes, comments, processing
 * instructions and namespace declarations. Entities other than XML's own five, and document types, are refused.
 *
 * @throws XmlSyntaxError worded as the Metadata API words it
 */
export function parseXml(text: string): XmlElement {
    const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
    if (source.trim() === '') throw new XmlSyntaxError('Premature end of file.', 1, 1);
    refuseForbiddenCharacters(source);
    return new DocumentReader().read(source);
}

function refuseForbiddenCharacters(source: string): void {
    const index = source.search(FORBIDDEN_CHARACTER);
    if (index < 0) return;
    const before = source.slice(0, index);
    const code = source.charCodeAt(index).toString(16);
    const reason = `An invalid XML character (Unicode: 0x${code}) was found in the element content of the document.`;
    throw new XmlSyntaxError(reason, before.split('\n').length, index - before.lastIndexOf('\n'));
}
