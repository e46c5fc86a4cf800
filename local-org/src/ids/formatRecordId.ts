import { toLongId } from './recordId.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const NUMBER_LENGTH = 9;
/** Characters 4 to 6 of every id: the instance that Salesforce says created it, and a reserved zero. */
const INSTANCE = 'gL0';

/** The 18-character id of the n-th record of the object with this key prefix, n ≥ 1. */
export function formatRecordId(keyPrefix: string, ordinal: number): string {
    let digits = '';
    for (let rest = ordinal; rest > 0; rest = Math.floor(rest / ALPHABET.length)) {
        digits = ALPHABET.charAt(rest % ALPHABET.length) + digits;
    }
    return toLongId(keyPrefix + INSTANCE + digits.padStart(NUMBER_LENGTH, '0'));
}
