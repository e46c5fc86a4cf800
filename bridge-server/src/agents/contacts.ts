import type { Agent, Candidate, Contacts } from '../contract/agentApi.ts';

interface ContactsOptions {
    /** Throws RequestRefused (503). */
    readonly searchContacts: (text: string) => Promise<Candidate[]>;
    /** Whom this extension spoke with since an instant, the latest first. */
    readonly recentContacts: (extension: string, since: string, limit: number) => Promise<Candidate[]>;
    readonly now: () => Date;
}

const MAX_RECENT = 20;
const RECENT_MS = 90 * 24 * 3_600_000;

/** Whom an agent may want to call, or to name as the caller; without a search, whom they spoke with last. */
export function createContacts({ searchContacts, recentContacts, now }: ContactsOptions) {
    return async ({ extension }: Agent, search: string): Promise<Contacts> => {
        if (search !== '') return { contacts: await searchContacts(search) };
        const since = new Date(now().getTime() - RECENT_MS).toISOString();
        return { contacts: await recentContacts(extension, since, MAX_RECENT) };
    };
}
