/** The values that stand in the list more than once. */
export function findRepeated(values: readonly string[]): Set<string> {
    const seen = new Set<string>();
    const repeated = values.filter((value) => {
        const isRepeated = seen.has(value);
        seen.add(value);
        return isRepeated;
    });
    return new Set(repeated);
}
