import type { AgentAvailability } from '../telephonyAdapter.ts';

/** Who is signed in to the line, and whom its queues may ring at. */
export class Roster {
    readonly #states = new Map<string, AgentAvailability['state']>();

    set(agent: string, { state }: AgentAvailability): void {
        this.#states.set(agent, state);
    }

    /** Whoever is not signed in has no telephone of their own here: the line plays them. */
    isSignedIn(agent: string): boolean {
        return (this.#states.get(agent) ?? 'offline') !== 'offline';
    }

    /** In the order in which the line heard of them first. */
    available(): string[] {
        return [...this.#states].filter(([, state]) => state === 'available').map(([agent]) => agent);
    }
}
