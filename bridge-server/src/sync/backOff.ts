const FIRST_MS = 500;
const LONGEST_MS = 5 * 60_000;

/** Doubles with every attempt, up to five minutes; jittered so that calls that failed together do not return together. */
export const backOffMs = (attempt: number, random: () => number): number =>
    Math.round(Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1)) * (0.5 + random() / 2));
