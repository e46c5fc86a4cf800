import { agentBridge } from 'console/agentBridge';
import { query } from 'console/orgApi';
import type { CustomerCall } from './customersOnLine';

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

/** At whose telephone a customer's call rings. */
export type Ring = 'me' | 'everybody';

/**
 * A customer calls over the bridge's simulated line. Rejects with a `BridgeError`.
 *
 * @param number as typed, or null when the caller withholds it
 */
export const placeCall = (number: string | null, ring: Ring): Promise<unknown> =>
    agentBridge.request('POST', '/simulator/calls', { number, ring });

/** Who is on the line now, the newest first. Rejects with a `BridgeError`. */
export async function listCustomers(): Promise<readonly CustomerCall[]> {
    const { calls } = await agentBridge.request<{ calls: CustomerCall[] }>('GET', '/simulator/calls');
    return calls;
}

/** The customer hangs up. Rejects with a `BridgeError`, too when they are gone already. */
export const hangUpCustomer = (callId: string): Promise<unknown> =>
    agentBridge.request('POST', `/simulator/calls/${encodeURIComponent(callId)}/hangup`);
