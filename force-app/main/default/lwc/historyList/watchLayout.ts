/** A row of a chunk that comes into sight or goes out of it, more or less. */
const SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1];

export interface LayoutWatch {
    /** From now on these are watched, and no others. */
    watch(elements: readonly Element[]): void;
    stop(): void;
}

/**
 * Calls back whenever more or less of an element is in sight: something around it is scrolled, it or the window gets
 * another size, or it is shown after it was hidden. What scrolls belongs to a component around the softphone: its scroll
 * events end at that component's shadow root, and nobody in here hears them.
 */
export function watchLayout(onChange: () => void): LayoutWatch {
    const observer = new IntersectionObserver(onChange, { threshold: SHARES });
    return {
        watch(elements) {
            observer.disconnect();
            for (const element of elements) observer.observe(element);
        },
        stop: () => observer.disconnect()
    };
}
