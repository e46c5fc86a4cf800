import type { SoftphoneEvent, SoftphoneState } from 'c/softphoneState';
import { hidesTab } from './hidesTab';

/** Who paused for longer than this is not in the middle of a word. */
const TYPING_FOR_MS = 10_000;

/** Whether the agent types something in the softphone. */
export function createTypingWatch(): { see(event: KeyboardEvent): void; isTyping(): boolean } {
    let typedAtMs = -Infinity;
    return {
        see({ key, altKey, ctrlKey, metaKey }) {
            // the space bar presses buttons, too
            if (key.length === 1 && key !== ' ' && !altKey && !ctrlKey && !metaKey) typedAtMs = performance.now();
        },
        isTyping: () => performance.now() - typedAtMs < TYPING_FOR_MS
    };
}

/** A call that rings takes no tab away under the fingers of who types in it: the other tab's label tells of the call. */
export function keepTab(before: SoftphoneState, after: SoftphoneState, event: SoftphoneEvent): SoftphoneState {
    const isPulledAway = after.activeTab === 'ringing' && hidesTab(before, after, event);
    return isPulledAway ? { ...after, activeTab: before.activeTab } : after;
}
