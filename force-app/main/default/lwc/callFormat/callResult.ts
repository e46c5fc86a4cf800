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

/** How a call came out, in words; empty while nobody knows. */
export const resultText = ({ result }: CallView): string => (result ? RESULTS[result] : '');
