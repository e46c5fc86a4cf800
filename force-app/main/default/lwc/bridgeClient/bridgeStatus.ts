import type { BridgeError } from './bridgeError';

/** How the stream of calls fares. */
export type BridgeStatus =
    | { readonly kind: 'connecting' }
    | { readonly kind: 'connected' }
    /** Tried again by itself at `retryAtMs` (milliseconds since the epoch, by this machine's clock). */
    | { readonly kind: 'lost'; readonly error: BridgeError; readonly retryAtMs: number }
    /** A person has to act first; `start()` tries again. */
    | { readonly kind: 'failed'; readonly error: BridgeError };
