import { isUtf8 } from 'node:buffer';
import { parseXml } from './parseXml.ts';
import type { XmlElement } from './xmlElement.ts';
import { XmlSyntaxError } from './xmlSyntaxError.ts';

const UTF_16_MARKS: Record<string, string> = { fffe: 'utf-16le', feff: 'utf-16be' };
const DECLARED_ENCODING = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/;
const LONGEST_DECLARATION_BYTES = 200;
/** The first bytes of characters of several bytes, from and to, and how many bytes these have. */
const SEQUENCE_STARTS = [
    { from: 0xc0, to: 0xdf, bytes: 2 },
    { from: 0xe0, to: 0xef, bytes: 3 },
    { from: 0xf0, to: 0xf7, bytes: 4 }
];
/** The first two bits of the bytes that follow. */
const CONTINUATION = 0b10;

/**
 * The root element of a file, read in the encoding that its byte order mark or its declaration names, and as UTF-8
 * otherwise: bytes that are none are refused, not replaced.
 *
 * @throws XmlSyntaxError worded as the Metadata API words it
 */
export function parseXmlFile(content: Buffer): XmlElement {
    const encoding = encodingOf(content);
    if (encoding !== 'utf-8') return parseXml(decode(content, encoding));
    if (!isUtf8(content)) refuseInvalidUtf8(content);
    return parseXml(content.toString('utf8'));
}

function encodingOf(content: Buffer): string {
    const mark = UTF_16_MARKS[content.toString('hex', 0, 2)];
    const start = content.toString('latin1', 0, LONGEST_DECLARATION_BYTES);
    return mark ?? DECLARED_ENCODING.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
}

function decode(content: Buffer, encoding: string): string {
    try {
        return new TextDecoder(encoding).decode(content);
    } catch {
        throw new XmlSyntaxError(`The encoding "${encoding.toUpperCase()}" is not supported.`, 1, 1);
    }
}

function refuseInvalidUtf8(content: Buffer): never {
    let rest = content;
    let line = 1;
    for (; isUtf8(lineOf(rest)); line += 1) rest = rest.subarray(lineOf(rest).length);
    let offset = 0;
    while (isUtf8(characterAt(rest, offset))) offset += characterAt(rest, offset).length;
    const character = characterAt(rest, offset);
    const wrong = character.findIndex((byte, index) => index > 0 && byte >> 6 !== CONTINUATION);
    const reason = `Invalid byte ${wrong < 0 ? 1 : wrong + 1} of ${character.length}-byte UTF-8 sequence.`;
    throw new XmlSyntaxError(reason, line, rest.toString('utf8', 0, offset).length + 1);
}

function lineOf(content: Buffer): Buffer {
    const end = content.indexOf('\n');
    return end < 0 ? content : content.subarray(0, end + 1);
}

/** As many bytes as the first of them announces. */
function characterAt(content: Buffer, offset: number): Buffer {
    const first = content[offset] ?? 0;
    const { bytes = 1 } = SEQUENCE_STARTS.find(({ from, to }) => first >= from && first <= to) ?? {};
    return content.subarray(offset, offset + bytes);
}
