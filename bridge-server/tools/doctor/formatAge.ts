const UNITS: readonly (readonly [string, number])[] = [
    ['days', 24 * 60 * 60_000],
    ['h', 60 * 60_000],
    ['min', 60_000],
    ['s', 1000]
];

/** `3 min`: in the largest unit of which there is at least one. */
export function formatAge(ms: number): string {
    const [name, lengthMs] = UNITS.find(([, unitMs]) => ms >= unitMs) ?? ['s', 1000];
    return `${Math.max(0, Math.floor(ms / lengthMs))} ${name}`;
}
