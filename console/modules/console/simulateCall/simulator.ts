import { agentBridge } from 'console/agentBridge';
import { query } from 'console/orgApi';

interface ContactRow {
    readonly Name: string;
    readonly Phone: string | null;
    readonly MobilePhone: string | null;
    readonly Account: { readonly Name: string } | null;
}

const LISTED_CONTACTS = 200;

/** The contacts that have a number, as options of a combobox: the value is the number as the org has it. */
export async function listCallers(): Promise<{ value: string; label: string }[]> {
    const contacts = await query<ContactRow>(
        `SELECT Name, Phone, MobilePhone, Account.Name FROM Contact ORDER BY Name LIMIT ${LISTED_CONTACTS}`
    );
    const callers = new Map<string, string>();
    for (const { Name, Phone, MobilePhone } of contacts) {
        const number = MobilePhone ?? Phone;
        if (!number) continue;
        const others = callers.get(number);
        callers.set(number, others ? `${others} / ${Name}` : Name);
    }
    return [...callers].map(([value, name]) => ({ value, label: `${name} · ${value}` }));
}

/**
 * Makes the bridge's simulated line ring at the signed-in agent. Rejects with a `BridgeError`.
 *
 * @param number as typed, or null when the caller withholds it
 */
export const placeCall = (number: string | null): Promise<unknown> =>
    agentBridge.request('POST', '/simulator/calls', { number });
