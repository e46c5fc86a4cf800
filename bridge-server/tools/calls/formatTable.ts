const GAP = '  ';

/** Columns aligned under their headings; the last one may be as long as it likes. */
export function formatTable(headings: readonly string[], rows: readonly (readonly (string | null)[])[]): string {
    const cells = [headings, ...rows].map((row) => row.map(forTerminal));
    const widths = headings.map((_heading, column) => Math.max(...cells.map((row) => widthOf(row[column] ?? ''))));
    return cells
        .map((row) =>
            row
                .map((cell, column) => pad(cell, widths[column] ?? 0))
                .join(GAP)
                .trimEnd()
        )
        .join('\n');
}

/** Strangers' text must not move the terminal's cursor or colour it. */
export const forTerminal = (text: string | null): string => (text ?? '–').replace(/[\p{Cc}\p{Cf}]+/gu, ' ');

/** `2026-11-23 12:00:05`, in UTC. */
export const formatInstant = (instant: string | null): string | null =>
    instant && instant.slice(0, 19).replace('T', ' ');

const widthOf = (text: string): number => [...text].length;
const pad = (text: string, width: number): string => text + ' '.repeat(width - widthOf(text));
