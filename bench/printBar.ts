const DIGITS_BY_UNIT = { ms: 1, MB: 0, kB: 1, '%': 2, s: 2, 'calls/s': 0, 'API calls': 2, times: 2 };

/** What a part of the product promises, and what was seen. */
export type Bar = Measured | Counted;

interface Measured {
    readonly name: string;
    readonly figure: number;
    readonly unit: keyof typeof DIGITS_BY_UNIT;
    readonly goal: { readonly atMost: number } | { readonly atLeast: number };
}

interface Counted {
    readonly name: string;
    readonly figure: string;
    readonly goal: { readonly equal: string };
}

/** One line that says whether the product reaches what it promises: `bar: NAME FIGURE (goal GOAL) ok`. */
export function printBar(bar: Bar): void {
    const { figure, goal, reached } = 'unit' in bar ? describeMeasure(bar) : describeCount(bar);
    console.log(`bar: ${bar.name} ${figure} (goal ${goal}) ${reached ? 'ok' : 'short'}`);
}

const describeCount = ({ figure, goal }: Counted) => ({
    figure,
    goal: goal.equal,
    reached: figure === goal.equal
});

function describeMeasure({ figure, unit, goal }: Measured) {
    const [sign, limit] = 'atMost' in goal ? ['≤', goal.atMost] : ['≥', goal.atLeast];
    return {
        figure: `${figure.toFixed(DIGITS_BY_UNIT[unit])} ${unit}`,
        goal: `${sign} ${limit} ${unit}`,
        reached: 'atMost' in goal ? figure <= limit : figure >= limit
    };
}
