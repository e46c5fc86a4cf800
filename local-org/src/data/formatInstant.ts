/** An instant as the REST API writes it, to the second: `2026-11-23T12:00:00.000+0000`. */
export function formatInstant(instant: Date): string {
    return `${instant.toISOString().slice(0, 19)}.000+0000`;
}
