const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The key prefix of the n-th custom object (`a`) or custom metadata type (`m`), n ≥ 1: `a00`, `a01`, … */
export function formatKeyPrefix(letter: 'a' | 'm', ordinal: number): string {
    const index = ordinal - 1;
    const [high, low] = [Math.floor(index / DIGITS.length), index % DIGITS.length];
    return letter + DIGITS.charAt(high) + DIGITS.charAt(low);
}
