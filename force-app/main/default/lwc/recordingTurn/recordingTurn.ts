type Pause = () => void;

/** Whatever on this page plays a recording, or is about to. */
const listeners = new Set<Pause>();

/**
 * From now on this falls silent whenever something else of the page is to be heard.
 *
 * @returns ends it
 */
export function joinRecordings(pause: Pause): () => void {
    listeners.add(pause);
    return () => listeners.delete(pause);
}

/** Nothing of the page plays any more, nor begins to by itself. @param except what takes its turn, as it joined */
export function pauseRecordings(except?: Pause): void {
    for (const pause of listeners) if (pause !== except) pause();
}
