const PAUSE_MS = 2_000;
const PATIENCE_MS = 60_000;

/** Waits for a recording that is still being copied. */
export interface CopyWait {
    /** Asks again in a moment. Answers whether there is still patience for that. */
    again(): boolean;
    /** The next wait begins anew. */
    end(): void;
}

export function createCopyWait(ask: () => void): CopyWait {
    let beganAtMs: number | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    return {
        again() {
            beganAtMs ??= performance.now();
            clearTimeout(timer);
            if (performance.now() - beganAtMs >= PATIENCE_MS) return false;
            timer = setTimeout(ask, PAUSE_MS);
            return true;
        },
        end() {
            clearTimeout(timer);
            beganAtMs = null;
        }
    };
}
