import type { ToneName } from './preferences';

interface Note {
    /** When in the melody it begins, seconds. */
    readonly at: number;
    readonly seconds: number;
    readonly hertz: number;
}

export interface Melody {
    readonly wave: OscillatorType;
    /** Of each note, from 0 to 1. */
    readonly loudness: number;
    /** How long a note takes to die away at its end, seconds. */
    readonly fadeSeconds: number;
    /** In the order in which they end. */
    readonly notes: readonly Note[];
    /** From one beginning to the next, the pause included. */
    readonly cycleSeconds: number;
}

const together = (at: number, seconds: number, ...hertz: number[]): Note[] =>
    hertz.map((each) => ({ at, seconds, hertz: each }));

const inTurn = (at: number, seconds: number, ...hertz: number[]): Note[] =>
    hertz.map((each, index) => ({ at: at + index * seconds, seconds, hertz: each }));

export const RING_TONES: Readonly<Record<ToneName, Melody>> = {
    /** Two rings and a pause, as telephones do. */
    classic: {
        wave: 'sine',
        loudness: 0.45,
        fadeSeconds: 0.04,
        notes: [...together(0, 0.4, 440, 480), ...together(0.6, 0.4, 440, 480)],
        cycleSeconds: 3
    },
    /** A major chord, note by note. */
    soft: {
        wave: 'sine',
        loudness: 0.6,
        fadeSeconds: 0.5,
        notes: [523.25, 659.25, 783.99, 1046.5].map((hertz, index) => ({ at: index * 0.28, seconds: 0.7, hertz })),
        cycleSeconds: 3.2
    },
    /** Two quick trills. */
    digital: {
        wave: 'square',
        loudness: 0.2,
        fadeSeconds: 0.01,
        notes: [
            ...inTurn(0, 0.06, 988, 1319, 988, 1319, 988, 1319),
            ...inTurn(0.6, 0.06, 988, 1319, 988, 1319, 988, 1319)
        ],
        cycleSeconds: 2.4
    }
};

/** For who speaks with somebody else: heard once, and not by the customer. */
export const KNOCK: Melody = {
    wave: 'sine',
    loudness: 0.2,
    fadeSeconds: 0.08,
    notes: inTurn(0, 0.14, 587.33, 440),
    cycleSeconds: 1
};
