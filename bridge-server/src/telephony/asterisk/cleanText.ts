import { type AmiMessage, fieldOf } from './amiMessage.ts';

const CONTROL_CHARACTERS = /\p{Cc}/gu;
const WITHHELD = new Set(['', '<unknown>', 'unknown', 'anonymous', 'restricted', 'private', 'withheld', 'unavailable']);

const MAX_NUMBER = 128;
const MAX_NAME = 255;
/** Leaves room for the source before it and the event's name and time after it. */
const MAX_IDENTIFIER = 140;

/** What people typed or phones announced: without control characters, bounded, never half a character. */
export const cleanText = (text: string, maxLength: number): string =>
    text
        .toWellFormed()
        .replaceAll(CONTROL_CHARACTERS, '')
        .trim()
        .slice(0, maxLength)
        .replace(/[\uD800-\uDBFF]$/, '');

/** A number as the PBX wrote it; null when withheld. */
export const numberOf = (message: AmiMessage, name: string): string | null => cleanNumber(fieldOf(message, name));

export const cleanNumber = (text: string): string | null => known(cleanText(text, MAX_NUMBER));

/** An announced name; null when there is none. */
export const nameOf = (message: AmiMessage, name: string): string | null =>
    known(cleanText(unescape(fieldOf(message, name)), MAX_NAME));

/** AMI writes names as C does: `d\'Avila`. What stands for a control character goes, as such characters do. */
const unescape = (text: string): string =>
    text.replaceAll(/\\(.)/g, (_whole, character: string) => (/[abfnrtv]/.test(character) ? '' : character));

/** A name that the PBX gives to a queue. */
export const queueOf = (text: string): string | null => known(cleanText(text, MAX_NUMBER));

/** A channel's id; null when missing or nothing that a PBX would make. */
export function identifierOf(message: AmiMessage, name: string): string | null {
    const text = fieldOf(message, name);
    return text !== '' && text.length <= MAX_IDENTIFIER && text === cleanText(text, MAX_IDENTIFIER) ? text : null;
}

const known = (text: string): string | null => (WITHHELD.has(text.toLowerCase()) ? null : text);
