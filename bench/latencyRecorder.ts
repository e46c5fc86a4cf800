import type { Timings } from './timings.ts';

/** From one moment of a call to another, in milliseconds. */
export interface LatencyRecorder {
    /** Only the first beginning of a call counts, */
    begin(callId: string): void;
    /** and only the first end of what began. */
    end(callId: string): void;
    readonly timings: Timings;
    /** How many began and did not end. */
    readonly missing: number;
}

export function createLatencyRecorder(): LatencyRecorder {
    const known = new Set<string>();
    const begun = new Map<string, number>();
    const timings: number[] = [];
    return {
        begin(callId) {
            if (known.has(callId)) return;
            known.add(callId);
            begun.set(callId, performance.now());
        },
        end(callId) {
            const startedMs = begun.get(callId);
            if (startedMs === undefined) return;
            begun.delete(callId);
            timings.push(performance.now() - startedMs);
        },
        timings,
        get missing() {
            return begun.size;
        }
    };
}
