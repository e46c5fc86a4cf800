const UINT32_RANGE = 2 ** 32;
/** Two to the 32nd over the golden ratio: its multiples spread evenly. */
const WEYL_STEP = 0x9e3779b9;

/**
 * Numbers from 0 to below 1, the same ones for the same seed, so that a run with faults can be repeated: a Weyl
 * sequence whose terms pass through MurmurHash3's finalizer, so that neighbouring seeds have nothing in common.
 */
export function pseudoRandom(seed: number): () => number {
    let term = seed >>> 0;
    return () => {
        term = (term + WEYL_STEP) >>> 0;
        return mixBits(term) / UINT32_RANGE;
    };
}

function mixBits(value: number): number {
    let mixed = value;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
}
