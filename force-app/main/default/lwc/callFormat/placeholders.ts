/** Fills `{0}`, `{1}`… of a custom label; a placeholder without a value stays as it is. */
export const fillPlaceholders = (label: string, ...values: string[]): string =>
    label.replace(/\{(\d+)\}/g, (placeholder, index: string) => values[Number(index)] ?? placeholder);
