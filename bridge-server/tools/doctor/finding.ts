export type Level = 'ok' | 'warn' | 'fail';

/** What one check saw, and what to do about it. Holds extensions and names of queues, and no other personal data. */
export interface Finding {
    /** What was looked at, in one or two words. */
    readonly check: string;
    readonly level: Level;
    readonly saw: string;
    /** Of a warning or a failure. */
    readonly todo?: string;
}

/** The findings of one check, which all begin with its name. */
export const findingsOf = (check: string) => ({
    ok: (saw: string): Finding => ({ check, level: 'ok', saw }),
    warn: (saw: string, todo: string): Finding => ({ check, level: 'warn', saw, todo }),
    fail: (saw: string, todo: string): Finding => ({ check, level: 'fail', saw, todo })
});

const MAX_NAMED = 20;

/** `1001, 1002 and 17 more`: sorted, each once. */
export function enumerate(names: Iterable<string>): string {
    const sorted = [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    const more = sorted.length - MAX_NAMED;
    return more > 0 ? `${sorted.slice(0, MAX_NAMED).join(', ')} and ${more} more` : sorted.join(', ');
}
