import type { Schedule } from './schedule';

/** A wait that can be cut short. */
export interface Pause {
    /** Resolves when the delay is over, when `signal` aborts or when the wait is ended. */
    readonly wait: (delayMs: number, signal: AbortSignal) => Promise<void>;
    /** Ends the wait that lasts now, if there is one. */
    readonly end: () => void;
}

export function createPause(schedule: Schedule): Pause {
    let endWait = (): void => undefined;
    return {
        wait: (delayMs, signal) =>
            new Promise((resolve) => {
                const finish = (): void => {
                    cancel();
                    signal.removeEventListener('abort', finish);
                    resolve();
                };
                const cancel = schedule(finish, delayMs);
                signal.addEventListener('abort', finish);
                endWait = finish;
            }),
        end: () => endWait()
    };
}
