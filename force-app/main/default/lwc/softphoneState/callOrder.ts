import type { CallView } from 'bridge/contract';

type CompareCalls = (one: CallView, other: CallView) => number;

const compareText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** Who has waited longest comes first. Instants have one width, so they compare as text. */
export const byWaiting: CompareCalls = (one, other) =>
    compareText(one.waitingSince, other.waitingSince) || compareText(one.legId, other.legId);

/** The call answered first comes first; one that is not answered yet goes by when it began for the agent. */
export const byAnswer: CompareCalls = (one, other) =>
    compareText(one.answeredAt ?? one.offeredAt, other.answeredAt ?? other.offeredAt) ||
    compareText(one.legId, other.legId);

/** The call that ended last comes first. */
export const byEnd: CompareCalls = (one, other) =>
    compareText(other.endedAt ?? '', one.endedAt ?? '') || compareText(one.legId, other.legId);
