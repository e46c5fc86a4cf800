/** An instant as the REST API writes it (`2026-11-23T12:00:00.000+0000`) or as ISO 8601 does; null when it is neither. */
export function parseInstant(text: string): Date | null {
    const instant = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    return Number.isNaN(instant.getTime()) ? null : instant;
}
