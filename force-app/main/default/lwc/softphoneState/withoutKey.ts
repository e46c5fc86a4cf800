/** A copy of the record that lacks one key. */
export const withoutKey = <Value>(
    record: Readonly<Record<string, Value>>,
    key: string
): Readonly<Record<string, Value>> => Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
