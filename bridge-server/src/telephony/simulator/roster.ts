import type { AgentAvailability } from '../telephonyAdapter.ts';

/** Who is signed in to the line, and whom its queues may ring at. */
export class Roster {
    readonly #states = new Map<string, AgentAvailability['state']>();
    /** Every agent serves every queue until they leave it. */
    readonly #left = new Map<string, Set<string>>();

    set(agent: string, { state }: AgentAvailability): void {
        this.#states.set(agent, state);
    }

    /** Whoever is not signed in has no telephone of their own here: the line plays them. */
    isSignedIn(agent: string): boolean {
        return (this.#states.get(agent) ?? 'offline') !== 'offline';
    }

    serves(agent: string, queue: string): boolean {
        return !this.#left.get(agent)?.has(queue);
    }

    setServing(agent: string, queue: string, isIn: boolean): void {
        const left = this.#left.get(agent) ?? new Set();
        if (isIn) left.delete(queue);
        else left.add(queue);
        this.#left.set(agent, left);
    }

    /** In the order in which the line heard of them first. */
    available(): string[] {
        return [...this.#states].filter(([, state]) => state === 'available').map(([agent]) => agent);
    }
}
