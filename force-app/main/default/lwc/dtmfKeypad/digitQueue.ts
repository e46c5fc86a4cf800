/** As many as one command takes. */
const MAX_DIGITS = 32;
/** Keys that follow one another faster are sent together. */
const GROUPING_MS = 250;

/** Sends what is dialled in the order in which it was dialled, in as few commands as possible. */
export interface DigitQueue {
    add(digits: string): void;
    /** Sends what waits at once. */
    flush(): void;
}

export function createDigitQueue(send: (digits: string) => void): DigitQueue {
    let waiting = '';
    let timer: ReturnType<typeof setTimeout> | undefined;

    function flush(): void {
        clearTimeout(timer);
        while (waiting) {
            const group = waiting.slice(0, MAX_DIGITS);
            waiting = waiting.slice(MAX_DIGITS);
            send(group);
        }
    }

    return {
        add(digits) {
            waiting += digits;
            clearTimeout(timer);
            if (waiting.length >= MAX_DIGITS) flush();
            else timer = setTimeout(flush, GROUPING_MS);
        },
        flush
    };
}
