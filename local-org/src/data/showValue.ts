/** The text that a JSON value is, or its JSON: an object may hold a `toString` that cannot be called. */
export function showValue(value: unknown): string {
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
