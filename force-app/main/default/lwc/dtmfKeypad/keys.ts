/** As they stand on a telephone (ITU-T E.161). */
export const KEYS: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** What a telephone has no key for is left out; A to D are known to the line although no telephone shows them. */
export const toDigits = (text: string): string => text.toUpperCase().replace(/[^0-9*#A-D]/g, '');
