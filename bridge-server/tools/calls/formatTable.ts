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

export type Fact = [name: string, value: string | null];

/** One line a fact, the values aligned. */
export function formatFacts(facts: readonly Fact[]): string {
    const width = Math.max(...facts.map(([name]) => name.length));
    return facts.map(([name, value]) => `${name.padEnd(width)}${GAP}${forTerminal(value)}`).join('\n');
}

/** Strangers' text must not move the terminal's cursor or colour it. */
export const forTerminal = (text: string | null): string => (text ?? '–').replace(/[\p{Cc}\p{Cf}]+/gu, ' ');

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** `1.4 MB`; steps of 1000. */
export function formatBytes(bytes: number): string {
    const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
    return `${(bytes / 1000 ** step).toFixed(step === 0 ? 0 : 1)} ${UNITS[step]}`;
}

/** `2026-11-23 12:00:05`, in UTC. */
export const formatInstant = (instant: string | null): string | null =>
    instant && instant.slice(0, 19).replace('T', ' ');

const widthOf = (text: string): number => [...text].length;
const pad = (text: string, width: number): string => text + ' '.repeat(width - widthOf(text));
