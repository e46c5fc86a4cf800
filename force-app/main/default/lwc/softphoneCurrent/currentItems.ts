import type { CallView, Presence } from 'bridge/contract';
import type { Draft, PendingChoice, PendingCommand } from 'c/softphoneState';

/** One call as Atendimento shows it. */
export interface CurrentItem {
    readonly legId: string;
    readonly call: CallView;
    /** Whether the agent wraps it up. */
    readonly isOver: boolean;
    /** One line is enough for who waits while the agent talks to somebody else. */
    readonly compact: boolean;
    readonly notesClass: string;
    /** What is written down and not stored. */
    readonly draft: Draft | undefined;
    readonly pendingCommand: PendingCommand | undefined;
    readonly pendingChoice: PendingChoice | undefined;
}

export interface CurrentFacts {
    readonly calls: readonly CallView[];
    /** The call that is over and not wrapped up. */
    readonly overCall: CallView | null;
    readonly pending: Readonly<Record<string, PendingCommand>>;
    readonly choices: Readonly<Record<string, PendingChoice>>;
    readonly drafts: Readonly<Record<string, Draft>>;
}

/** The calls in the order in which they were answered, and the one to wrap up: each keeps its place, whichever is talked on. */
export function listItems({ calls, overCall, pending, choices, drafts }: CurrentFacts): CurrentItem[] {
    const main = mainCall(calls);
    const over = overCall && !calls.some(({ legId }) => legId === overCall.legId) ? [overCall] : [];
    return [...calls, ...over].map((call) => {
        const { legId } = call;
        const isOver = call === overCall;
        const compact = !isOver && call !== main && isWaiting(call);
        return {
            legId,
            call,
            isOver,
            compact,
            notesClass: compact ? 'slds-hide' : 'slds-show',
            draft: drafts[legId],
            pendingCommand: pending[legId],
            pendingChoice: choices[legId]
        };
    });
}

/** The call that the agent talks on; where all wait, the one that was talked on last. */
export const mainCall = (calls: readonly CallView[]): CallView | undefined =>
    calls.find((call) => !isWaiting(call)) ??
    [...calls].sort((one, other) => (other.heldSince ?? '').localeCompare(one.heldSince ?? ''))[0];

/** On hold, and not because the agent asks somebody about the call. */
const isWaiting = ({ state, consult }: CallView): boolean => state === 'held' && consult === null;

/** Whether the time to wrap up is not over by the bridge's clock. */
export const isWrapUpOpen = (wrapUp: Presence['wrapUp'], nowMs: number): boolean =>
    wrapUp !== null && nowMs < Date.parse(wrapUp.endsAt);
