import { formatDialled, isDialled } from 'c/callFormat';

/** The text of a field and where its cursor is. */
export interface FieldText {
    readonly text: string;
    readonly cursor: number;
}

const SIGNIFICANT = /[\d+*#]/g;
const LAST_SIGNIFICANT = /[\d+*#][^\d+*#]*$/;
/** Brackets and dashes alone are left over from a number. */
const HAS_CONTENT = /[\d+*#\p{L}]/u;

const countSignificant = (text: string): number => text.match(SIGNIFICANT)?.length ?? 0;

/** Groups a number that is being typed; the cursor stays behind the same digit. A name stays as it is. */
export function groupDigits({ text, cursor }: FieldText): FieldText {
    const grouped = isDialled(text) ? formatDialled(text) : text;
    if (grouped === text) return { text, cursor };
    return { text: grouped, cursor: positionAfter(grouped, countSignificant(text.slice(0, cursor))) };
}

/** Puts a digit in place of what is selected. */
export function insertDigit(text: string, start: number, end: number, digit: string): FieldText {
    return groupDigits({ text: text.slice(0, start) + digit + text.slice(end), cursor: start + digit.length });
}

/** Takes away what is selected, otherwise the last digit before the cursor, or the last letter of a name. */
export function eraseBefore(text: string, start: number, end: number): FieldText {
    const before = text.slice(0, start);
    const kept = start < end ? before : eraseLast(before, isDialled(text));
    const rest = kept + text.slice(end);
    return HAS_CONTENT.test(rest) ? groupDigits({ text: rest, cursor: kept.length }) : { text: '', cursor: 0 };
}

function eraseLast(text: string, isNumber: boolean): string {
    return isNumber ? text.replace(LAST_SIGNIFICANT, '') : text.slice(0, -1);
}

/** The place behind so many digits. */
function positionAfter(text: string, digitCount: number): number {
    if (digitCount === 0) return 0;
    const places = [...text.matchAll(SIGNIFICANT)].map(({ index }) => index + 1);
    return places[digitCount - 1] ?? text.length;
}
