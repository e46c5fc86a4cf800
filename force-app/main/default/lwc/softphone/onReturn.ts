/**
 * Calls back when the machine is on the network again and when the agent comes back to the browser tab: what was
 * waiting for its next attempt need not wait any longer.
 *
 * @returns stops calling back
 */
export function onReturn(callback: () => void): () => void {
    const handleVisibility = (): void => {
        if (document.visibilityState === 'visible') callback();
    };
    window.addEventListener('online', callback);
    document.addEventListener('visibilitychange', handleVisibility);
    return () => {
        window.removeEventListener('online', callback);
        document.removeEventListener('visibilitychange', handleVisibility);
    };
}
