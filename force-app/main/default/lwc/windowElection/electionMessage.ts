/** What the windows of one agent say to one another. `from` and `to` are ids of windows. */
export type ElectionMessage =
    /** Who leads? The leader answers. Says, too, that this window is there and how much the agent attends to it. */
    | { readonly type: 'ask'; readonly from: string; readonly attention: number }
    /** I lead. The later term is the right one; of two leaders of one term the lower id is. */
    | { readonly type: 'lead'; readonly from: string; readonly term: number }
    /** I lead no more, `to` does. */
    | { readonly type: 'pass'; readonly from: string; readonly to: string }
    /** I am gone. */
    | { readonly type: 'bye'; readonly from: string };

/** As much of a `BroadcastChannel` as the election needs. */
export interface ElectionChannel {
    onmessage: ((event: MessageEvent) => void) | null;
    postMessage(message: ElectionMessage): void;
    close(): void;
}

/** Null where the browser has no such channel. */
export function openBroadcastChannel(name: string): ElectionChannel | null {
    return typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null;
}
