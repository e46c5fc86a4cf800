import type { ContactsState } from 'c/softphoneState';
import { type LookupView, viewLookup } from './lookupView';

const PAUSE_IN_TYPING_MS = 300;
/** One letter finds half of the org. */
const SHORTEST_SEARCH = 2;

export interface ContactLookup {
    /** Looks for what was typed once the typing pauses. */
    type(text: string): void;
    /** Takes over what has become of the softphone's search for people. */
    receive(contacts: ContactsState): void;
    /** Asks for what was typed last, now; whom it found before stays in sight. */
    askAgain(): void;
    /** Asks if what was typed last has no answer, or only that it failed, and none is on its way. */
    resume(): void;
    close(): void;
}

/**
 * The search for people behind one field. The softphone has one search for all fields, so that each keeps to the
 * answers to its own.
 *
 * @param ask asks the bridge for a search; empty: for the recent ones
 * @param show is given the view each time it is another
 */
export function createContactLookup(ask: (search: string) => void, show: (view: LookupView) => void): ContactLookup {
    let search = '';
    let answer: ContactsState | null = null;
    /** Whether the softphone's search is this field's. */
    let isAsked = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const showView = (): void => show(viewLookup(search, answer));

    function askNow(): void {
        cancelTimer();
        isAsked = true;
        ask(search);
    }

    function cancelTimer(): void {
        clearTimeout(timer);
        timer = undefined;
    }

    return {
        type(text) {
            const typed = text.trim().replace(/\s+/g, ' ');
            const wanted = typed.length < SHORTEST_SEARCH ? '' : typed;
            if (wanted === search) return;
            search = wanted;
            isAsked = false;
            cancelTimer();
            if (answer?.search !== search) timer = setTimeout(askNow, PAUSE_IN_TYPING_MS);
            showView();
        },
        receive(contacts) {
            const isSettled = contacts.status === 'ready' || contacts.status === 'failed';
            if (isSettled || contacts.search !== search) isAsked = false;
            if (!isSettled || contacts.search !== search) return;
            answer = contacts;
            showView();
        },
        askAgain() {
            if (answer?.status === 'failed') answer = null;
            showView();
            askNow();
        },
        resume() {
            const isFound = answer?.search === search && answer.status === 'ready';
            if (!isFound && !isAsked && timer === undefined) this.askAgain();
        },
        close: cancelTimer
    };
}
