/** Runs `callback` once, `delayMs` from now, unless the returned function is called before. */
export type Schedule = (callback: () => void, delayMs: number) => () => void;

export const scheduleOnce: Schedule = (callback, delayMs) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
};
