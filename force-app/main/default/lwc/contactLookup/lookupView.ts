import type { Candidate } from 'bridge/contract';
import { fillPlaceholders } from 'c/callFormat';
import type { ContactsState } from 'c/softphoneState';
import { labels } from './labels';

/** What a search for people has come to, as it is shown. */
export interface LookupView {
    readonly contacts: readonly Candidate[];
    /** Above the list: that these are the recent ones; empty for what a search found. */
    readonly heading: string;
    /** How the search stands. */
    readonly status: string;
    /** Not when the list says it all to whoever sees it. */
    readonly isStatusShown: boolean;
    readonly isFailed: boolean;
}

/**
 * @param search what is looked for; empty: the recent ones
 * @param answer the last answer to one of the searches of this field
 */
export function viewLookup(search: string, answer: ContactsState | null): LookupView {
    const isAnswered = answer?.search === search;
    const isFailed = isAnswered && answer.status === 'failed';
    const contacts = answer && !isFailed && narrows(search, answer.search) ? answer.contacts : [];
    const message = isAnswered ? messageOf(answer) : labels.searching;
    return {
        contacts,
        heading: search === '' && contacts.length > 0 ? labels.recent : '',
        status: message || (search ? fillPlaceholders(labels.resultCount, String(contacts.length)) : ''),
        isStatusShown: message !== '',
        isFailed
    };
}

/** Whom a search found stays in sight while the agent types on. */
const narrows = (search: string, answered: string): boolean =>
    search === answered || (answered !== '' && search.startsWith(answered));

function messageOf({ search, status, contacts }: ContactsState): string {
    if (status === 'failed') return labels.failed;
    if (contacts.length > 0) return '';
    return search ? fillPlaceholders(labels.none, search) : labels.noneRecent;
}

export const STARTING_VIEW = viewLookup('', null);
