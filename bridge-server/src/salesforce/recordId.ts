const SHORT_ID = /^[A-Za-z0-9]{15}$/;
const LONG_ID = /^[A-Za-z0-9]{18}$/;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const CHUNK_LENGTH = 5;

/**
 * The id of 18 characters, as the API gives it, of one of 15 or 18; null for what is no id. The last three say which of
 * the others are capitals, five by five. Source: "ID Field Type" (Object Reference).
 */
export function toLongId(text: string): string | null {
    if (SHORT_ID.test(text)) return text + checksumOf(text);
    return LONG_ID.test(text) && text.slice(15) === checksumOf(text.slice(0, 15)) ? text : null;
}

function checksumOf(id: string): string {
    const chunks = [0, 1, 2].map((chunk) => [...id.slice(chunk * CHUNK_LENGTH, (chunk + 1) * CHUNK_LENGTH)]);
    return chunks.map((chunk) => ALPHABET[chunk.reduce(capitalBit, 0)] ?? '').join('');
}

const capitalBit = (bits: number, letter: string, position: number): number =>
    /[A-Z]/.test(letter) ? bits | (1 << position) : bits;
