export interface Bar {
    name: string;
    figure: number;
    unit: 'ms' | 'MB' | 's';
    /** The figure must stay below it. */
    below: number;
}

const DIGITS_BY_UNIT = { ms: 1, MB: 0, s: 2 };

/** One line that says whether the product reaches what it promises: `bar: NAME FIGURE (goal GOAL) ok`. */
export function printBar({ name, figure, unit, below }: Bar): void {
    const verdict = figure < below ? 'ok' : 'short';
    console.log(`bar: ${name} ${figure.toFixed(DIGITS_BY_UNIT[unit])} ${unit} (goal < ${below} ${unit}) ${verdict}`);
}
