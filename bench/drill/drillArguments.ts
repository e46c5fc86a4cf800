import { parseArgs } from 'node:util';

export interface DrillArguments {
    readonly calls: number;
    readonly seed: number;
    /** Which parts to run: one replica on its own PostgreSQL, two on a shared one, or both. */
    readonly parts: readonly (1 | 2)[];
    readonly limitMinutes: number;
    readonly verbose: boolean;
}

export class BadArguments extends Error {
    override readonly name = 'BadArguments';
}

export const USAGE = `npm run drill -- [--calls N] [--seed S] [--replicas 1|2] [--minutes M] [--verbose]
  --calls     how many calls in all; 5000 when absent
  --seed      the same seed plans the same calls, kills and faults; 1 when absent
  --replicas  2: only the part with two replicas on one PostgreSQL; 1: only the one with its own; both when absent
  --minutes   waits no longer for Salesforce to be complete; 30 when absent
  --verbose   shows what every process logs`;

/** Throws BadArguments. */
export function readDrillArguments(args: readonly string[]): DrillArguments {
    const { values } = parse(args);
    const replicas = values.replicas === undefined ? null : whole('replicas', values.replicas);
    if (replicas !== null && replicas !== 1 && replicas !== 2) throw new BadArguments('--replicas is 1 or 2.');
    return {
        calls: whole('calls', values.calls ?? '5000'),
        seed: whole('seed', values.seed ?? '1'),
        parts: replicas === null ? [2, 1] : [replicas],
        limitMinutes: whole('minutes', values.minutes ?? '30'),
        verbose: values.verbose ?? false
    };
}

function parse(args: readonly string[]) {
    try {
        return parseArgs({
            args: [...args],
            options: {
                calls: { type: 'string' },
                seed: { type: 'string' },
                replicas: { type: 'string' },
                minutes: { type: 'string' },
                verbose: { type: 'boolean' }
            }
        });
    } catch (error) {
        throw new BadArguments(error instanceof Error ? error.message : String(error));
    }
}

function whole(name: string, text: string): number {
    if (!/^[1-9]\d{0,6}$/.test(text)) throw new BadArguments(`--${name} must be a whole number above 0.`);
    return Number(text);
}
