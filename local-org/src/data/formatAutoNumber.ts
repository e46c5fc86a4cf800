/**
 * `HS-{YYYY}-{0000}` with the number and the day (UTC) put in; the zeros say how many digits at least.
 *
 * @param number counted from the field's starting number
 */
export function formatAutoNumber(format: string, number: number, now: Date): string {
    const [year = '', month = '', day = ''] = now.toISOString().slice(0, 10).split('-');
    const parts: Record<string, string> = { YYYY: year, YY: year.slice(2), MM: month, DD: day };
    return format.replace(/\{(0+|YYYY|YY|MM|DD)\}/g, (_, placeholder: string) =>
        placeholder.startsWith('0') ? String(number).padStart(placeholder.length, '0') : (parts[placeholder] ?? '')
    );
}
