import type { ColleagueState } from 'bridge/contract';
import { fillPlaceholders } from 'c/callFormat';
import { labels } from './labels';

const TEXTS: Readonly<Record<ColleagueState, string>> = {
    available: labels.available,
    onCall: labels.onCall,
    wrapUp: labels.wrapUp,
    paused: labels.paused,
    offline: labels.offline
};

/** What a colleague does, in words, with the reason of a pause. */
export function presenceText({ state, reason }: { state: ColleagueState; reason: string | null }): string {
    return state === 'paused' && reason ? fillPlaceholders(labels.pausedFor, reason) : TEXTS[state];
}
