import type { FieldType } from '../schema/fieldDefinition.ts';

const NOT_A_WORD_CHARACTER = /[^\p{L}\p{N}]+/gu;
/** Of text without accents, which is most of it and read several times faster. */
const PLAIN_TEXT = /^[\0-\x7f]*$/;
const NOT_A_PLAIN_WORD_CHARACTER = /[^a-z0-9]+/g;

/** A value as the index holds it. */
export interface SearchedValue {
    /** Without case, accents or what stands between words. */
    words: string;
    /** Of a phone, its digits alone; null in fields of other types. */
    digits: string | null;
}

export function indexValue(type: FieldType, text: string): SearchedValue {
    return { words: toWords(text), digits: type === 'phone' ? toDigits(text) : null };
}

export function toWords(text: string): string {
    if (PLAIN_TEXT.test(text)) return text.toLowerCase().replace(NOT_A_PLAIN_WORD_CHARACTER, ' ');
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(NOT_A_WORD_CHARACTER, ' ');
}

export function toDigits(text: string): string {
    return text.replace(/\D/g, '');
}
