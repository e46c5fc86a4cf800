/** What of a window's life matters to the election. */
export interface PageReaction {
    /** The agent may attend to this window more than before. */
    readonly attend: () => void;
    /** The window closes, or is put aside with its scripts standing still. */
    readonly leave: () => void;
    /** It was only put aside. */
    readonly rejoin: () => void;
}

/** @returns stops watching */
export function watchPage({ attend, leave, rejoin }: PageReaction): () => void {
    const listeners: readonly (readonly [EventTarget, string, () => void])[] = [
        [document, 'visibilitychange', attend],
        [window, 'focus', attend],
        [window, 'pointerdown', attend],
        [window, 'pagehide', leave],
        [window, 'pageshow', rejoin],
        [document, 'freeze', leave],
        [document, 'resume', rejoin]
    ];
    for (const [target, type, listener] of listeners) target.addEventListener(type, listener);
    return () => {
        for (const [target, type, listener] of listeners) target.removeEventListener(type, listener);
    };
}

/**
 * How much the agent attends to this window: 2 when it has the focus, 1 when it is in sight, 0 when it is not, or was
 * never used: browsers let such a window make no sound.
 */
export function pageAttention(): number {
    const wasUsed = navigator.userActivation?.hasBeenActive ?? true;
    if (document.visibilityState !== 'visible' || !wasUsed) return 0;
    return document.hasFocus() ? 2 : 1;
}
