import type { CallResult, CallView } from 'bridge/contract';
import { callerNumber, fillPlaceholders } from 'c/callFormat';
import { labels } from './labels';

/** Why a call rings no more, although the agent did nothing. */
export interface GoneCall {
    readonly legId: string;
    readonly text: string;
}

const TEXTS: Readonly<Partial<Record<CallResult, string>>> = {
    takenByColleague: labels.goneTaken,
    abandoned: labels.goneAbandoned,
    missed: labels.goneMissed
};
/** Long enough to read, short enough not to be taken for a call that rings. */
const NEWS_FOR_MS = 8_000;
const MAX_SHOWN = 3;

/** The calls that have just gone, the last first. @param history newest first @param nowMs by the bridge's clock */
export function goneCalls(history: readonly CallView[], nowMs: number, results: readonly CallResult[]): GoneCall[] {
    const firstOld = history.findIndex(({ endedAt }) => endedAt !== null && nowMs - Date.parse(endedAt) >= NEWS_FOR_MS);
    return history
        .slice(0, firstOld < 0 ? undefined : firstOld)
        .filter(({ result }) => result !== null && results.includes(result))
        .slice(0, MAX_SHOWN)
        .map((call) => ({
            legId: call.legId,
            text: fillPlaceholders(TEXTS[call.result!] ?? '', callerNumber(call) ?? labels.unknownNumber)
        }));
}
