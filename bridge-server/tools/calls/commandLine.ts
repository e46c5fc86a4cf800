import { parseArgs } from 'node:util';
import { BadArguments } from './badArguments.ts';

const OPTIONS = {
    limit: { type: 'string' },
    code: { type: 'string' },
    step: { type: 'string' },
    all: { type: 'boolean' },
    'wait-seconds': { type: 'string' },
    'with-personal-data': { type: 'boolean' },
    state: { type: 'string' },
    held: { type: 'boolean' },
    by: { type: 'string' },
    reason: { type: 'string' },
    force: { type: 'boolean' },
    yes: { type: 'boolean' },
    from: { type: 'string' },
    to: { type: 'string' },
    csv: { type: 'boolean' },
    delimiter: { type: 'string' },
    json: { type: 'boolean' }
} as const;

export type Option = keyof typeof OPTIONS;

const parse = (args: readonly string[]) => parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });

export interface CommandLine {
    readonly command: string;
    /** What stands behind the command. */
    readonly words: readonly string[];
    readonly values: ReturnType<typeof parse>['values'];
}

/** Throws BadArguments. */
export function readCommandLine(args: readonly string[]): CommandLine {
    try {
        const { values, positionals } = parse(args);
        const [command = '', ...words] = positionals;
        return { command, words, values };
    } catch (error) {
        throw new BadArguments(error instanceof Error ? error.message : String(error));
    }
}

/** Every command takes `--json`, too. Throws BadArguments. */
export function refuseOthers({ command, values }: CommandLine, taken: readonly Option[]): void {
    const stray = Object.keys(values).find((option) => option !== 'json' && !taken.some((one) => one === option));
    if (stray) throw new BadArguments(`${command} does not take --${stray}.`);
}

/** Throws BadArguments. */
export function refuseWords([first]: readonly string[]): void {
    if (first !== undefined) throw new BadArguments(`"${first}" is one word too many.`);
}

/** Throws BadArguments with what is asked for. */
export function oneWord([word, ...more]: readonly string[], askFor: string): string {
    if (!word || more.length > 0) throw new BadArguments(askFor);
    return word;
}

/** Throws BadArguments. */
export function integerBetween(least: number, most: number, option: string, text: string): number {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most)
        throw new BadArguments(`${option} must be a whole number from ${least} to ${most}, not "${text}".`);
    return value;
}

const MAX_LIMIT = 100_000;

/** Throws BadArguments. */
export const readLimit = ({ values }: CommandLine, fallback: number): number =>
    integerBetween(1, MAX_LIMIT, '--limit', values.limit ?? String(fallback));
