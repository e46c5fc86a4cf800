import type { CallResult, CallView } from 'bridge/contract';
import { labels } from './labels';

const RESULTS: Readonly<Record<CallResult, string>> = {
    answered: labels.resultAnswered,
    takenByColleague: labels.resultTakenByColleague,
    missed: labels.resultMissed,
    refused: labels.resultRefused,
    abandoned: labels.resultAbandoned,
    failed: labels.resultFailed
};

/** What nobody served. */
const LOST: ReadonlySet<CallResult | null> = new Set(['missed', 'refused', 'abandoned', 'failed']);

/** How a call came out, in words; empty while nobody knows. */
export const resultText = ({ result }: CallView): string => (result ? RESULTS[result] : '');

export function resultClass({ result }: CallView): string {
    return LOST.has(result) ? 'result result_lost' : 'result result_answered';
}
