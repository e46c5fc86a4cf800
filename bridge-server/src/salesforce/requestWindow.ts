/** Begins the request of a batch; what DataLoader calls when the first record of a batch arrives. */
export type Schedule = (send: () => void) => void;

interface RequestWindowOptions {
    /** Requests of one kind begin at least so far apart, unless they are full. */
    readonly spacingMs: number;
    /** What the spacing is multiplied by, asked each time: the API budget may be short. */
    readonly factor?: () => number;
    /** Milliseconds of a clock that nobody sets. */
    readonly now?: () => number;
}

/**
 * When the records of one moment share a request: the first goes at once, and what comes while the spacing lasts goes
 * together at its end. So a quiet bridge waits for nothing, and a busy one sends few requests. A full batch does not
 * wait: DataLoader opens a new one only when the one before has been sent or is full.
 */
export function createRequestWindow({
    spacingMs,
    factor = () => 1,
    now = () => performance.now()
}: RequestWindowOptions): Schedule {
    let waiting: { send: () => void; timer: NodeJS.Timeout } | null = null;
    let lastBegunAt = -Infinity;

    const begin = (send: () => void): void => {
        waiting = null;
        lastBegunAt = now();
        send();
    };

    return (send) => {
        if (waiting) {
            clearTimeout(waiting.timer);
            begin(waiting.send);
        }
        const waitMs = lastBegunAt + spacingMs * factor() - now();
        // never in the same tick: the records that one event brings come together
        waiting = { send, timer: setTimeout(() => begin(send), Math.max(0, waitMs)) };
    };
}
