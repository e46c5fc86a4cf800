/** So many tries in a row got no service: then Salesforce is away, and not only one request was unlucky. */
const FAILURES_TO_OPEN = 3;
const FIRST_PAUSE_MS = 500;
/** Whoever waits for a Case should not wait longer once Salesforce is back. */
const LONGEST_PAUSE_MS = 5_000;

interface CircuitOptions {
    readonly now: () => number;
    readonly random: () => number;
    readonly onOpen: () => void;
    readonly onClose: () => void;
}

/**
 * Whether Salesforce is there. While it is away one call at a time is tried, with growing pauses between the tries, and
 * the others wait without being tried.
 */
export function createCircuit({ now, random, onOpen, onClose }: CircuitOptions) {
    let failuresInARow = 0;
    let pauses = 0;
    let nextProbeAt = 0;
    const isOpen = () => pauses > 0;

    return {
        /**
         * How many more calls may be tried now.
         *
         * @param room how many would be at most
         * @param running how many are being tried
         */
        allows(room: number, running: number): number {
            if (!isOpen()) return room;
            return running === 0 && now() >= nextProbeAt ? Math.min(1, room) : 0;
        },

        /** Milliseconds until the next probe is due; null while Salesforce is there. */
        probeInMs: (): number | null => (isOpen() ? Math.max(0, nextProbeAt - now()) : null),

        /** Salesforce answered, be it with a refusal. */
        answered(): void {
            failuresInARow = 0;
            if (!isOpen()) return;
            pauses = 0;
            onClose();
        },

        /** Salesforce could not be asked. What began before the circuit opened and fails afterwards tells nothing new. */
        unavailable(): void {
            failuresInARow++;
            if (failuresInARow < FAILURES_TO_OPEN) return;
            const isProbe = now() >= nextProbeAt;
            if (isOpen() && !isProbe) return;
            if (!isOpen()) onOpen();
            const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** pauses);
            pauses++;
            nextProbeAt = now() + pauseMs * (0.5 + random() / 2);
        }
    };
}
