import type { FieldMask } from '../schema/fieldDefinition.ts';

/** How many characters at the end each kind of mask leaves to be seen (Metadata API Developer Guide, maskType). */
const VISIBLE_AT_END: Record<string, number> = { all: 0, lastFour: 4, creditCard: 4, nino: 0, ssn: 4, sin: 3 };

/** The text with every letter and digit hidden but the last few that the mask shows; a short text hides whole. */
export function maskText({ character, kind }: FieldMask, text: string): string {
    const visible = VISIBLE_AT_END[kind] ?? 0;
    const hiddenEnd = text.length > visible ? text.length - visible : text.length;
    return text.slice(0, hiddenEnd).replace(/[\p{L}\p{N}]/gu, character) + text.slice(hiddenEnd);
}
