import type { Fault } from './fault.ts';

/** The faults that wait for their calls; the one scheduled first strikes first. */
export class FaultSchedule {
    #pending: { fault: Fault; remaining: number }[] = [];

    schedule(fault: Fault): void {
        this.#pending.push({ fault, remaining: fault.times });
    }

    clear(): void {
        this.#pending = [];
    }

    /** The fault that strikes this call, used up by one. */
    take(method: string, path: string): Fault | null {
        const entry = this.#pending.find(({ fault }) => strikes(fault, method, path));
        if (!entry) return null;
        entry.remaining--;
        this.#pending = this.#pending.filter(({ remaining }) => remaining > 0);
        return entry.fault;
    }
}

function strikes({ match = {} }: Fault, method: string, path: string): boolean {
    const fitsMethod = match.method === undefined || match.method.toUpperCase() === method;
    return fitsMethod && path.includes(match.pathIncludes ?? '');
}
