/** Which tones are in a piece of telephone audio: 8000 samples a second, 16-bit linear. */
export const SAMPLES_A_SECOND = 8000;

/** Below this the line is silent; comfort noise and the rounding of G.711 are quieter. Root mean square. */
const SILENCE = 60;
/** Two or three who speak at once share the energy, and one of them may be quieter. */
const AUDIBLE_SHARE = 0.06;

/** What an ear heard of late. */
export interface Tones {
    /** Root mean square of the samples: 0 is silence, a full sine is about 23000. */
    readonly volume: number;
    readonly silent: boolean;
    /** The part of the energy at a frequency, 0 to 1. */
    share(hz: number): number;
    has(hz: number): boolean;
    /** Those of the frequencies that are audible, for messages and comparisons. */
    of(frequencies: readonly number[]): number[];
}

export function tonesIn(samples: Int16Array): Tones {
    const energy = samples.reduce((sum, sample) => sum + sample * sample, 0);
    const volume = samples.length === 0 ? 0 : Math.sqrt(energy / samples.length);
    const silent = volume < SILENCE;
    const share = (hz: number) => (silent ? 0 : energyAt(samples, hz) / energy);
    const has = (hz: number) => share(hz) >= AUDIBLE_SHARE;
    return { volume, silent, share, has, of: (frequencies) => frequencies.filter(has) };
}

/** Goertzel's algorithm: the energy of the sine of that frequency that fits the samples best. */
function energyAt(samples: Int16Array, hz: number): number {
    const turn = (2 * Math.PI * hz) / SAMPLES_A_SECOND;
    const coefficient = 2 * Math.cos(turn);
    let last = 0;
    let beforeLast = 0;
    for (const sample of samples) [last, beforeLast] = [sample + coefficient * last - beforeLast, last];
    return (2 * (last * last + beforeLast * beforeLast - coefficient * last * beforeLast)) / samples.length;
}

/** `length` samples of a sine; `from` is the number of the first one, so that pieces fit together. */
export function sine(hz: number, length: number, { from = 0, loudest = 6000 } = {}): Int16Array {
    const turn = (2 * Math.PI * hz) / SAMPLES_A_SECOND;
    return Int16Array.from({ length }, (_, index) => Math.round(loudest * Math.sin(turn * (from + index))));
}
