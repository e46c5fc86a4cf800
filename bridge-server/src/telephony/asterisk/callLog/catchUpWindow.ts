import type { Instant } from '../../../contract/instant.ts';

/** What is stored of this telephony side; null when nothing is. */
export type LastSeen = {
    /** Everything up to then is stored. */
    readonly knownUntil: Instant;
    /** When the oldest call began that is not over, as far as is known; null when all are. */
    readonly oldestOpenAt: Instant | null;
} | null;

/** Which part of the log may hold what was missed. */
export interface CatchUpWindow {
    /** Calls of which nothing was logged since then are known. */
    readonly missedFrom: Instant;
    /** Read from here: calls that were missed in part have their beginning before. */
    readonly readFrom: Instant;
    /** What lies before `readFrom` is left out, because that was too long ago. */
    readonly isCut: boolean;
}

/** Clocks differ, logs and events are delayed. What is read twice does no harm. */
const OVERLAP_MS = 2 * 60_000;
/** What is older is no news to anybody. */
const LONGEST_MS = 24 * 60 * 60_000;

/** Null where nothing was ever stored: a new installation does not take over the PBX's history. */
export function catchUpWindow(lastSeen: LastSeen, now: Instant): CatchUpWindow | null {
    if (!lastSeen) return null;
    const missedFrom = earlierBy(lastSeen.knownUntil, OVERLAP_MS);
    const wanted = earliest(missedFrom, earlierBy(lastSeen.oldestOpenAt ?? lastSeen.knownUntil, OVERLAP_MS));
    const limit = earlierBy(now, LONGEST_MS);
    const isCut = wanted < limit;
    return { missedFrom, readFrom: isCut ? limit : wanted, isCut };
}

const earlierBy = (instant: Instant, ms: number): Instant => new Date(Date.parse(instant) - ms).toISOString();
const earliest = (a: Instant, b: Instant): Instant => (a < b ? a : b);
