import { forTerminal } from './formatTable.ts';

interface Advised {
    readonly code: string | null;
    /** Null: nothing failed. */
    readonly advice: string | null;
}

/** Each code once with what to do about it, the most frequent first. */
export function adviceByCode(all: readonly Advised[], count: (number: number) => string): string {
    const failed = all.filter(({ advice }) => advice !== null);
    const byCode = [...Map.groupBy(failed, ({ code }) => code)].toSorted(([, a], [, b]) => b.length - a.length);
    return byCode
        .map(([code, of]) => `${code ?? 'no code'} (${count(of.length)})\n  ${forTerminal(of[0]?.advice ?? null)}`)
        .join('\n');
}
