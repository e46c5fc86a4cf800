import type { Fault, FaultFrequency, FaultMatch } from './fault.ts';
import { pseudoRandom } from './pseudoRandom.ts';

interface ScheduledFault {
    fault: Fault;
    /** Whether the next call that matches is struck. */
    strikesNext(): boolean;
    matched: number;
    struck: number;
}

/** A fault, and how many calls it has seen and struck. */
type CountedFault = Fault & { matched: number; struck: number };

/** The faults that wait for their calls; of those that would strike a call, the one scheduled first does. */
export class FaultSchedule {
    #scheduled: ScheduledFault[] = [];
    #spent: ScheduledFault[] = [];

    schedule(fault: Fault): void {
        this.#scheduled.push({ fault, strikesNext: strikesBy(fault.frequency), matched: 0, struck: 0 });
    }

    clear(): void {
        this.#scheduled = [];
        this.#spent = [];
    }

    /** What waits. */
    get pending(): CountedFault[] {
        return this.#scheduled.map(countedFault);
    }

    /** What has struck as often as it should, in the order of the last strikes, until it is cleared. */
    get spent(): CountedFault[] {
        return this.#spent.map(countedFault);
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
        if (isSpent(striking)) {
            this.#scheduled = this.#scheduled.filter((entry) => entry !== striking);
            this.#spent.push(striking);
        }
        return striking.fault;
    }
}

function countedFault({ fault, matched, struck }: ScheduledFault): CountedFault {
    return { ...fault, matched, struck };
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
