import type { Fault, FaultFrequency, FaultMatch } from './fault.ts';
import { pseudoRandom } from './pseudoRandom.ts';

interface ScheduledFault {
    fault: Fault;
    /** Whether the next call that matches is struck. */
    strikesNext(): boolean;
    matched: number;
    struck: number;
}

/** The faults that wait for their calls; of those that would strike a call, the one scheduled first does. */
export class FaultSchedule {
    #scheduled: ScheduledFault[] = [];

    schedule(fault: Fault): void {
        this.#scheduled.push({ fault, strikesNext: strikesBy(fault.frequency), matched: 0, struck: 0 });
    }

    clear(): void {
        this.#scheduled = [];
    }

    /** What waits, and how many calls each fault has seen and struck. */
    get pending(): (Fault & { matched: number; struck: number })[] {
        return this.#scheduled.map(({ fault, matched, struck }) => ({ ...fault, matched, struck }));
    }

    /** The fault that strikes this call. */
    take(method: string, path: string): Fault | null {
        const striking = this.#scheduled.find((entry) => {
            if (!matches(entry.fault.match, method, path)) return false;
            entry.matched++;
            return entry.strikesNext();
        });
        if (!striking) return null;
        striking.struck++;
        this.#scheduled = this.#scheduled.filter((entry) => !isSpent(entry));
        return striking.fault;
    }
}

function matches(match: FaultMatch, method: string, path: string): boolean {
    const fitsMethod = match.method === undefined || match.method.toUpperCase() === method;
    return fitsMethod && path.includes(match.pathIncludes ?? '');
}

function strikesBy(frequency: FaultFrequency): () => boolean {
    switch (frequency.kind) {
        case 'count': {
            let toSkip = frequency.skip;
            return () => toSkip-- <= 0;
        }
        case 'rate': {
            const next = pseudoRandom(frequency.seed);
            return () => next() < frequency.rate;
        }
    }
}

function isSpent({ fault: { frequency }, struck }: ScheduledFault): boolean {
    return frequency.kind === 'count' && struck >= frequency.times;
}
