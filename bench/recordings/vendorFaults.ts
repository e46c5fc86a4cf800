import { pseudoRandom } from '../../local-org/src/faults/pseudoRandom.ts';

/**
 * What a vendor's server does instead of giving a recording.
 * - `refuses`: answers 503
 * - `breaksOff`: cuts the connection midway
 * - `short`: ends the audio early, as if that were all, without having said how long it is
 * - `stalls`: gives the half, and the other half a moment later
 */
export type VendorFault = 'refuses' | 'breaksOff' | 'short' | 'stalls';

const FAULTS = ['refuses', 'breaksOff', 'short', 'stalls'] as const satisfies readonly VendorFault[];

export interface VendorFaults {
    /** Null: this request is served well. */
    next(): VendorFault | null;
    readonly requests: number;
    readonly struck: ReadonlyMap<VendorFault, number>;
}

/** @param share of the requests that meet a fault, each kind as often as the others */
export function drawVendorFaults(share: number, seed: number): VendorFaults {
    const random = pseudoRandom(seed);
    const struck = new Map<VendorFault, number>(FAULTS.map((fault) => [fault, 0]));
    let requests = 0;
    return {
        next() {
            requests += 1;
            if (random() >= share) return null;
            const fault = FAULTS[Math.floor(random() * FAULTS.length)] ?? 'refuses';
            struck.set(fault, (struck.get(fault) ?? 0) + 1);
            return fault;
        },
        get requests() {
            return requests;
        },
        struck
    };
}
