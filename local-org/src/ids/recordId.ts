const CHECKSUM_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const CASE_SENSITIVE_ID = /^[a-zA-Z0-9]{15}$/;
const CASE_SAFE_ID = /^[a-zA-Z0-9]{18}$/;
const CHUNK_LENGTH = 5;

export const KEY_PREFIX_LENGTH = 3;
export const SHORT_ID_LENGTH = 15;

/**
 * The three characters that make a 15-character id safe where case is lost: one for each chunk of five,
 * whose bits say which of the five letters are capitals.
 */
function checksum(shortId: string): string {
    let result = '';
    for (let start = 0; start < SHORT_ID_LENGTH; start += CHUNK_LENGTH) {
        let capitals = 0;
        for (let offset = 0; offset < CHUNK_LENGTH; offset++) {
            if (/[A-Z]/.test(shortId.charAt(start + offset))) capitals |= 1 << offset;
        }
        result += CHECKSUM_ALPHABET.charAt(capitals);
    }
    return result;
}

export function toLongId(shortId: string): string {
    return shortId + checksum(shortId);
}

/** Restores the capitals that the checksum promises, for ids whose case was lost on the way. */
function restoreCase(longId: string): string {
    const bits = [...longId.slice(SHORT_ID_LENGTH).toUpperCase()].map((letter) => CHECKSUM_ALPHABET.indexOf(letter));
    return [...longId.slice(0, SHORT_ID_LENGTH)]
        .map((letter, position) => {
            const chunk = bits[Math.floor(position / CHUNK_LENGTH)] ?? 0;
            return chunk & (1 << (position % CHUNK_LENGTH)) ? letter.toUpperCase() : letter.toLowerCase();
        })
        .join('');
}

/**
 * The 18-character id that a 15- or 18-character text stands for, or null when it is no id:
 * wrong length, foreign characters, or a checksum that cannot belong to these letters.
 */
export function parseRecordId(text: unknown): string | null {
    if (typeof text !== 'string') return null;
    if (CASE_SENSITIVE_ID.test(text)) return toLongId(text);
    if (!CASE_SAFE_ID.test(text)) return null;
    const restored = toLongId(restoreCase(text));
    return restored.toUpperCase() === text.toUpperCase() ? restored : null;
}

export function keyPrefixOf(id: string): string {
    return id.slice(0, KEY_PREFIX_LENGTH);
}
