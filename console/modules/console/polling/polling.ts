/**
 * Calls `refresh` every `periodMs` while the browser shows the page, one call at a time.
 *
 * @returns how to stop.
 */
export function pollWhileVisible(refresh: () => Promise<void>, periodMs: number): () => void {
    let running = false;
    const timer = setInterval(() => {
        if (running || document.visibilityState !== 'visible') return;
        running = true;
        void refresh().finally(() => {
            running = false;
        });
    }, periodMs);
    return () => clearInterval(timer);
}
